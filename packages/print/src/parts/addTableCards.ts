/**
 * One sheet for each table. The front folds into a tent: the number for the hall, and for those at the table the code
 * and the questions. The back, which the tent hides, is the host's card, and what everybody may expect of each other.
 */
import { dateLong } from '@bordet/text'
import { drawMarkNumber, drawTableMark } from '../drawing/drawTableMark.ts'
import { drawQr, planQr } from '../drawing/drawQr.ts'
import {
  dashedLine,
  decorate,
  figure,
  group,
  heightOf,
  line,
  mm,
  pageHeight,
  pageWidth,
  tagged,
  write,
  type Doc,
  type Paper,
  type Style,
  type Tag,
} from '../paper.ts'
import type { PartInput } from '../printPack.ts'
import { questionsOf, type Question } from '../questions.ts'
import { staysOf } from '../routes.ts'
import { spacedCode, type SayPrint } from '../words.ts'

const fold = pageHeight / 2
const left = { x: 14, width: 56 }
const right = { x: 79, width: 117 }
const hostLines = ['host1', 'host2', 'host3', 'host4', 'host5', 'host6', 'host7', 'host8'] as const
type HostLine = (typeof hostLines)[number]
/** Where nobody changes tables, these would only confuse. */
const ofMoves: ReadonlySet<HostLine> = new Set(['host1', 'host3'])
const mannerLines = ['manner1', 'manner2', 'manner3', 'manner4', 'manner5', 'manner6', 'manner7'] as const

export function addTableCards({ doc, root }: Paper, input: PartInput): void {
  const { state, say } = input
  const questions = questionsOf(state.session)
  const host = staysOf(state.session).length > 1 ? hostLines : hostLines.filter((key) => !ofMoves.has(key))
  state.tables.forEach(({ number }, index) => {
    doc.addPage()
    if (index === 0) doc.outline.addItem(say('tableCards'))
    group(doc, root, 'Sect', (card) => {
      drawTent(doc, number, say)
      drawWayIn(doc, card, number, input)
      drawQuestions(doc, card, number, questions, input)
    })
    doc.addPage()
    group(doc, root, 'Sect', (card) => drawBack(doc, card, number, host, say))
  })
}

/** The half that faces the hall stands on its head, so that it is upright once the sheet is folded. */
function drawTent(doc: Doc, number: number, say: SayPrint): void {
  const size = 126
  const place = { x: (pageWidth - size) / 2, y: (fold - size) / 2, size }
  decorate(doc, () => {
    doc.save().rotate(180, { origin: [(pageWidth / 2) * mm, (fold / 2) * mm] })
    drawTableMark(doc, { ...place, seats: 'filled' })
    drawMarkNumber(doc, number, place)
    doc.restore()
    dashedLine(doc, [0, fold], [pageWidth, fold])
    write(doc, say('foldHere'), pageWidth - 46, fold - 5, {
      size: 9,
      width: 40,
      align: 'right',
      color: '#444',
    })
  })
}

function drawWayIn(doc: Doc, card: Tag, number: number, { say, state, joinLink }: PartInput): void {
  const link = `${joinLink}?table=${number}`
  const address = new URL(joinLink).host
  const column = { width: left.width, align: 'center' } as const
  const scan: Style = { ...column, font: 'medium', size: 13 }
  const typed: Style = { ...column, size: 12 }
  const hostSize = address.length > 24 ? 10 : 12
  const code: Style = { ...column, font: 'heavy', size: 26, spacing: 1.2, leading: 1.15 }
  const words = heightOf(doc, say('scan'), scan)
  let y = fold + (fold - words - left.width - 26) / 2
  tagged(doc, card, 'P', () => (y = write(doc, say('scan'), left.x, y, scan)))
  const box = { x: left.x, y: y + 1, width: left.width, height: left.width }
  figure(doc, card, say('tableQr', { n: number, address }), box, () => drawQr(doc, planQr(link), box))
  y += left.width + 2
  tagged(doc, card, 'P', () => (y = write(doc, say('orType'), left.x, y, typed)))
  tagged(doc, card, 'P', () => {
    y = write(doc, address, left.x, y, { ...typed, font: 'bold', size: hostSize })
  })
  tagged(doc, card, 'P', () => void write(doc, spacedCode(state.joinCode), left.x, y, code))
}

function drawQuestions(
  doc: Doc,
  card: Tag,
  number: number,
  questions: readonly Question[],
  { say, state, timeZone }: PartInput,
): void {
  const mark = 24
  const foot: Style = { size: 10.5, width: right.width, color: '#333' }
  const when: Style = { size: 9, width: right.width, color: '#444' }
  const caption = `${state.title} · ${dateLong(state.language, state.startsAt, timeZone)}`
  const footHeight = heightOf(doc, say('noAccount'), foot) + heightOf(doc, caption, when) + 6
  const { shown, size, height } = fitQuestions(doc, questions, fold - 18 - mark - 5 - footHeight)
  let y = fold + (fold - mark - 5 - height - footHeight) / 2
  decorate(doc, () => {
    drawTableMark(doc, { x: right.x, y, size: mark, seats: 'filled' })
    drawMarkNumber(doc, number, { x: right.x, y, size: mark })
  })
  const title = say('table', { n: number })
  tagged(doc, card, 'H1', () => {
    write(doc, title, right.x + mark + 4, y + 6, { font: 'heavy', size: 28, width: 88, leading: 1.17 })
  })
  y += mark + 5
  for (const question of shown) {
    const top = y
    decorate(doc, () => line(doc, [right.x, top], [right.x + right.width, top], 0.3, '#777'))
    y = drawQuestion(doc, card, question, y + 3, size) + 3
  }
  if (shown.length === 0)
    decorate(doc, () => line(doc, [right.x, y], [right.x + right.width, y], 0.3, '#777'))
  tagged(doc, card, 'P', () => (y = write(doc, say('noAccount'), right.x, y + 3, foot)))
  tagged(doc, card, 'P', () => void write(doc, caption, right.x, y + 2, when))
}

/** The largest letters with which all questions fit; if none do, as many questions as fit with the smallest. */
function fitQuestions(doc: Doc, questions: readonly Question[], room: number) {
  const heightAt = (some: readonly Question[], size: number) =>
    some.reduce((sum, question) => sum + 6 + questionHeight(doc, question, size), 0)
  const sizes = [12.5, 11.5, 10.5, 9.5]
  const size = sizes.find((one) => heightAt(questions, one) <= room) ?? 9.5
  const shown = [...questions]
  while (shown.length > 1 && heightAt(shown, size) > room) shown.pop()
  return { shown, size, height: heightAt(shown, size) }
}

const nameStyle = (size: number): Style => ({
  font: 'medium',
  size: size - 1.5,
  width: right.width,
  color: '#333',
})
const questionStyle = (size: number): Style => ({ font: 'medium', size, width: right.width })

function questionHeight(doc: Doc, { name, text }: Question, size: number): number {
  return heightOf(doc, name, nameStyle(size)) + (text ? heightOf(doc, text, questionStyle(size)) : 0)
}

function drawQuestion(doc: Doc, card: Tag, { name, text }: Question, top: number, size: number): number {
  let y = top
  tagged(doc, card, 'H2', () => (y = write(doc, name, right.x, y, nameStyle(size))))
  if (text) tagged(doc, card, 'P', () => (y = write(doc, text, right.x, y, questionStyle(size))))
  return y
}

function drawBack(doc: Doc, card: Tag, number: number, host: readonly HostLine[], say: SayPrint): void {
  const mark = 34
  decorate(doc, () => {
    drawTableMark(doc, { x: 16, y: 18, size: mark, seats: 'hostFilled' })
    drawMarkNumber(doc, number, { x: 16, y: 18, size: mark })
    dashedLine(doc, [0, fold], [pageWidth, fold])
  })
  drawList(
    doc,
    card,
    say('hostTitle', { n: number }),
    host.map((key) => say(key)),
    16,
  )
  drawList(
    doc,
    card,
    say('mannersTitle'),
    mannerLines.map((key) => say(key)),
    fold + 16,
  )
}

/** A heading and its points, numbered, as large as the half of the sheet allows. */
function drawList(doc: Doc, card: Tag, title: string, lines: readonly string[], top: number): void {
  const column = { x: 62, width: 134 }
  const gap = 2.6
  const item = (size: number): Style => ({ size, width: column.width - 10 })
  const heightAt = (size: number) =>
    lines.reduce((sum, text) => sum + heightOf(doc, text, item(size)) + gap, 14)
  const size = [17, 16, 15, 14, 13, 12].find((one) => heightAt(one) <= fold - 30) ?? 11
  let y = top
  tagged(doc, card, 'H1', () => {
    y = write(doc, title, column.x, y, { font: 'heavy', size: 22, width: column.width }) + 4
  })
  group(doc, card, 'L', (list) => {
    lines.forEach((text, index) => {
      group(doc, list, 'LI', (entry) => {
        const number: Style = { font: 'bold', size, width: 9 }
        tagged(doc, entry, 'Lbl', () => void write(doc, String(index + 1), column.x, y, number))
        tagged(doc, entry, 'LBody', () => (y = write(doc, text, column.x + 10, y, item(size)) + gap))
      })
    })
  })
}
