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
import { drawQr, planQr } from '../drawing/drawQr.ts'
import type {
  LetterBlock,
  LetterEntry,
  LetterRecipient,
  LettersInput,
  LetterStory,
  SayLetter,
} from '../letters.ts'
import {
  decorate,
  figure,
  group,
  heightOf,
  line,
  mm,
  oneLine,
  pageHeight,
  pageWidth,
  printable,
  tagged,
  widthOf,
  write,
  type Doc,
  type Paper,
  type Style,
  type Tag,
} from '../paper.ts'
import { documentLanguages } from '../words.ts'

export interface LetterInput extends LettersInput {
  recipient: LetterRecipient
  story: LetterStory
  /** Whether the whole report lies behind it. */
  hasReport: boolean
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
const sizes = {
  normal: { text: 11, small: 9.5, heading: 13.5, title: 18 },
  large: { text: 18, small: 18, heading: 22, title: 26 },
} as const
const muted = '#45524e'

/** Where on which page the next line goes; pages are added as they are needed. */
interface Flow {
  doc: Doc
  y: number
  /** BCP 47 tag of what people wrote, where it is not the reader's. */
  written: string | undefined
  text: Style
  small: Style
  heading: Style
}

export function addLetter({ doc, root }: Paper, input: LetterInput): void {
  const { say, recipient, owner, title, story, size } = input
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
      const flow: Flow = {
        doc,
        y: bodyTop,
        written: story.writtenIn === language ? undefined : documentLanguages[story.writtenIn],
        text,
        small: { ...text, size: points.small, color: muted },
        heading: { ...text, font: 'bold', size: points.heading, leading: 1.2 },
      }
      addText(flow, tag, 'H1', say('subject', { title }), {
        ...flow.heading,
        font: 'heavy',
        size: points.title,
      })
      addText(flow, tag, 'P', story.facts, flow.small, 1)
      for (const notice of story.notices) addText(flow, tag, 'P', notice, { ...text, font: 'bold' }, 2)
      addText(flow, tag, 'P', `${say('hello')} ${say('letterAsked', { title })}`, text, 4)
      if (story.blocks.length === 0) addText(flow, tag, 'P', say('noDigest'), text, 2)
      story.blocks.forEach((block, at) => addBlock(flow, tag, block, story.blocks[at + 1]))
      addEnd(flow, tag, input)
    },
    { lang: documentLanguages[language] },
  )
}

function addBlock(flow: Flow, tag: Tag, block: LetterBlock, next: LetterBlock | undefined): void {
  const { doc, text, heading } = flow
  switch (block.kind) {
    case 'heading':
      // Never alone at the foot of a page.
      makeRoom(flow, heightOf(doc, block.text, heading) + 2 + beginning(flow, next), 5)
      return addText(flow, tag, 'H2', block.text, heading)
    case 'words':
      return addText(flow, tag, 'P', block.text, text, 1.5, flow.written)
    case 'quiet':
      return addText(flow, tag, 'P', block.text, flow.small, 1.5)
    case 'entries':
      return group(doc, tag, 'L', (list) =>
        block.entries.forEach((entry, index) =>
          addEntry(flow, list, entry, block.isRanked ? String(index + 1) : '•'),
        ),
      )
    default:
      return block satisfies never
  }
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

/** How much of a block stays together at its beginning. */
function beginning(flow: Flow, block: LetterBlock | undefined): number {
  if (block?.kind !== 'entries') return 2 * heightOf(flow.doc, 'X', flow.text)
  const two = block.entries.slice(0, 2).reduce((sum, entry) => sum + entryHeight(flow, entry), 0)
  return Math.min(two, (bodyBottom - margin) / 2)
}

/** At most half a page: what is longer goes on overleaf. */
function entryHeight(flow: Flow, { title, note, lines }: LetterEntry): number {
  const { doc, text, small } = flow
  const inside = (style: Style): Style => ({ ...style, width: column - indentOf(flow) })
  const height = (words: string, style: Style) => (words === '' ? 0 : heightOf(doc, words, inside(style)))
  const all = lines.map(
    ({ label, text: words, look, source }) =>
      height(`${label} ${words}`, look === 'quiet' ? small : text) + height(source, small),
  )
  const whole = all.reduce(
    (sum, one) => sum + one,
    height(title, { ...text, font: 'bold' }) + height(note, small),
  )
  return Math.min(whole + 2, (bodyBottom - margin) / 2)
}

function indentOf({ text }: Flow): number {
  return text.size > 14 ? 11 : 7
}

/** One of a list: its name with the note beside it, then its lines. */
function addEntry(flow: Flow, list: Tag, entry: LetterEntry, mark: string): void {
  const { doc, text, small, written } = flow
  const { title, note, lines } = entry
  const indent = indentOf(flow)
  const x = margin + indent
  const inside = (style: Style): Style => ({ ...style, width: column - indent })
  const bold = inside({ ...text, font: 'bold' })
  const beside = inside(small)
  makeRoom(flow, entryHeight(flow, entry), 1.8)
  group(doc, list, 'LI', (item) => {
    const top = flow.y
    tagged(
      doc,
      item,
      'Lbl',
      () => void write(doc, mark, margin, top, { ...text, font: 'bold', width: indent }),
    )
    group(doc, item, 'LBody', (body) => {
      addText(flow, body, 'P', title, bold, 0, written, x)
      const end = note === '' ? null : besideTitle(flow, title, note, { bold, beside, x, top })
      if (end) tagged(doc, body, 'P', () => void write(doc, note, end.x, end.y, end.style))
      else if (note !== '') addText(flow, body, 'P', note, beside, 0, undefined, x)
      for (const { label, text: words, look, source } of lines) {
        const style = inside(look === 'quiet' ? small : text)
        addText(flow, body, 'P', label === '' ? words : `${label}: ${words}`, style, 0.4, written, x)
        if (source !== '') addText(flow, body, 'P', source, beside, 0, undefined, x)
      }
    })
  })
}

/** Where the note stands behind a title of one line; null when it does not fit there. */
function besideTitle(
  { doc, y }: Flow,
  title: string,
  note: string,
  { bold, beside, x, top }: { bold: Style; beside: Style; x: number; top: number },
): { x: number; y: number; style: Style } | null {
  const oneLineHigh = heightOf(doc, 'X', bold)
  if (y - top > oneLineHigh * 1.5 || y < top) return null
  const from = x + widthOf(doc, title, bold) + 2.5
  const width = pageWidth - margin - from
  if (widthOf(doc, note, beside) > width - 1) return null
  // On the title's baseline.
  const drop = ((bold.size - beside.size) / mm) * 0.95
  return { x: from, y: top + drop, style: { ...beside, width } }
}

/** Where the rest is, whom to ask, what becomes of the address: in one piece, so that the last page never has but a line. */
function addEnd(flow: Flow, tag: Tag, input: LetterInput): void {
  const { say, readUrl, size, owner, hasReport, recipient, timeZone } = input
  const { doc, text } = flow
  const width = size === 'large' ? 42 : 30
  const beside: Style = { ...text, width: column - width - 6 }
  const address: Style = { ...text, font: 'bold' }
  const shown = printable(readUrl.replace(/^https?:\/\//, ''))
  const ask = hasReport ? say('letterEnclosed') : owner === '' ? '' : say('letterAsk', { owner })
  const kept = say('addressUse', { date: dateLong(recipient.language, recipient.deleteAt, timeZone) })
  const readHeight = heightOf(doc, say('letterRead'), beside) + 2
  // An address is typed without a mistake from one line: beside the code where it fits there, else across the page.
  const isBeside = widthOf(doc, shown, address) <= beside.width - 1
  const addressTop = isBeside ? readHeight : Math.max(width, readHeight)
  const addressStyle = isBeside ? { ...address, width: beside.width } : address
  const readEnd = Math.max(width, addressTop + heightOf(doc, shown, addressStyle))
  const height =
    readEnd + (ask === '' ? 0 : heightOf(doc, ask, text) + 2) + heightOf(doc, kept, flow.small) + 2
  makeRoom(flow, height, 6)
  const top = flow.y
  tagged(doc, tag, 'P', () => void write(doc, say('letterRead'), margin, top, beside))
  const box = { x: pageWidth - margin - width, y: top, width, height: width }
  figure(doc, tag, say('readQr', { address: shown }), box, () => drawQr(doc, planQr(readUrl), box))
  tagged(doc, tag, 'P', () => void write(doc, shown, margin, top + addressTop, addressStyle))
  flow.y = top + readEnd
  if (ask !== '') addText(flow, tag, 'P', ask, text, 2)
  addText(flow, tag, 'P', kept, flow.small, 2)
}

/** Goes on overleaf where a page ends. */
function addText(
  flow: Flow,
  tag: Tag,
  type: 'H1' | 'H2' | 'P',
  text: string,
  style: Style,
  gap = 0,
  lang?: string,
  x = margin,
): void {
  const { doc } = flow
  flow.y += gap
  for (const paragraph of text.split('\n').filter((words) => printable(words) !== '')) {
    // No first line alone at the foot of a page.
    makeRoom(flow, Math.min(heightOf(doc, paragraph, style), 2 * heightOf(doc, 'X', style)), 0)
    let rest = paragraph
    while (rest !== '') {
      const [here, later] = splitAt(doc, rest, style, bodyBottom - flow.y)
      const y = flow.y
      tagged(doc, tag, type, () => void (flow.y = write(doc, here, x, y, style)), undefined, lang)
      rest = later
      if (rest !== '') makeRoom(flow, pageHeight, 0)
    }
  }
}

/** As many words as `height` holds, at least one, and the others. */
function splitAt(doc: Doc, text: string, style: Style, height: number): [here: string, later: string] {
  if (heightOf(doc, text, style) <= height) return [text, '']
  const words = text.split(/(?<=\s)/)
  let fits = 1
  let over = words.length
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2)
    if (heightOf(doc, words.slice(0, middle).join(''), style) <= height) fits = middle
    else over = middle
  }
  return [words.slice(0, fits).join('').trimEnd(), words.slice(fits).join('')]
}

/** On a page of its own nothing needs a gap above. */
function makeRoom(flow: Flow, height: number, gap: number): void {
  flow.y += gap
  if (flow.y + height <= bodyBottom) return
  flow.doc.addPage()
  flow.y = margin
}

/** As many of the words as `height` holds. */
function clip(doc: Doc, text: string, style: Style, height: number): string {
  const words = printable(text).split(' ')
  while (words.length > 1 && heightOf(doc, words.join(' '), style) > height) words.pop()
  return words.join(' ')
}
