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

export interface TableInput {
  caption?: string | null
  head?: readonly string[]
  rows: readonly (readonly string[])[]
  /** Shares of the text's width. */
  widths: readonly number[]
  style: TextStyle
  rule: string
}

export interface Flow {
  text(parent: Tag, type: Leaf, text: string, style: TextStyle): void
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
  nextPage(): void
  line(color: string): void
  bookmark(level: 1 | 2 | 3, title: string): void
}

const left = 24
const top = 22
const bottom = pageHeight - 24
const textWidth = pageWidth - 2 * left

/** Of Roboto, of the letters' size: other typefaces stand on the same line. */
const ascent = 1900 / 2048

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
  let y = top
  let pages = 0

  const widthOf = ({ text, font }: Run, size: number) => {
    const key = `${font} ${size} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    const width = doc.font(font).fontSize(size).widthOfString(text) / mm
    widths.set(key, width)
    return width
  }

  const nextPage = () => {
    doc.addPage()
    pages += 1
    y = top
    decorate(doc, () => {
      drawLine(lineOf(footer, footerStyle), left, pageHeight - 15, footerStyle)
      drawLine(lineOf(String(pages), footerStyle), pageWidth - left - 8, pageHeight - 15, footerStyle)
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
      for (const word of paragraph.match(/\S+\s*|\s+/gu) ?? []) {
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
      if (y + height > bottom) nextPage()
      const fit = Math.max(1, Math.floor((bottom - y) / height))
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

  const writeText: Flow['text'] = (parent, type, text, style) => {
    const { indent = 0 } = style
    const rtl = isRightToLeft(text)
    const lines = breakLines(text, style, textWidth - indent)
    const tag = struct(parent, type, actualOf(text))
    if (style.bullet && y + lineHeight(style) > bottom) nextPage()
    const from = y
    const bullet = lineOf('•', style)
    const bulletAt = rtl ? left + textWidth - 1 - bullet.width : left + 1
    if (style.bullet) decorate(doc, () => drawLine(bullet, bulletAt, from, style))
    drawLines(tag, lines, rtl ? left : left + indent, textWidth - indent, style, rtl)
    tag.end()
  }

  if (pages === 0) nextPage()

  return {
    text: writeText,

    table(parent, { caption, head, rows, widths: shares, style, rule }) {
      const table = struct(parent, 'Table')
      if (caption) {
        // With the head and one row.
        if (y + 4 * lineHeight(style) > bottom) nextPage()
        writeText(table, 'Caption', caption, { ...style, font: 'bold' })
        y += 1
      }
      const pad = 1.6
      const xs = shares.map((_, index) => left + textWidth * sum(shares.slice(0, index)))
      const cellWidth = (index: number) => textWidth * (shares[index] ?? 0) - 2 * pad
      const height = lineHeight(style)
      const drawRow = (cells: readonly string[], isHead: boolean, rowTag: Tag | null) => {
        const its: TextStyle = isHead ? { ...style, font: 'bold' } : style
        const broken = shares.map((_, index) => breakLines(cells[index] ?? '', its, cellWidth(index)))
        const rtl = shares.map((_, index) => isRightToLeft(cells[index] ?? ''))
        const cellTags = shares.map((_, index) =>
          rowTag === null
            ? null
            : struct(rowTag, isHead || (head === undefined && index === 0) ? 'TH' : 'TD', {
                ...(isHead ? { scope: 'Column' } : head === undefined && index === 0 ? { scope: 'Row' } : {}),
                ...actualOf(cells[index] ?? ''),
              }),
        )
        const most = Math.max(...broken.map((lines) => lines.length))
        if (y + Math.min(most, 12) * height + 2 * pad > bottom) startPage(isHead)
        for (let at = 0; at < most;) {
          const fit = Math.max(1, Math.floor((bottom - y - 2 * pad) / height))
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
          decorate(doc, () => line(doc, [left, y], [left + textWidth, y], isHead ? 0.5 : 0.2, rule))
          if (at < most) startPage(isHead)
        }
        for (const tag of cellTags) tag?.end()
      }
      /** A table that goes on overleaf says again what its columns are. */
      const startPage = (isHead: boolean) => {
        nextPage()
        if (head && !isHead) drawRow(head, true, null)
      }
      const row = (cells: readonly string[], isHead: boolean) => {
        const tag = struct(table, 'TR')
        drawRow(cells, isHead, tag)
        tag.end()
      }
      if (head) row(head, true)
      for (const cells of rows) row(cells, false)
      table.end()
    },

    image(parent, { bytes, alt }, { width, height, indent = 0, room }) {
      if (y + height + room > bottom) nextPage()
      const box = { x: left + indent, y, width, height }
      const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      figure(doc, parent, alt, box, () =>
        doc.image(data, box.x * mm, box.y * mm, { width: width * mm, height: height * mm }),
      )
      y += height
    },

    open: struct,
    space: (height) => void (y += height),
    keepWithNext: (height) => void (y + height > bottom && nextPage()),
    nextPage,
    line: (color) => decorate(doc, () => line(doc, [left, y], [left + textWidth, y], 0.2, color)),
    bookmark(level, title) {
      while ((outlines.at(-1)?.level ?? 0) >= level) outlines.pop()
      const item = (outlines.at(-1)?.item ?? doc.outline).addItem(title.replaceAll('\n', ' '))
      outlines.push({ level, item })
    },
  }
}

/** Where not every letter can be drawn, what is read aloud and copied is still word for word. */
function actualOf(text: string): { actual?: string } {
  return isPlain(text.replaceAll('\n', '')) ? {} : { actual: text }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
