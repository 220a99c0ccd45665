/**
 * One letter on A4, with the address where the windows of Nordic envelopes are. Envelopes are those of ISO 269 (C5
 * 162 × 229, C65 114 × 229, for A4 folded once and twice) and their narrower sisters E65 (110 × 220) and EC4. Their
 * windows are on the left, the position called V2 in Sweden (harrykuvert.se, "Kuvertguide"), from the sheet's corner:
 *
 *  - E65: 15 mm from the left and 40 from the top, 95 × 30
 *  - C65: 15 and 39, 100 × 35
 *  - C5: 15 and 44, 105 × 35
 *  - EC4: 15 and 42, 100 × 40
 *  - DL, C65 and C5 of DIN 680, for letters of DIN 5008 form B: 20 and 45, 85 × 45
 *
 * (officeconsult.no, "Brevmaler: plassering av mottakerfelt i vinduskonvolutter"; r9005.de, "Briefbogen Form B".) So an
 * address that begins 20 mm from the left and 45 mm from the top, and ends before 105 and 70, shows in all of them. The
 * texts of the Swedish, Danish and Norwegian standards are not free and were not read. A sheet has room to move in its
 * envelope (19 mm to the side and 13 mm down in a C5), so nothing else is printed between 31 and 95 mm. Sorting machines
 * want 10 to 12 points, one left edge and no empty lines (21grams.se, "Adressera rätt"); 9 are for what fits no other way.
 */
import { dateLong } from '@bordet/text'
import { drawQr, planQr, type QrDrawing } from '../drawing/drawQr.ts'
import type { LetterFacts, LetterRecipient, LettersInput, SayLetter } from '../letters.ts'
import {
  decorate,
  figure,
  group,
  heightOf,
  line,
  oneLine,
  pageHeight,
  pageWidth,
  printable,
  tagged,
  write,
  type Doc,
  type Paper,
  type Style,
  type Tag,
} from '../paper.ts'
import { documentLanguages } from '../words.ts'

export interface LetterInput extends LettersInput {
  recipient: LetterRecipient
  facts: LetterFacts
  say: SayLetter
}

const margin = 20
const column = pageWidth - 2 * margin
const addressBox = { x: margin, y: 45, width: 85, height: 25 }
const bodyTop = 95
const bodyBottom = pageHeight - 20
/** Where the sheet is folded for E65 and C65, and for C5. */
const folds = [pageHeight / 3, pageHeight / 2]
/** What sorting machines read; the large ones have it too, since the post reads it first. */
const addressSizes = [12, 11, 10, 9]
const mostAddressLines = 6
/** A note that is longer is cut: all of it stands in the harvest. */
const mostLetters = 300
const sizes = {
  normal: { text: 11.5, heading: 13, title: 17 },
  large: { text: 18, heading: 20, title: 24 },
} as const

/** Where on which page the next line goes; pages are added as they are needed. */
interface Flow {
  doc: Doc
  y: number
}

export function addLetter({ doc, root }: Paper, input: LetterInput): void {
  const { say, recipient, owner, title, readUrl, facts, size, timeZone } = input
  const { language } = recipient
  const points = sizes[size]
  const text: Style = { size: points.text, width: column, leading: 1.35 }
  doc.addPage()
  group(
    doc,
    root,
    'Sect',
    (tag) => {
      decorate(doc, () => folds.forEach((y) => line(doc, [5, y], [8, y], 0.2, '#777')))
      drawSender(doc, tag, owner, points.text)
      drawAddress(doc, tag, recipient.postal)
      const flow: Flow = { doc, y: bodyTop }
      addText(flow, tag, 'H1', say('subject', { title }), { ...text, font: 'bold', size: points.title }, 0)
      addText(flow, tag, 'P', say('hello'), text, 4)
      addText(flow, tag, 'P', say('letterAsked', { title }), text, 1)
      addList(
        flow,
        tag,
        facts.facts.map(([label, value]) => `${label}: ${value}`),
        text,
      )
      if (facts.top.length > 0) {
        addText(flow, tag, 'H2', say('topTitle'), { ...text, font: 'bold', size: points.heading }, 4)
        addList(
          flow,
          tag,
          facts.top.map((one) => `${cut(one.text)} – ${say('dotCount', { n: one.dots })}`),
          text,
        )
      }
      addWhereToRead(flow, tag, planQr(readUrl), input, text)
      if (owner !== '') addText(flow, tag, 'P', say('letterAsk', { owner }), text, 3)
      const date = dateLong(language, recipient.deleteAt, timeZone)
      addText(flow, tag, 'P', say('addressUse', { date }), text, 3)
    },
    { lang: documentLanguages[language] },
  )
}

/** Above the window. */
function drawSender(doc: Doc, tag: Tag, owner: string, size: number): void {
  const style: Style = { font: 'medium', size, width: column }
  if (printable(owner) === '') return
  tagged(doc, tag, 'P', () => void write(doc, clip(doc, owner, style, 31 - 14), margin, 14, style))
}

function drawAddress(doc: Doc, tag: Tag, postal: string): void {
  const lines = addressLines(postal)
  if (lines.length === 0) return
  const styled = (size: number): Style => ({ size, width: addressBox.width, leading: 1.2 })
  const height = (style: Style) => lines.reduce((sum, one) => sum + heightOf(doc, one, style), 0)
  const size = addressSizes.find((each) => height(styled(each)) <= addressBox.height)
  const style = styled(size ?? addressSizes.at(-1) ?? 9)
  // What does not fit at all is cut at its right end: the town must not slip below the window.
  const shown = size === undefined ? lines.map((one) => oneLine(doc, one, style)) : lines
  tagged(
    doc,
    tag,
    'P',
    () => void shown.reduce((y, one) => write(doc, one, addressBox.x, y, style), addressBox.y),
    lines.join(', '),
  )
}

/** The name first and the town last, whatever has to share a line between them. */
function addressLines(postal: string): string[] {
  const lines = postal
    .split('\n')
    .map(printable)
    .filter((one) => one !== '')
  while (lines.length > mostAddressLines) lines.splice(1, 2, lines.slice(1, 3).join(', '))
  return lines
}

function addWhereToRead(
  flow: Flow,
  tag: Tag,
  qr: QrDrawing,
  { say, readUrl, size }: LetterInput,
  text: Style,
): void {
  const { doc } = flow
  const width = size === 'large' ? 42 : 32
  const beside: Style = { ...text, width: column - width - 6 }
  const address: Style = { ...text, font: 'bold' }
  const shown = printable(readUrl.replace(/^https?:\/\//, ''))
  const height = Math.max(width, heightOf(doc, say('letterRead'), beside))
  makeRoom(flow, height + heightOf(doc, shown, address), 4)
  const top = flow.y
  // The words stand beside the code, the address across the page: it is typed without a mistake from one line.
  tagged(doc, tag, 'P', () => void write(doc, say('letterRead'), margin, top, beside))
  const box = { x: pageWidth - margin - width, y: top, width, height: width }
  figure(doc, tag, say('readQr', { address: shown }), box, () => drawQr(doc, qr, box))
  tagged(doc, tag, 'P', () => void (flow.y = write(doc, shown, margin, top + height, address)))
}

function addList(flow: Flow, tag: Tag, entries: readonly string[], style: Style): void {
  const indented: Style = { ...style, width: style.width - 6 }
  group(flow.doc, tag, 'L', (list) => {
    entries.forEach((entry, index) => {
      makeRoom(flow, heightOf(flow.doc, entry, indented), index === 0 ? 3 : 0.8)
      const { doc, y } = flow
      group(doc, list, 'LI', (item) => {
        tagged(doc, item, 'Lbl', () => void write(doc, '•', margin, y, { ...style, width: 5 }))
        tagged(doc, item, 'LBody', () => void (flow.y = write(doc, entry, margin + 6, y, indented)))
      })
    })
  })
}

function addText(
  flow: Flow,
  tag: Tag,
  type: 'H1' | 'H2' | 'P',
  text: string,
  style: Style,
  gap: number,
): void {
  makeRoom(flow, heightOf(flow.doc, text, style), gap)
  tagged(flow.doc, tag, type, () => void (flow.y = write(flow.doc, text, margin, flow.y, style)))
}

/** On a page of its own nothing needs a gap above. */
function makeRoom(flow: Flow, height: number, gap: number): void {
  flow.y += gap
  if (flow.y + height <= bodyBottom) return
  flow.doc.addPage()
  flow.y = margin
}

function cut(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length <= mostLetters
    ? letters.join('')
    : `${letters.slice(0, mostLetters).join('').trimEnd()}…`
}

/** As many of the words as `height` holds. */
function clip(doc: Doc, text: string, style: Style, height: number): string {
  const words = printable(text).split(' ')
  while (words.length > 1 && heightOf(doc, words.join(' '), style) > height) words.pop()
  return words.join(' ')
}
