/**
 * A tagged A4 document (PDF 1.7, PDF/UA-1): how pages, tags and text get onto it, so that a part only says what stands
 * where. Places are millimetres from the top left corner, sizes of letters points.
 */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

export type Doc = InstanceType<typeof PDFDocument>
/** An element of the structure tree: what a screen reader walks through, in the order it was drawn. */
export type Tag = ReturnType<Doc['struct']>
export type Font = 'regular' | 'medium' | 'bold' | 'heavy'
/** For what Roboto has no letters for. */
export type OtherFont = 'emoji' | 'arabic' | 'hebrew'

export const mm = 72 / 25.4
export const pageWidth = 210
export const pageHeight = 297

const fontFiles: Readonly<Record<Font | OtherFont, string>> = {
  regular: 'roboto/400Regular/Roboto_400Regular.ttf',
  medium: 'roboto/600SemiBold/Roboto_600SemiBold.ttf',
  bold: 'roboto/700Bold/Roboto_700Bold.ttf',
  heavy: 'roboto/800ExtraBold/Roboto_800ExtraBold.ttf',
  emoji: 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  arabic: 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  hebrew: 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
}

export interface Paper {
  doc: Doc
  /** The root that every section hangs on. */
  root: Tag
  finish(): Promise<Uint8Array>
}

export function openPaper(options: { title: string; language: string; madeAt: number }): Paper {
  const { title, language, madeAt } = options
  const settings: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'Bordet', Producer: 'Bordet', CreationDate: new Date(madeAt) },
  }
  // Merged in, because pdfkit's types (0.17) are older than its `PDF/UA`.
  const doc = new PDFDocument(Object.assign(settings, { subset: 'PDF/UA' }))
  // pdfkit (0.20) takes the number 1 for PDF/A-1 and writes a CIDSet into its fonts that lacks the parts of composed
  // letters, which PDF/UA-1 (7.21.4.2) forbids; without one they are right. As a word it says the same in the metadata.
  Object.assign(doc, { subset: '1' })
  const require = createRequire(import.meta.url)
  for (const [font, file] of Object.entries(fontFiles)) {
    doc.registerFont(font, require.resolve(`@expo-google-fonts/${file}`))
  }
  const root = doc.struct('Document', { title })
  doc.addStructure(root)
  const written = collect(doc)
  return {
    doc,
    root,
    finish() {
      root.end()
      doc.end()
      return written
    },
  }
}

/** A branch of the structure tree; what `fill` draws hangs on it. `lang` where it is not the document's: `nb-NO`. */
export function group(
  doc: Doc,
  parent: Tag,
  type: 'Sect' | 'L' | 'LI',
  fill: (tag: Tag) => void,
  options: { lang?: string } = {},
): void {
  const tag = doc.struct(type, options)
  parent.add(tag)
  fill(tag)
  tag.end()
}

/** A leaf: what `draw` draws is read as one `type`. `actual` is read in place of the letters that stand there. */
export function tagged(
  doc: Doc,
  parent: Tag,
  type: 'H1' | 'H2' | 'P' | 'LBody' | 'Lbl',
  draw: () => void,
  actual?: string,
): void {
  const tag = doc.struct(type, actual === undefined ? {} : { actual })
  parent.add(tag)
  tag.add(draw)
  tag.end()
}

/** A picture that says something; `alt` says it in words. */
export function figure(doc: Doc, parent: Tag, alt: string, box: Box, draw: () => void): void {
  const { x, y, width, height } = box
  const options = { alt, bbox: [x, y, x + width, y + height].map((side) => side * mm) }
  const tag = doc.struct('Figure', options)
  parent.add(tag)
  tag.add(draw)
  tag.end()
}

/** Lines, frames and what only repeats the text beside it: no screen reader stops there. */
export function decorate(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Style {
  font?: Font
  size: number
  width: number
  align?: 'left' | 'center' | 'right'
  /** Of the letters' size; 1.25 when left out. */
  leading?: number
  color?: string
  /** Between letters, in points. */
  spacing?: number
}

export function line(
  doc: Doc,
  from: [number, number],
  to: [number, number],
  width: number,
  color: string,
): void {
  doc
    .moveTo(from[0] * mm, from[1] * mm)
    .lineTo(to[0] * mm, to[1] * mm)
    .lineWidth(width * mm)
    .stroke(color)
}

/** Where scissors or a fold go. */
export function dashedLine(doc: Doc, from: [number, number], to: [number, number]): void {
  doc.dash(1 * mm, { space: 0.8 * mm })
  line(doc, from, to, 0.3, '#555')
  doc.undash()
}

/** Writes into a column whose top left corner is `x`, `y`; gives back where the next line would begin. */
export function write(doc: Doc, text: string, x: number, y: number, style: Style): number {
  const shown = printable(text)
  prepare(doc, style)
  doc.fillColor(style.color ?? '#000').text(shown, x * mm, y * mm, textOptions(doc, style))
  return y + heightOf(doc, text, style)
}

export function heightOf(doc: Doc, text: string, style: Style): number {
  prepare(doc, style)
  return doc.heightOfString(printable(text), textOptions(doc, style)) / mm
}

/** The first size at which the text keeps to its width (no word broken) and to `maxHeight`; the last when none does. */
export function fitSize(
  doc: Doc,
  text: string,
  sizes: readonly number[],
  style: Omit<Style, 'size'>,
  maxHeight: number,
): number {
  const fits = (size: number) =>
    heightOf(doc, text, { ...style, size }) <= maxHeight &&
    printable(text)
      .split(/[\s–-]+/)
      .every((word) => doc.widthOfString(word) <= style.width * mm)
  return sizes.find(fits) ?? sizes.at(-1) ?? 10
}

/** As much of the text as one line holds, with an ellipsis for the rest. */
export function oneLine(doc: Doc, text: string, style: Style): string {
  prepare(doc, style)
  const fits = (words: string) => doc.widthOfString(words) <= style.width * mm
  const shown = printable(text)
  if (fits(shown)) return shown
  const letters = [...shown]
  while (letters.length > 1 && !fits(`${letters.join('').trimEnd()}…`)) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** What no cut of Roboto 3 has. */
const unprintable =
  /[^ -~\u00A0-\u017F\u0218-\u021B\u0386-\u038A\u038E-\u03A1\u03A3-\u03CE\u0400-\u0486\u1EA0-\u1EF9\u2010\u2011\u2013-\u2015\u2018-\u201E\u2022\u2026\u2030\u2039\u203A\u20AC\u2116\u2122]/gu

/**
 * Without the signs the typeface has no picture for (emoji, Arabic): an empty box on paper helps nobody, and PDF/UA
 * forbids it. The ranges are those that every cut of Roboto 3 has.
 */
export function printable(text: string): string {
  return text.normalize('NFC').replace(unprintable, ' ').replace(/ +/g, ' ').trim()
}

function prepare(doc: Doc, { font = 'regular', size }: Style): void {
  doc.font(font).fontSize(size)
}

function textOptions(doc: Doc, style: Style) {
  const { size, width, align = 'left', leading = 1.25, spacing = 0 } = style
  return {
    width: width * mm,
    align,
    lineGap: size * leading - doc.currentLineHeight(),
    characterSpacing: spacing,
  }
}

function collect(doc: Doc): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
  doc.on('error', reject)
  return promise
}
