/** A QR code as one filled path, sharp in every print; the white around it that readers need is part of the box. */
import { create } from 'qrcode'
import { mm, type Box, type Doc } from '../paper.ts'

const quiet = 4

export interface QrDrawing {
  size: number
  /** Operators of the PDF's own drawing language. */
  operators: string
}

/**
 * Planned once and drawn often: a pack has 500 codes, and pdfkit would parse a path each time. Black squares side by
 * side are one rectangle.
 */
export function planQr(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let operators = ''
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue
      let end = x + 1
      while (end < modules.size && modules.get(y, end)) end += 1
      operators += `${x} ${y} ${end - x} 1 re\n`
      x = end
    }
  }
  return { size: modules.size, operators: `${operators}f` }
}

export function drawQr(doc: Doc, { size, operators }: QrDrawing, { x, y, width }: Box): void {
  const scale = (width * mm) / (size + 2 * quiet)
  doc
    .save()
    .translate(x * mm + quiet * scale, y * mm + quiet * scale)
    .scale(scale)
    .fillColor('#000')
    .addContent(operators)
    .restore()
}
