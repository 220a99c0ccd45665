/** What every section composes from: the workshop's notes and those of its parts, where each is from, and plain blocks. */
import { dateLong, type Language } from '@bordet/text'
import { takeFieldsApart } from '@bordet/workshop'
import type { Block } from './document.ts'
import { noImages, pinNumbers, type HarvestImages } from './images.ts'
import type { Shown } from './methods.ts'
import type { Report, ReportNote, ReportQuestion, ReportRow, ReportZone } from './model.ts'
import { themeKey } from './wordsOfTheme.ts'
import { noteOrigin, notePhoto, noteText, withPin, type SayHarvest } from './words.ts'

export interface Composing {
  report: Report
  language: Language
  say: SayHarvest
  /** Of the workshop and its parts, oldest first; of a part that several towns were at, what concerns this place. */
  questions: readonly ReportQuestion[]
  images: HarvestImages
  /** Note id → the number of its pin, where its map is shown. */
  pins: ReadonlyMap<string, number>
  /** The zone each note stands in. */
  zoneOf: ReadonlyMap<string, ReportZone>
  /** Title of the part that a note is from; its own workshop's are not in it. */
  from: ReadonlyMap<string, string>
  count(n: number): string
}

/** As many as one reads; the appendix has the rest. */
export const mostThemes = 5
export const mostQuotes = 3
export const mostListed = 8
export const mostRanked = 25

export function composingOf(
  report: Report,
  language: Language,
  say: SayHarvest,
  images: HarvestImages = noImages,
): Composing {
  const numbers = new Intl.NumberFormat(language)
  const parts = report.parts.map((part) => ofPlace(part, report.place))
  const inOrder = [...parts, report].toSorted((a, b) => a.heldAt - b.heldAt)
  const questions = inOrder.flatMap((one) => one.questions)
  return {
    report,
    language,
    say,
    images,
    pins: pinNumbers(report, images),
    questions,
    zoneOf: new Map(
      everyZone({ questions }).flatMap((zone) => zone.notes.map(({ id }) => [id, zone] as const)),
    ),
    from: new Map(parts.flatMap((part) => everyNote(part).map(({ id }) => [id, part.title] as const))),
    count: (n) => numbers.format(n),
  }
}

const townField = /^(?:by|ort|town|tettsted)\b/iu

/** Of a workshop where tables speak for towns, and of interviews by town, what concerns this one and the whole hall. */
function ofPlace(part: Report, place: string): Report {
  const isOther = (town: string) => town !== '' && !sameName(town, place)
  const isKnown = Object.values(part.towns).some((town) => sameName(town, place))
  const keep = ({ fields }: ReportZone, note: ReportNote) => {
    if (isKnown && isOther(part.towns[note.table] ?? '')) return false
    const at = fields.findIndex((field) => townField.test(field))
    return at === -1 || place === '' || !isOther(takeFieldsApart(fields, note.text)[at] ?? '')
  }
  return {
    ...part,
    questions: part.questions.map((question) => ({
      ...question,
      zones: question.zones.map((zone) => ({
        ...zone,
        notes: zone.notes.filter((note) => keep(zone, note)),
      })),
    })),
  }
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()
}

/** The asked zones that have notes, in the order asked for, each once however many questions and parts had it open. */
export function filled(
  { questions }: Composing,
  {
    zones: zoneIds = [],
    phases,
  }: { zones?: Shown['zones'] | undefined; phases?: Shown['phases'] | undefined },
): ReportZone[] {
  const zones = questions
    .filter(({ phaseId }) => phases === undefined || (phaseId !== null && phases.includes(phaseId)))
    .flatMap((question) => question.zones)
  return zoneIds.flatMap((zoneId) => {
    const same = zones.filter((zone) => zone.zoneId === zoneId && zone.notes.length > 0)
    // What a later part shows of an earlier one stands in that one itself.
    const written = same.filter(({ kind }) => kind !== 'locked')
    const told = written.length > 0 ? written : same
    return [...Map.groupBy(told, ({ kind }) => kind).values()].flatMap((all) => {
      const [first] = all
      return first ? [{ ...first, notes: all.flatMap(({ notes }) => notes) }] : []
    })
  })
}

/** What has questions with zones: a report, or what a section composes from. */
interface Asked {
  questions: readonly ReportQuestion[]
}

export function everyZone({ questions }: Asked): ReportZone[] {
  return questions.flatMap(({ zones }) => zones)
}

export function everyNote(report: Asked): ReportNote[] {
  return everyZone(report).flatMap(({ notes }) => notes)
}

export interface MergedTheme {
  name: string
  text: string
  notes: ReportNote[]
}

/** The themes of the workshop and its parts, those of the same name as one; most notes first. */
export function mergedThemes({ report, questions }: Composing): MergedTheme[] {
  const notes = new Map(everyNote({ questions }).map((note) => [note.id, note]))
  const merged = new Map<string, MergedTheme>()
  for (const { name, text, notes: ids } of [report, ...report.parts].flatMap(({ themes }) => themes)) {
    const before = merged.get(themeKey(name))
    const own = ids.flatMap((id) => notes.get(id) ?? [])
    merged.set(themeKey(name), {
      name: before?.name ?? name,
      text: (before?.text ?? '') || text,
      notes: [...(before?.notes ?? []), ...own],
    })
  }
  return [...merged.values()]
    .filter(({ text, notes: own }) => text !== '' || own.length > 0)
    .sort((a, b) => b.notes.length - a.notes.length)
}

/** Someone wrote about it, or chose its words to be quoted: that stands in the report however few notes it has. */
export function isWorkedOn({ text, notes }: MergedTheme): boolean {
  return text.trim() !== '' || notes.some(({ quote: isChosen }) => isChosen)
}

/** Rows of the workshop and its parts; of those with the same id the workshop's own. */
export function rowsOf({ report }: Composing, name: keyof Report['rows']): ReportRow[] {
  const all = [report, ...report.parts.toReversed()].flatMap(({ rows }) => rows[name])
  return all.filter(({ id }, at) => all.findIndex((row) => row.id === id) === at)
}

/** What organisers know about a note. */
export function factsOf(composing: Composing, noteId: string): Record<string, string> {
  return rowsOf(composing, 'noteFacts').find(({ id }) => id === noteId)?.cells ?? {}
}

/** A card's fields. Who wrote on paper or on the board often puts them in one line with dashes between: as many as there are fields. */
export function cardValues(fields: readonly string[], text: string): string[] {
  if (fields.length === 0) return [text]
  const values = takeFieldsApart(fields, text)
  const [first = '', ...others] = values
  const parts = first.split(/\s+[–—-]\s+/)
  return others.every((value) => value === '') && parts.length === fields.length ? parts : values
}

/** Where a note was written, and at which workshop when that was another. */
export function originOf(note: ReportNote, { say, from }: Composing): string {
  return [from.get(note.id) ?? '', noteOrigin(note, say)].filter((words) => words !== '').join(' · ')
}

/** Those that somebody marked; else those with most dots, else the first. */
export function chosen(notes: readonly ReportNote[], most = mostListed): ReportNote[] {
  const marked = notes.filter(({ quote: isMarked }) => isMarked)
  if (marked.length > 0) return marked
  return [...notes].sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0)).slice(0, most)
}

const quoteField = /^(?:citat|sitat|quote)\b/iu
const speakerField = /^(?:vem|hvem|who)\b/iu

/** What was said, without the names of a card's fields; and, of an interview, who said it as far as that is told. */
export function spokenOf(note: ReportNote, composing: Composing): { words: string; speaker: string } {
  const zone = composing.zoneOf.get(note.id)
  const plain = { words: noteText(note, composing.say), speaker: '' }
  if (!zone || zone.fields.length === 0) return plain
  const values = cardValues(zone.fields, note.text)
  const at = zone.fields.findIndex((field) => quoteField.test(field))
  const quoted = zone.kind === 'import' ? (values[at] ?? '') : ''
  if (quoted !== '')
    return {
      words: quoted,
      speaker: values[zone.fields.findIndex((field) => speakerField.test(field))] ?? '',
    }
  const words = values.filter((value) => value !== '').join(' – ')
  return words === '' ? plain : { ...plain, words }
}

export function quote(note: ReportNote, composing: Composing): Block {
  const { say, images, pins } = composing
  const { words, speaker } = spokenOf(note, composing)
  const dots = note.dots === null || note.dots === 0 ? '' : `${say('dotCount', { n: note.dots })} · `
  const source = [speaker, withPin(originOf(note, composing), pins.get(note.id), say)]
  return {
    kind: 'quote',
    text: words,
    source: `${dots}${source.filter((part) => part !== '').join(' · ')}`,
    ...notePhoto(note, images, say),
  }
}

export function more(count: number, { say }: Composing): Block[] {
  return count > 0 ? [quiet(say('moreInAppendix', { n: count }))] : []
}

export function quotes(notes: readonly ReportNote[], composing: Composing, most = mostListed): Block[] {
  const shown = chosen(notes, most)
  // Only the workshop's own notes are in the appendix; those of its parts in their own reports.
  const own = (its: readonly ReportNote[]) => its.filter(({ id }) => !composing.from.has(id)).length
  return [...shown.map((note) => quote(note, composing)), ...more(own(notes) - own(shown), composing)]
}

export function heading(text: string, level: 2 | 3 = 2): Block {
  return { kind: 'heading', level, text }
}

export function quiet(text: string): Block {
  return { kind: 'paragraph', text, look: 'quiet' }
}

export function list(items: string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

/** The mark before each line of a written list. */
export const listItem = /^\s*[-–•*]\s+(?=\S)/u

/** What organisers wrote: empty lines part paragraphs, and lines that begin with a dash or a dot are a list. */
export function paragraphs(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .filter((words) => words.trim() !== '')
    .flatMap((words) =>
      words.split('\n').some((line) => listItem.test(line)) ? linesAsLists(words) : [said(words)],
    )
}

function linesAsLists(words: string): Block[] {
  const blocks: Block[] = []
  for (const line of words.split('\n').filter((one) => one.trim() !== '')) {
    const last = blocks.at(-1)
    const item = line.replace(listItem, '').trim()
    if (!listItem.test(line)) {
      if (last?.kind === 'paragraph') last.text += `\n${line}`
      else blocks.push(said(line))
    } else if (last?.kind === 'list') last.items.push(item)
    else blocks.push({ kind: 'list', items: [item] })
  }
  return blocks
}

function said(text: string): Block {
  return { kind: 'paragraph', text }
}

/** Nothing without rows; columns that are empty in every row are left out, except the first. */
export function tableOf(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Block[] {
  if (rows.length === 0) return []
  const used = head.flatMap((_, at) => (at === 0 || rows.some((row) => (row[at] ?? '') !== '') ? [at] : []))
  const pick = (cells: readonly string[]) => used.map((at) => cells[at] ?? '')
  return [{ kind: 'table', caption, head: pick(head), rows: rows.map(pick) }]
}

/** `2026-05-01` as the language writes it; other words as they are. */
export function written(text: string, language: Language): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  if (!found) return text
  const at = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]), 12)
  return new Date(at).toISOString().startsWith(text.trim()) ? dateLong(language, at, 'UTC') : text
}

/** The map with its pins; the numbers lead to the notes below it and in the appendix. */
export function mapPicture({ zoneId, title, notes }: ReportZone, { images, say }: Composing): Block[] {
  const map = zoneId === null ? undefined : images.maps.get(zoneId)
  if (!map) return []
  const count = notes.filter(({ pin }) => pin !== null).length
  const alt = [say('mapAlt', { map: title, n: count }), map.alt].filter((words) => words !== '').join(' ')
  return [{ kind: 'image', image: { ...map, alt }, caption: say('mapCaption', { map: title }) }]
}
