/** How much stands on one slide: text is measured, and what does not fit goes on on the next. Lengths are inches. */
import type { Language } from '@bordet/text'
import type { DocumentImage, TableLanguages } from '../document.ts'
import { columnShares, widthOf } from './columnShares.ts'

/** Of what is drawn under the title, on a slide of 13.33 × 7.5. */
export const page = {
  left: 0.75,
  width: 11.85,
  top: 1.8,
  underLead: 2.2,
  bottom: 6.8,
  quoteIndent: 0.28,
} as const

/** In points: nothing that is to be read is smaller than 18. */
export const sizes = { text: [34, 28, 24, 20], table: [24, 22, 20, 18], source: 18 } as const

export type Item =
  | { kind: 'subtitle' | 'words' | 'quiet' | 'point'; text: string; language: Language | undefined }
  | { kind: 'quote'; text: string; source: string; language: Language }
  | {
      kind: 'table'
      head: readonly string[]
      rows: readonly (readonly string[])[]
      languages: TableLanguages | undefined
      /** Of the width, once it is placed. */
      shares?: number[]
      /** Of the head and of each row. */
      heights?: number[]
    }
  | { kind: 'image'; image: DocumentImage; caption: string }

interface Title {
  text: string
  language: Language | undefined
}

/** What is told under one heading. */
export interface Topic {
  section: Title | null
  title: Title
  /** How many notes, or such; may be empty. */
  lead: string
  items: Item[]
  /** Some of it stands only in the report. */
  hasMore: boolean
}

/** One slide of a topic. */
export interface Sheet extends Omit<Topic, 'items'> {
  placed: { item: Item; y: number; height: number }[]
  /** In points. */
  size: number
  /** 1, 2 … of the topic's slides. */
  number: number
  of: number
}

/** Smaller letters would be the price of fewer slides. */
const leastJoined = 24

/** Topics of one section with a word or two each share a slide, which then has the section's title. */
export function joinSmall(topics: readonly Topic[]): Topic[] {
  const groups: Topic[][] = []
  for (const topic of topics) {
    const group = groups.at(-1)
    if (group && fitsBeside(group, topic)) group.push(topic)
    else groups.push([topic])
  }
  return groups.map(joined)
}

function fitsBeside(group: readonly Topic[], topic: Topic): boolean {
  const [first] = group
  if (!first || !isSmall(first) || !isSmall(topic) || first.section?.text !== topic.section?.text)
    return false
  const sheets = foldSlides(joined([...group, topic]))
  return sheets.length === 1 && (sheets[0]?.size ?? 0) >= leastJoined
}

function isSmall({ section, lead, items, hasMore }: Topic): boolean {
  const isPlain = items.every(({ kind }) => kind === 'quote' || kind === 'point' || kind === 'words')
  return section !== null && lead === '' && !hasMore && isPlain && items.length <= 2
}

function joined(group: readonly Topic[]): Topic {
  const [first, ...others] = group
  if (!first) throw new Error('a slide is of something')
  if (others.length === 0 || first.section === null) return first
  const items = group.flatMap(({ title, items: its }): Item[] => [{ kind: 'subtitle', ...title }, ...its])
  return { ...first, section: null, title: first.section, items }
}

/** Of a table with many columns: who wants all of it reads the report. */
const mostOfWide = 3
const manyColumns = 5

/** As large as fits on one slide; else of a size that one reads well, on as many as it takes and evenly full. */
export function foldSlides(topic: Topic): Sheet[] {
  const tables = topic.items.filter(({ kind }) => kind === 'table')
  const room = page.bottom - topOf(topic)
  for (const size of tables.length > 0 ? sizes.table : sizes.text) {
    const pages = fill(topic, size, room)
    if (pages.length === 1) return sheetsOf(topic, pages, size)
  }
  const size = tables.length > 0 ? 18 : 24
  const pages = evenly(topic, size, room)
  const ownItems = topic.items.findIndex(({ kind }) => kind === 'subtitle')
  // What a table takes forward is told; what it said in each round is read.
  if (pages.length > 2 && ownItems > 0)
    return foldSlides({ ...topic, items: topic.items.slice(0, ownItems), hasMore: true })
  const isWide = tables.some((item) => item.kind === 'table' && item.head.length > manyColumns)
  if (!isWide || pages.length <= mostOfWide) return sheetsOf(topic, pages, size)
  return sheetsOf({ ...topic, hasMore: true }, fill(topic, size, room).slice(0, mostOfWide), size)
}

/** No more slides than needed, and the last as full as the first. */
function evenly(topic: Topic, size: number, room: number): Measured[][] {
  let best = fill(topic, size, room)
  for (let less = room * 0.95; less > room / 2; less -= room * 0.05) {
    const pages = fill(topic, size, less)
    if (pages.length > best.length) break
    best = pages
  }
  return best
}

interface Measured {
  item: Item
  height: number
}

function sheetsOf(topic: Topic, pages: readonly Measured[][], size: number): Sheet[] {
  return pages.map((items, at) => {
    const last = at === pages.length - 1
    let y = topOf(topic)
    const used = items.reduce((sum, { height, item }) => sum + height + gapAfter(item), 0)
    // What is left is spread between them, so that a slide with little on it is not all at the top.
    const spare = Math.max(0, page.bottom - y - used)
    const hasTable = items.some(({ item }) => item.kind === 'table')
    const extra = hasTable ? 0 : Math.min(0.3, spare / (items.length + 1))
    if (!hasTable) y += Math.min(0.5, spare / 6)
    const rows = items.reduce((sum, { item }) => sum + (item.kind === 'table' ? item.rows.length + 1 : 0), 0)
    const air = rows === 0 ? 0 : Math.min(0.16, (spare * 0.8) / rows)
    const placed = items.map(({ item: asIs, height: least }) => {
      const item =
        asIs.kind === 'table' ? { ...asIs, heights: asIs.heights?.map((one) => one + air) ?? [] } : asIs
      const height = item.kind === 'table' ? item.heights.reduce((sum, one) => sum + one, 0) : least
      const its = { item, y, height }
      y += height + gapAfter(item) + (item.kind === 'point' || item.kind === 'subtitle' ? extra / 2 : extra)
      return its
    })
    return { ...topic, hasMore: topic.hasMore && last, placed, size, number: at + 1, of: pages.length }
  })
}

function topOf({ lead }: Topic): number {
  return lead === '' ? page.top : page.underLead
}

function fill(topic: Topic, size: number, room: number): Measured[][] {
  const pages: Measured[][] = [[]]
  let used = 0
  const put = (item: Item, height: number) => {
    if (used > 0 && used + height > room) {
      const before = pages.at(-1)
      // A subtitle goes along with what it is about.
      const subtitle = before?.at(-1)?.item.kind === 'subtitle' ? before.pop() : undefined
      pages.push(subtitle ? [subtitle] : [])
      used = subtitle ? subtitle.height + gapAfter(subtitle.item) : 0
    }
    pages.at(-1)?.push({ item, height })
    used += height + gapAfter(item)
  }
  for (const item of topic.items.flatMap((one) => partsOf(one, size, room)))
    if (item.kind === 'table') putTable(item, size, room, () => used, put)
    else put(item, Math.min(room, heightOf(item, size)))
  return pages.filter((items) => items.length > 0)
}

/** As many rows as the slide has room for; the head stands on each. */
function putTable(
  table: Extract<Item, { kind: 'table' }>,
  size: number,
  room: number,
  usedNow: () => number,
  put: (item: Item, height: number) => void,
): void {
  const shares = columnShares(table.head, table.rows, page.width / letter(size))
  const heightOfRow = (cells: readonly string[]) => {
    const lines = shares.map((share, at) =>
      linesOf(cells[at] ?? '', (share * page.width - 0.2) / letter(size)),
    )
    return Math.max(...lines) * line(size) + 0.12
  }
  const heights = table.rows.map(heightOfRow)
  const head = heightOfRow(table.head)
  for (let at = 0; at < table.rows.length;) {
    const first = head + (heights[at] ?? 0)
    const free = usedNow() > 0 && usedNow() + first <= room ? room - usedNow() : room
    let height = first
    let end = at + 1
    while (end < table.rows.length && height + (heights[end] ?? 0) <= free) {
      height += heights[end] ?? 0
      end += 1
    }
    const rows = table.rows.slice(at, end)
    const languages = table.languages && { ...table.languages, rows: table.languages.rows.slice(at, end) }
    put({ ...table, rows, languages, shares, heights: [head, ...heights.slice(at, end)] }, height)
    at = end
  }
}

/** A text that is longer than a slide is parted between words. */
function partsOf(item: Item, size: number, room: number): Item[] {
  if (!('text' in item) || heightOf(item, size) <= room) return [item]
  const half = item.text.indexOf(' ', Math.floor(item.text.length / 2))
  if (half === -1) return [item]
  const halves = [item.text.slice(0, half), item.text.slice(half + 1)]
  return halves.flatMap((text) => partsOf({ ...item, text }, size, room))
}

function heightOf(item: Item, size: number): number {
  switch (item.kind) {
    case 'subtitle':
    case 'words':
      return linesOf(item.text, page.width / letter(size)) * line(size) + 0.05
    case 'point':
      return linesOf(item.text, (page.width - 0.3) / letter(size)) * line(size) + 0.03
    case 'quiet':
      return linesOf(item.text, page.width / letter(sizes.source)) * line(sizes.source)
    case 'quote': {
      const across = page.width - page.quoteIndent
      const words = linesOf(item.text, across / letter(size)) * line(size)
      return words + linesOf(item.source, across / letter(sizes.source)) * line(sizes.source) + 0.05
    }
    case 'image':
      return 4.6
    case 'table':
      return 0
    default:
      return item satisfies never
  }
}

function gapAfter({ kind }: Item): number {
  return kind === 'subtitle' ? 0.05 : kind === 'point' ? 0.06 : 0.22
}

/** Of middling width, with some air: nobody's letters are cut off. */
function letter(size: number): number {
  return (size * 0.5) / 72
}

function line(size: number): number {
  return (size * 1.22) / 72
}

/** `fits` is how many letters of middling width a line holds; lines break between words. */
function linesOf(text: string, fits: number): number {
  return text.split('\n').reduce((sum, one) => {
    let lines = 1
    let used = 0
    for (const word of one.split(' ')) {
      const width = widthOf(`${word} `)
      if (used > 0 && used + width > fits) {
        lines += 1
        used = 0
      }
      lines += Math.max(0, Math.ceil(width / fits) - 1)
      used += width % Math.max(fits, 1)
    }
    return sum + lines
  }, 0)
}

/** Runs with breaks between the lines of a text. */
export function linesIn(
  text: string,
  lang: string,
): { text: string; options: { lang: string; breakLine: boolean } }[] {
  const lines = text.split('\n')
  return lines.map((one, at) => ({ text: one, options: { lang, breakLine: at < lines.length - 1 } }))
}
