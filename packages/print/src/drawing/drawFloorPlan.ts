/** The hall from above, as wide as its box allows: tables as numbered circles, and what people find their way by. */
import { widthOf, type FloorPlan } from '@bordet/workshop'
import { mm, printable, type Box, type Doc } from '../paper.ts'
import type { SayPrint } from '../words.ts'

const words = { stage: 'planStage', door: 'planDoor', coffee: 'planCoffee', window: 'planWindow' } as const

export function drawFloorPlan(doc: Doc, plan: FloorPlan, box: Box, say: SayPrint): void {
  // Squares may be up to twice as wide as high: a hall fills its box, and circles stay circles.
  const height = box.height / plan.rows
  const width = Math.min(box.width / plan.columns, height * 2)
  const left = box.x + (box.width - width * plan.columns) / 2
  const size = { width: width * plan.columns, height: box.height }
  doc.roundedRect(left * mm, box.y * mm, size.width * mm, size.height * mm, 1.5 * mm)
  doc.lineWidth(0.3 * mm).stroke('#444')
  for (const thing of plan.things) {
    const wide = width * widthOf(thing)
    const middle = { x: left + thing.x * width + wide / 2, y: box.y + (thing.y + 0.5) * height }
    if (thing.kind === 'table') {
      const radius = Math.min(width, height) * 0.43
      doc
        .circle(middle.x * mm, middle.y * mm, radius * mm)
        .lineWidth(0.3 * mm)
        .stroke('#000')
      label(doc, String(thing.table), middle, { font: 'bold', most: radius * 1.15 * mm, room: radius * 1.7 })
    } else {
      if (thing.kind === 'stage') {
        doc.rect(
          (middle.x - wide / 2 + 0.4) * mm,
          (middle.y - height * 0.3) * mm,
          (wide - 0.8) * mm,
          height * 0.6 * mm,
        )
        doc.lineWidth(0.2 * mm).stroke('#444')
      }
      label(doc, say(words[thing.kind]), middle, { font: 'regular', most: 7.5, room: wide - 1 })
    }
  }
}

/** One word around a middle, smaller where `room` millimetres ask for it. */
function label(
  doc: Doc,
  text: string,
  middle: { x: number; y: number },
  { font, most, room }: { font: 'regular' | 'bold'; most: number; room: number },
): void {
  const shown = printable(text)
  doc.font(font).fontSize(10).fillColor('#000')
  const size = Math.min(most, (10 * room * mm) / doc.widthOfString(shown))
  doc.fontSize(size)
  const x = middle.x * mm - doc.widthOfString(shown) / 2
  doc.text(shown, x, middle.y * mm - doc.currentLineHeight() / 2, { lineBreak: false })
}
