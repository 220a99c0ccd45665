/** The table seen from above: the same drawing as on every screen, black on white. The number is written by the caller. */
import { tableSeats } from '@bordet/look'
import { mm, type Doc } from '../paper.ts'

export interface Mark {
  x: number
  y: number
  size: number
  seats: 'filled' | 'outlined' | 'hostFilled'
}

/** Lines and seats only, on a square of `size` millimetres. */
export function drawTableMark(doc: Doc, { x, y, size, seats }: Mark): void {
  doc
    .save()
    .translate(x * mm, y * mm)
    .scale((size * mm) / 100)
  for (const { x: cx, y: cy, r, host } of tableSeats({ people: 6, hasHost: true })) {
    if (host) doc.roundedRect(cx - r, cy - r, r * 2, r * 2, 1.5)
    else doc.circle(cx, cy, r)
    if (seats === 'filled' || (seats === 'hostFilled' && host)) doc.fill('#000')
    else doc.lineWidth(1.8).stroke('#444')
  }
  doc.circle(50, 50, 29).lineWidth(2.4).stroke('#000').restore()
}

/** Writes the number into the middle of the mark. */
export function drawMarkNumber(doc: Doc, number: number, { x, y, size }: Omit<Mark, 'seats'>): void {
  const text = String(number)
  const share = { 1: 0.4, 2: 0.33 }[text.length] ?? 0.24
  const letters = size * mm * share
  doc.font('heavy').fontSize(letters).fillColor('#000')
  const width = doc.widthOfString(text)
  // Digits are as tall as capitals: 0.711 of the size in Roboto; `text` counts from the top of the line.
  const rise = doc.currentLineHeight() * 0.5
  doc.text(text, (x + size / 2) * mm - width / 2, (y + size / 2) * mm - rise + letters * middleDrop, {
    lineBreak: false,
  })
}

/** How far the middle of a digit lies above the middle of its line, as a share of the size. */
const middleDrop = 0.013
