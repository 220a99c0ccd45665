/** Sheets of six paper notes for each table and round, already marked so that nobody has to ask where a note belongs. */
import { takesEverybodysNotes, type Phase, type Session, type Zone } from '@bordet/workshop'
import { isSeatedPhase } from '@bordet/workshop/engine'
import { drawIcon } from '../drawing/drawIcon.ts'
import { drawLogo } from '../drawing/drawLogo.ts'
import { drawQr, planQr, type QrDrawing } from '../drawing/drawQr.ts'
import { drawMarkNumber, drawTableMark } from '../drawing/drawTableMark.ts'
import {
  decorate,
  figure,
  fitSize,
  group,
  heightOf,
  line,
  mm,
  oneLine,
  tagged,
  write,
  type Doc,
  type Paper,
  type Style,
  type Tag,
} from '../paper.ts'
import type { PartInput } from '../printPack.ts'
import { splitName } from '../words.ts'

const note = { width: 90.8, height: 76.5, x: [12.2, 107.2], y: [35, 115.7, 196.4] } as const

/** One sheet: a table in a phase, or, without a table, a spare for whoever runs out. */
interface Sheet extends PartInput {
  doc: Doc
  phase: Phase
  zones: readonly Zone[]
  table: number | null
  qr: QrDrawing
  address: string
}

/** Lie table by table in the order of the evening; the spare ones last. */
export function addNoteSheets({ doc, root }: Paper, input: PartInput): void {
  const { state, joinLink, say } = input
  const phases = phasesOnPaper(state.session)
  const address = new URL(joinLink).host
  let isFirst = true
  for (const table of [...state.tables.map(({ number }) => number), null]) {
    const qr = planQr(table === null ? joinLink : `${joinLink}?table=${table}`)
    for (const { phase, zones } of phases) {
      // Who walks up or sits in a circle has no table to be sorted by.
      if (table !== null && !isSeatedPhase(state.session, phase)) continue
      doc.addPage()
      if (isFirst) doc.outline.addItem(say('noteSheets'))
      isFirst = false
      group(doc, root, 'Sect', (tag) => drawSheet({ ...input, doc, phase, zones, table, qr, address }, tag))
    }
  }
}

interface OnPaper {
  phase: Phase
  zones: Zone[]
}

/**
 * Phases in which everybody writes, with their zones of the hall too. A session in which nobody does has one sheet
 * without zones: paper is what helps when all else fails.
 */
function phasesOnPaper(session: Session): OnPaper[] {
  const writing = session.phases
    .filter(({ kind }) => kind !== 'vote')
    .map((phase) => ({
      phase,
      zones: phase.zones.flatMap((id) =>
        session.zones.filter((zone) => zone.id === id && takesEverybodysNotes(zone, phase)),
      ),
    }))
    .filter(({ zones }) => zones.length > 0)
  return writing.length > 0 ? writing : session.phases.slice(0, 1).map((phase) => ({ phase, zones: [] }))
}

function drawSheet(sheet: Sheet, tag: Tag): void {
  drawHead(sheet, tag)
  let n = 0
  for (const y of note.y) {
    for (const x of note.x) {
      n += 1
      drawNote(sheet, tag, { x, y, n })
    }
  }
  drawFoot(sheet, tag)
}

function drawHead({ doc, phase, table, say }: Sheet, tag: Tag): void {
  const mark = { x: 12, y: 10, size: 20 }
  decorate(doc, () => {
    drawTableMark(doc, { ...mark, seats: 'filled' })
    drawLogo(doc, 179, 17.2)
  })
  const { short, about } = splitName(phase.name)
  const column = 137
  const name: Style = { size: 10.5, width: column, color: '#333' }
  const question = phase.question ?? (about || short)
  const heading = { font: 'bold', width: column, leading: 1.2 } as const
  const size = fitSize(doc, question, [14.5, 13, 11.5, 10.5], heading, 17)
  const height = heightOf(doc, phase.name, name) + heightOf(doc, question, { ...heading, size })
  let y = Math.max(8, 20 - height / 2)
  if (table !== null)
    tagged(doc, tag, 'P', () => drawMarkNumber(doc, table, mark), say('table', { n: table }))
  tagged(doc, tag, 'P', () => (y = write(doc, oneLine(doc, phase.name, name), 37, y, name)))
  tagged(doc, tag, 'H1', () => void write(doc, question, 37, y, { ...heading, size }))
}

function drawNote(sheet: Sheet, tag: Tag, { x, y, n }: { x: number; y: number; n: number }): void {
  const { doc, say, phase, table, qr, address, zones } = sheet
  const box = { x: x + note.width - 17.6, y: y + 1.4, width: 16.8, height: 16.8 }
  decorate(doc, () => {
    doc
      .roundedRect(x * mm, y * mm, note.width * mm, note.height * mm, 1 * mm)
      .lineWidth(0.35 * mm)
      .stroke('#000')
  })
  const below = drawZones(doc, tag, zones, x + 4, y + 4)
  const label = table === null ? say('joinQr', { address }) : say('tableQr', { n: table, address })
  figure(doc, tag, label, box, () => drawQr(doc, qr, box))
  decorate(doc, () => drawLines(doc, x, Math.max(below, y + 20), y + note.height - 13.5))
  const mark: Style = { size: 8, width: note.width - 8, align: 'right', color: '#444' }
  const words = { table: table ?? '', phase: splitName(phase.name).short, n }
  const text = oneLine(doc, say(table === null ? 'spareMark' : 'noteMark', words), mark)
  tagged(doc, tag, 'P', () => void write(doc, text, x + 4, y + note.height - 6.5, mark))
}

/** A circle to tick, the zone's icon and its name. Gives back where the lines may begin. */
function drawZones(doc: Doc, tag: Tag, zones: readonly Zone[], x: number, top: number): number {
  const step = zones.length > 4 ? 5.6 : 7.4
  const style = { width: note.width - 4 - 13 - 18 } as const
  let y = top
  group(doc, tag, 'L', (list) => {
    for (const { title, icon } of zones) {
      const size = fitSize(doc, title, [11, 10, 9, 8.2], style, step + 1.4)
      const height = heightOf(doc, title, { ...style, size })
      const middle = y + step / 2
      decorate(doc, () => {
        doc
          .circle((x + 2.1) * mm, middle * mm, 2 * mm)
          .lineWidth(0.35 * mm)
          .stroke('#000')
        drawIcon(doc, icon, x + 6, middle - 2.3, 4.6)
      })
      group(doc, list, 'LI', (entry) => {
        tagged(
          doc,
          entry,
          'LBody',
          () => void write(doc, title, x + 12.5, middle - height / 2, { ...style, size }),
        )
      })
      y += step
    }
  })
  return y
}

function drawLines(doc: Doc, x: number, top: number, bottom: number): void {
  const gap = 10.8
  for (let y = bottom; y - top > gap * 0.8; y -= gap) {
    line(doc, [x + 4, y], [x + note.width - 4, y], 0.3, '#777')
  }
}

function drawFoot({ doc, say, table }: Sheet, tag: Tag): void {
  const spare = table === null ? `${say('spareTable')} ` : ''
  const words = `${say('oneThought')} ${spare}${say('sheetHelp')}`
  tagged(doc, tag, 'P', () => void write(doc, words, 12.2, 277.5, { size: 10, width: 186 }))
}
