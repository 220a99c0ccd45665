/**
 * Running text on as many pages as it takes: own line breaking, so that emoji, Arabic and Hebrew get a typeface that has
 * them, lines run the way they are read and a text may go on overleaf. Distances are millimetres, sizes of letters points.
 */
import {
  decorate,
  figure,
  line,
  mm,
  pageHeight,
  pageWidth,
  type Font,
  type Paper,
  type Tag,
} from '@bordet/print/paper'
import { isRightToLeft } from '../isRightToLeft.ts'
import { graphemes, isPlain, levelsOf, runsOf, visualRuns, type Direction, type Run } from './visualRuns.ts'

export interface TextStyle {
  size: number
  font?: Font
  color?: string
  /** Of the letters' size; 1.3 when left out. */
  leading?: number
  indent?: number
  bullet?: boolean
}

type Leaf = 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'Caption'
type Branch = 'L' | 'LI' | 'LBody' | 'BlockQuote' | 'Table' | 'TR' | 'TH' | 'TD'

type Lang = string | undefined

export interface TableInput {
  caption?: string | null
  head?: readonly string[]
  rows: readonly (readonly string[])[]
  /** BCP 47, where a text is not in the document's language. */
  languages?: { caption: Lang; head: readonly Lang[]; rows: readonly (readonly Lang[])[] } | undefined
  /** Shares of the text's width. */
  widths: readonly number[]
  style: TextStyle
  rule: string
}

export interface Flow {
  /** `lang` where it is not the document's: `nb-NO`. */
  text(parent: Tag, type: Leaf, text: string, style: TextStyle, lang?: string): void
  table(parent: Tag, table: TableInput): void
  /** On the next page when it does not fit with `room` below it. */
  image(
    parent: Tag,
    image: { bytes: Uint8Array; alt: string },
    place: { width: number; height: number; indent?: number; room: number },
  ): void
  /** What is drawn into it hangs on it, until its `end`. */
  open(parent: Tag, type: Branch, options?: { lang?: string }): Tag
  space(height: number): void
  /** Begins a new page unless so much is left on this one. */
  keepWithNext(height: number): void
  /** Begins a new page where a text and so much below it would be parted; one as high as a third of a page may be. */
  keepTogether(text: string, style: TextStyle, more: number): void
  nextPage(): void
  /** Goes on on a new page that lies on its side, or stands upright again. */
  turn(isWide: boolean): void
  /** How high a table's title, head and first row are, as it would be drawn now. */
  topOfTable(table: TableInput): number
  line(color: string): void
  bookmark(level: 1 | 2 | 3, title: string): void
}

const left = 24
const top = 22

interface Sheet {
  width: number
  height: number
}
const upright: Sheet = { width: pageWidth, height: pageHeight }
const onItsSide: Sheet = { width: pageHeight, height: pageWidth }
/** Room for the number of the page, beside the words below it. */
const numberRoom = 14

const mostTogether = 85
/** Around the words of a cell. */
const pad = 1.6
/** A row of so many lines is not parted; a higher one is, rather than leave a page half empty. */
const mostKept = 20

/** Of Roboto, of the letters' size: other typefaces stand on the same line. */
const ascent = 1900 / 2048

/** What stays together: a word, or a part of one that ends with a hyphen, as `Stenlund-` of `Stenlund-Krogby`. */
const breakable = /(?:[^\s-]|(?<!\p{L}{3})-|-(?!\p{L}{3}))+-?\s*|\s+/gu

interface Line {
  /** From left to right. */
  runs: Run[]
  width: number
}

export function openFlow(
  paper: Paper,
  { footer, footerStyle }: { footer: string; footerStyle: TextStyle },
): Flow {
  const { doc } = paper
  const widths = new Map<string, number>()
  const outlines: { level: number; item: PDFKit.PDFOutline }[] = []
  let sheet = upright
  let y = top
  let pages = 0
  const bottomOf = () => sheet.height - 24
  const widthOfPage = () => sheet.width - 2 * left

  const widthOf = ({ text, font }: Run, size: number) => {
    const key = `${font} ${size} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    const width = doc.font(font).fontSize(size).widthOfString(text) / mm
    widths.set(key, width)
    return width
  }

  const nextPage = () => {
    doc.addPage({ size: 'A4', margin: 0, layout: sheet === upright ? 'portrait' : 'landscape' })
    pages += 1
    y = top
    decorate(doc, () => {
      const [words] = breakLines(footer, footerStyle, widthOfPage() - numberRoom)
      const number = lineOf(String(pages), footerStyle)
      const at = sheet.height - 15
      if (words) drawLine(words, left, at, footerStyle)
      drawLine(number, sheet.width - left - number.width, at, footerStyle)
    })
  }

  const drawLine = ({ runs }: Line, x: number, at: number, { size, color = '#000' }: TextStyle) => {
    let from = x
    doc.fillColor(color)
    for (const run of runs) {
      doc
        .font(run.font)
        .fontSize(size)
        .text(run.text, from * mm, at * mm + ascent * size, { lineBreak: false, baseline: 'alphabetic' })
      from += widthOf(run, size)
    }
  }

  const measured = (runs: Run[], { size }: TextStyle): Line => ({
    runs,
    width: sum(runs.map((run) => widthOf(run, size))),
  })

  const widthOfText = (text: string, style: TextStyle) =>
    measured(runsOf(text, style.font ?? 'regular'), style).width

  /** Of what is one line as it is. */
  const lineOf = (text: string, style: TextStyle) =>
    measured(visualRuns(text, levelsOf(text, 'ltr'), 'ltr', style.font ?? 'regular'), style)

  const breakLines = (text: string, style: TextStyle, width: number): Line[] => {
    const direction: Direction = isRightToLeft(text) ? 'rtl' : 'ltr'
    return text.split('\n').flatMap((paragraph) => {
      const levels = levelsOf(paragraph, direction)
      const lines: Line[] = []
      let from = 0
      let at = 0
      let used = 0
      const push = () => {
        const part = levels?.subarray(from, at) ?? null
        const runs = visualRuns(paragraph.slice(from, at), part, direction, style.font ?? 'regular')
        lines.push(measured(runs, style))
        from = at
        used = 0
      }
      for (const word of paragraph.match(breakable) ?? []) {
        const bareWidth = widthOfText(word.trimEnd(), style)
        if (used > 0 && used + bareWidth > width) push()
        if (bareWidth <= width) {
          used += widthOfText(word, style)
          at += word.length
          continue
        }
        // A word longer than the line is broken where the line ends.
        for (const letter of graphemes(word)) {
          const its = widthOfText(letter, style)
          if (used > 0 && used + its > width) push()
          used += its
          at += letter.length
        }
      }
      push()
      return lines
    })
  }

  const lineHeight = ({ size, leading = 1.3 }: TextStyle) => (size * leading) / mm

  const struct = (parent: Tag, type: string, options: object = {}): Tag => {
    const tag = doc.struct(type, options)
    parent.add(tag)
    return tag
  }

  const drawLines = (
    tag: Tag,
    lines: readonly Line[],
    x: number,
    width: number,
    style: TextStyle,
    rtl: boolean,
  ) => {
    const height = lineHeight(style)
    for (let at = 0; at < lines.length;) {
      if (y + height > bottomOf()) nextPage()
      const fit = Math.max(1, Math.floor((bottomOf() - y) / height))
      const part = lines.slice(at, at + fit)
      const from = y
      tag.add(() => {
        for (const [index, its] of part.entries())
          drawLine(its, rtl ? x + width - its.width : x, from + index * height, style)
      })
      y += part.length * height
      at += part.length
    }
  }

  const heightOfTop: Flow['topOfTable'] = ({ caption, head, rows, widths: shares, style }) => {
    const rowHeight = (cells: readonly string[], its: TextStyle) => {
      const most = shares.map(
        (share, index) => breakLines(cells[index] ?? '', its, widthOfPage() * share - 2 * pad).length,
      )
      return Math.min(mostKept, Math.max(...most)) * lineHeight(its) + 2 * pad
    }
    const bold: TextStyle = { ...style, font: 'bold' }
    const [first] = rows
    return (
      (caption ? breakLines(caption, bold, widthOfPage()).length * lineHeight(bold) + 1 : 0) +
      (head ? rowHeight(head, bold) : 0) +
      (first ? rowHeight(first, style) : 0)
    )
  }

  const writeText: Flow['text'] = (parent, type, text, style, lang) => {
    const { indent = 0 } = style
    const rtl = isRightToLeft(text)
    const lines = breakLines(text, style, widthOfPage() - indent)
    const tag = struct(parent, type, { ...actualOf(text), ...langOf(lang) })
    if (style.bullet && y + lineHeight(style) > bottomOf()) nextPage()
    const from = y
    const bullet = lineOf('•', style)
    const bulletAt = rtl ? left + widthOfPage() - 1 - bullet.width : left + 1
    if (style.bullet) decorate(doc, () => drawLine(bullet, bulletAt, from, style))
    drawLines(tag, lines, rtl ? left : left + indent, widthOfPage() - indent, style, rtl)
    tag.end()
  }

  if (pages === 0) nextPage()

  return {
    text: writeText,

    table(parent, input) {
      const { caption, head, rows, languages, widths: shares, style, rule } = input
      const table = struct(parent, 'Table')
      // The head with one row.
      if (y + heightOfTop(input) > bottomOf()) nextPage()
      if (caption) {
        writeText(table, 'Caption', caption, { ...style, font: 'bold' }, languages?.caption)
        y += 1
      }
      const xs = shares.map((_, index) => left + widthOfPage() * sum(shares.slice(0, index)))
      const cellWidth = (index: number) => widthOfPage() * (shares[index] ?? 0) - 2 * pad
      const height = lineHeight(style)
      const drawRow = (
        cells: readonly string[],
        isHead: boolean,
        rowTag: Tag | null,
        langs: readonly Lang[] = [],
      ) => {
        const its: TextStyle = isHead ? { ...style, font: 'bold' } : style
        const broken = shares.map((_, index) => breakLines(cells[index] ?? '', its, cellWidth(index)))
        const rtl = shares.map((_, index) => isRightToLeft(cells[index] ?? ''))
        const cellTags = shares.map((_, index) =>
          rowTag === null
            ? null
            : struct(rowTag, isHead || (head === undefined && index === 0) ? 'TH' : 'TD', {
                ...(isHead ? { scope: 'Column' } : head === undefined && index === 0 ? { scope: 'Row' } : {}),
                ...actualOf(cells[index] ?? ''),
                ...langOf(langs[index]),
              }),
        )
        const most = Math.max(...broken.map((lines) => lines.length))
        if (y + Math.min(most, mostKept) * height + 2 * pad > bottomOf()) startPage(isHead)
        for (let at = 0; at < most;) {
          const fit = Math.max(1, Math.floor((bottomOf() - y - 2 * pad) / height))
          const from = y + pad
          for (const [index, lines] of broken.entries()) {
            const part = lines.slice(at, at + fit)
            const draw = () => {
              for (const [row, one] of part.entries()) {
                const free = rtl[index] ? cellWidth(index) - one.width : 0
                drawLine(one, (xs[index] ?? 0) + pad + free, from + row * height, its)
              }
            }
            const tag = cellTags[index]
            if (tag) tag.add(draw)
            else decorate(doc, draw)
          }
          y += Math.min(fit, most - at) * height + 2 * pad
          at += fit
          decorate(doc, () => line(doc, [left, y], [left + widthOfPage(), y], isHead ? 0.5 : 0.2, rule))
          if (at < most) startPage(isHead)
        }
        for (const tag of cellTags) tag?.end()
      }
      /** A table that goes on overleaf says again what its columns are. */
      const startPage = (isHead: boolean) => {
        nextPage()
        if (head && !isHead) drawRow(head, true, null)
      }
      const row = (cells: readonly string[], isHead: boolean, langs?: readonly Lang[]) => {
        const tag = struct(table, 'TR')
        drawRow(cells, isHead, tag, langs)
        tag.end()
      }
      if (head) row(head, true, languages?.head)
      for (const [index, cells] of rows.entries()) row(cells, false, languages?.rows[index])
      table.end()
    },

    image(parent, { bytes, alt }, { width, height, indent = 0, room }) {
      if (y + height + room > bottomOf()) nextPage()
      const box = { x: left + indent, y, width, height }
      const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      figure(doc, parent, alt, box, () =>
        doc.image(data, box.x * mm, box.y * mm, { width: width * mm, height: height * mm }),
      )
      y += height
    },

    topOfTable: heightOfTop,
    open: struct,
    space: (height) => void (y += height),
    keepWithNext: (height) => void (y + height > bottomOf() && nextPage()),
    keepTogether(text, style, more) {
      const room = bottomOf() - y - more
      if (room > mostTogether) return
      const needed = breakLines(text, style, widthOfPage() - (style.indent ?? 0)).length * lineHeight(style)
      if (needed > room && needed <= mostTogether) nextPage()
    },
    nextPage,
    turn(isWide) {
      sheet = isWide ? onItsSide : upright
      nextPage()
    },
    line: (color) => decorate(doc, () => line(doc, [left, y], [left + widthOfPage(), y], 0.2, color)),
    bookmark(level, title) {
      while ((outlines.at(-1)?.level ?? 0) >= level) outlines.pop()
      const item = (outlines.at(-1)?.item ?? doc.outline).addItem(title.replaceAll('\n', ' '))
      outlines.push({ level, item })
    },
  }
}

export function langOf(lang: Lang): { lang?: string } {
  return lang === undefined ? {} : { lang }
}

/** Where not every letter can be drawn, what is read aloud and copied is still word for word. */
function actualOf(text: string): { actual?: string } {
  return isPlain(text.replaceAll('\n', '')) ? {} : { actual: text }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
