/** The sign and the name in the corner of cards and sheets. Decoration: the caller marks it so. */
import { mm, write, type Doc } from '../paper.ts'
import { tableSeats } from '@bordet/look'

export function drawLogo(doc: Doc, x: number, y: number): void {
  const size = 5.6
  doc
    .save()
    .translate(x * mm, y * mm)
    .scale((size * mm) / 100)
  for (const { x: cx, y: cy, r, host } of tableSeats({ people: 6, hasHost: true })) {
    if (host) doc.rect(cx - r * 1.2, cy - r * 1.2, r * 2.4, r * 2.4)
    else doc.circle(cx, cy, r * 1.2)
    doc.fill('#000')
  }
  doc.circle(50, 50, 25).fill('#000').restore()
  write(doc, 'Bordet', x + size + 1.8, y + 0.4, { font: 'heavy', size: 11, width: 30 })
}
