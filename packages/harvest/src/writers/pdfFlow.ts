/**
 * Running text on as many pages as it takes: own line breaking, so that emoji, Arabic and Hebrew get a typeface that has
 * them and a text may go on overleaf. Distances are millimetres, sizes of letters points.
 */
import {
  decorate,
  figure,
  line,
  mm,
  pageHeight,
  pageWidth,
  printable,
  type Font,
  type OtherFont,
  type Paper,
  type Tag,
} from '@bordet/print/paper'
import { isRightToLeft } from '../isRightToLeft.ts'

export interface TextStyle {
  size: number
  font?: Font
  color?: string
  /** Of the letters' size; 1.3 when left out. */
  leading?: number
  indent?: number
  bullet?: boolean
}

type Leaf = 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'TH' | 'TD'
type Branch = 'L' | 'LI' | 'LBody' | 'BlockQuote' | 'Table' | 'TR' | 'TH' | 'TD'

export interface TableInput {
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

/** Letters that one typeface has. */
interface Run {
  text: string
  font: Font | OtherFont
}
type Line = Run[]

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
      const runs = runsOf(footer, 'regular')
      drawLine([runs], left, pageHeight - 15, footerStyle)
      drawLine([runsOf(String(pages), 'regular')], pageWidth - left - 8, pageHeight - 15, footerStyle)
    })
  }

  const drawLine = (words: readonly Line[], x: number, at: number, { size, color = '#000' }: TextStyle) => {
    let from = x
    doc.fillColor(color)
    for (const run of joinRuns(words.flat())) {
      doc
        .font(run.font)
        .fontSize(size)
        .text(run.text, from * mm, at * mm, { lineBreak: false })
      from += doc.widthOfString(run.text) / mm
    }
  }

  /** Each line is words with the blanks behind them. */
  const breakLines = (text: string, style: TextStyle, width: number): Line[][] =>
    text.split('\n').flatMap((paragraph) => {
      const lines: Line[][] = []
      let current: Line[] = []
      let used = 0
      const push = () => {
        lines.push(current)
        current = []
        used = 0
      }
      for (const word of paragraph.match(/\S+\s*|\s+/gu) ?? []) {
        const runs = runsOf(word, style.font ?? 'regular')
        const bare = runsOf(word.trimEnd(), style.font ?? 'regular')
        const wordWidth = sum(runs.map((run) => widthOf(run, style.size)))
        const bareWidth = sum(bare.map((run) => widthOf(run, style.size)))
        if (used > 0 && used + bareWidth > width) push()
        if (bareWidth <= width) {
          current.push(runs)
          used += wordWidth
          continue
        }
        // A word longer than the line is broken where the line ends.
        for (const letter of graphemes(word)) {
          const one = runsOf(letter, style.font ?? 'regular')
          const its = sum(one.map((run) => widthOf(run, style.size)))
          if (used > 0 && used + its > width) push()
          current.push(one)
          used += its
        }
      }
      push()
      return lines
    })

  const lineHeight = ({ size, leading = 1.3 }: TextStyle) => (size * leading) / mm

  const struct = (parent: Tag, type: string, options: object = {}): Tag => {
    const tag = doc.struct(type, options)
    parent.add(tag)
    return tag
  }

  const drawLines = (
    tag: Tag,
    lines: readonly Line[][],
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
        for (const [index, words] of part.entries()) {
          const shown = rtl ? words.toReversed() : words
          const used = rtl ? sum(shown.flat().map((run) => widthOf(run, style.size))) : 0
          drawLine(shown, rtl ? x + width - used : x, from + index * height, style)
        }
      })
      y += part.length * height
      at += part.length
    }
  }

  if (pages === 0) nextPage()

  return {
    text(parent, type, text, style) {
      const { indent = 0 } = style
      const lines = breakLines(text, style, textWidth - indent)
      const tag = struct(parent, type, actualOf(text))
      if (style.bullet && y + lineHeight(style) > bottom) nextPage()
      const from = y
      if (style.bullet) decorate(doc, () => drawLine([runsOf('•', 'regular')], left + 1, from, style))
      drawLines(tag, lines, left + indent, textWidth - indent, style, isRightToLeft(text))
      tag.end()
    },

    table(parent, { head, rows, widths: shares, style, rule }) {
      const table = struct(parent, 'Table')
      const pad = 1.6
      const xs = shares.map((_, index) => left + textWidth * sum(shares.slice(0, index)))
      const cellWidth = (index: number) => textWidth * (shares[index] ?? 0) - 2 * pad
      const height = lineHeight(style)
      const drawRow = (cells: readonly string[], isHead: boolean, rowTag: Tag | null) => {
        const its: TextStyle = isHead ? { ...style, font: 'bold' } : style
        const broken = shares.map((_, index) => breakLines(cells[index] ?? '', its, cellWidth(index)))
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
              for (const [row, words] of part.entries())
                drawLine(words, (xs[index] ?? 0) + pad, from + row * height, its)
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

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

function graphemes(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

const plain = /^[ -~\u00A0-\u017F]*$/

function runsOf(text: string, font: Font): Run[] {
  if (plain.test(text)) return [{ text, font }]
  return joinRuns(
    graphemes(text).map((letter) => {
      if (/\p{Script=Hebrew}/u.test(letter)) return { text: letter, font: 'hebrew' }
      if (/\p{Script=Arabic}/u.test(letter)) return { text: letter, font: 'arabic' }
      if (/[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u.test(letter))
        return { text: letter, font: 'emoji' }
      const known = printable(letter)
      return { text: letter.trim() === '' || known !== '' ? known || ' ' : ' ', font }
    }),
  )
}

function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.font === run.font) joined[joined.length - 1] = { text: last.text + run.text, font: run.font }
    else joined.push(run)
  }
  return joined
}

/** Where not every letter can be drawn, what is read aloud and copied is still word for word. */
function actualOf(text: string): { actual?: string } {
  return plain.test(text.replaceAll('\n', '')) ? {} : { actual: text }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
