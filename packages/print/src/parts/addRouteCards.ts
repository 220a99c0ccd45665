/** Four cards on a sheet: each tells one person, with or without a phone, where to sit all evening. */
import { completePlan, type FloorPlan } from '@bordet/workshop'
import { drawFloorPlan } from '../drawing/drawFloorPlan.ts'
import { drawLogo } from '../drawing/drawLogo.ts'
import { drawQr, planQr, type QrDrawing } from '../drawing/drawQr.ts'
import { drawMarkNumber, drawTableMark } from '../drawing/drawTableMark.ts'
import {
  dashedLine,
  decorate,
  figure,
  fitSize,
  group,
  line,
  oneLine,
  pageHeight,
  pageWidth,
  printable,
  tagged,
  write,
  type Box,
  type Doc,
  type Paper,
  type Style,
  type Tag,
} from '../paper.ts'
import type { PartInput } from '../printPack.ts'
import { planRoutes, staysOf, type Route, type Stay } from '../routes.ts'
import { splitName } from '../words.ts'

const card = { width: pageWidth / 2, height: pageHeight / 2 }
const inset = 9.3
const column = card.width - 2 * inset

interface Cards extends PartInput {
  doc: Doc
  /** Null when nobody made one. */
  plan: FloorPlan | null
  stays: readonly Stay[]
  qr: QrDrawing
  address: string
}

export function addRouteCards({ doc, root }: Paper, input: PartInput): void {
  const { state, joinLink, say } = input
  const stays = staysOf(state.session)
  const plan =
    state.floorPlan &&
    completePlan(
      state.floorPlan,
      state.tables.map(({ number }) => number),
    )
  const cards: Cards = { ...input, doc, plan, stays, qr: planQr(joinLink), address: new URL(joinLink).host }
  planRoutes(state).forEach((route, index) => {
    const corner = index % 4
    if (corner === 0) doc.addPage()
    if (index === 0) doc.outline.addItem(say('routeCards'))
    if (corner === 0) decorate(doc, () => drawCuts(doc))
    const left = (corner % 2) * card.width
    const top = Math.floor(corner / 2) * card.height
    group(doc, root, 'Sect', (tag) => drawCard(cards, tag, route, left + inset, top))
  })
}

function drawCuts(doc: Doc): void {
  dashedLine(doc, [card.width, 0], [card.width, pageHeight])
  dashedLine(doc, [0, card.height], [pageWidth, card.height])
}

function drawCard(cards: Cards, tag: Tag, route: Route, x: number, top: number): void {
  const { doc, say, stays } = cards
  const number: Style = { size: 11, width: column, align: 'right', color: '#333' }
  decorate(doc, () => drawLogo(doc, x, top + 9.5))
  tagged(doc, tag, 'P', () => void write(doc, say('card', { n: route.card }), x, top + 9.9, number))
  const name = printable(route.name)
  const title = name || say('routeTitle')
  tagged(doc, tag, 'H1', () => {
    const style = { font: 'heavy', width: column } as const
    const size = fitSize(doc, title, [17, 15, 13, 11.5], style, 8)
    write(doc, oneLine(doc, title, { ...style, size }), x, top + 18.5 + (17 - size) / 5, { ...style, size })
  })
  const first = top + 28
  const plan = roomForPlan(cards)
  const height = Math.min(23.7, (95 - plan) / Math.max(1, stays.length))
  group(doc, tag, 'L', (list) => {
    stays.forEach((_, index) => {
      const y = first + index * height
      decorate(doc, () => line(doc, [x, y], [x + column, y], 0.3, '#777'))
      group(doc, list, 'LI', (entry) => drawStay(cards, entry, route, index, { x, y, height }))
    })
  })
  const end = first + stays.length * height
  if (cards.plan) drawPlan(cards, tag, { x, y: top + 123 - plan + 2.5, width: column, height: plan - 3 })
  decorate(doc, () => line(doc, [x, end], [x + column, end], 0.3, '#777'))
  drawFoot(cards, tag, x, top)
}

/** Millimetres between the tables of the evening and the foot: more for a hall with many rows. */
function roomForPlan({ plan }: Cards): number {
  return plan ? Math.min(42, Math.max(24, plan.rows * 5.5)) : 0
}

function drawPlan({ doc, say, plan }: Cards, tag: Tag, box: Box): void {
  if (plan) figure(doc, tag, say('plan'), box, () => drawFloorPlan(doc, plan, box, say))
}

function drawStay(
  { doc, say, stays }: Cards,
  entry: Tag,
  route: Route,
  index: number,
  { x, y, height }: { x: number; y: number; height: number },
): void {
  const stay = stays[index]
  const table = route.tables[index]
  if (!stay || table === undefined) return
  const size = Math.min(22, height * 0.92)
  const mark = { x: x + (23.7 - size) / 2, y: y + (height - size) / 2, size }
  decorate(doc, () => drawTableMark(doc, { ...mark, seats: 'outlined' }))
  tagged(doc, entry, 'Lbl', () => drawMarkNumber(doc, table, mark), say('table', { n: table }))
  const names = stay.phases.map(({ name }) => splitName(name))
  const heading: Style = { font: 'bold', size: height < 15 ? 10.5 : 12.5, width: column - 29 }
  const detail: Style = { size: height < 15 ? 9 : 10.5, width: column - 29, color: '#333' }
  const short = oneLine(doc, names[0]?.short ?? '', heading)
  const about = oneLine(doc, aboutStay(stay, names, index === 0 ? null : route.keepsSeat, say), detail)
  const block = about ? (heading.size + detail.size) * 0.44 : heading.size * 0.44
  tagged(doc, entry, 'LBody', () => {
    const below = write(doc, short, x + 29, y + (height - block) / 2, heading)
    if (about) write(doc, about, x + 29, below, detail)
  })
}

function aboutStay(
  { by }: Stay,
  names: readonly { short: string; about: string }[],
  keepsSeat: Route['keepsSeat'],
  say: PartInput['say'],
): string {
  if (keepsSeat === 'host') return say('hostStays')
  if (keepsSeat === 'stays') return say('stays')
  if (by === 'home') return say('backHome')
  const [first, ...others] = names
  return others.length > 0 ? others.map(({ short }) => short).join(' · ') : (first?.about ?? '')
}

function drawFoot({ doc, say, qr, address }: Cards, tag: Tag, x: number, top: number): void {
  const box = { x: x + column - 17.5, y: top + 125.5, width: 18.5, height: 18.5 }
  const help: Style = { size: 9.8, width: column - 20, color: '#222' }
  tagged(doc, tag, 'P', () => void write(doc, say('routeHelp'), x, top + 127, help))
  figure(doc, tag, say('joinQr', { address }), box, () => drawQr(doc, qr, box))
}
