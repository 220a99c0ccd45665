import { describe, expect, it } from 'vitest'
import { buildReport } from '../report.ts'
import { boardsOf, lindasaCafe, startedAt, type CafeNote } from '../testing/lindasaCafe.ts'
import { elements, readParagraphs, readParts } from '../testing/readDocx.ts'
import { brokenText, trapTexts } from '../testing/trapNotes.ts'
import { trappedReport } from '../testing/trappedReport.ts'
import { writeDocx } from './writeDocx.ts'

const now = startedAt + 86_400_000
const timeZone = 'Europe/Stockholm'

function cafeWith(texts: readonly string[]) {
  const cafe = lindasaCafe()
  const traps = texts.map((text, index): CafeNote => ({
    id: `trap-${index}`,
    table: 3,
    phase: 'r3',
    zone: 'ideas',
    text,
    via: 'phone',
    at: now,
    person: 'p1',
  }))
  const notes = [...cafe.notes, ...traps]
  const report = buildReport({ state: cafe.state, boards: boardsOf(cafe.state, notes), now, timeZone })
  return { ...cafe, notes, report }
}

/** Every note of the document with the headings above it and the label below it. */
function readNotes(bytes: Uint8Array) {
  const found: { question: string; zone: string; text: string; label: string }[] = []
  let question = ''
  let zone = ''
  for (const { style, text } of readParagraphs(bytes)) {
    if (style === 'Heading2') question = text
    if (style === 'Heading3') zone = text
    if (style === 'Note') found.push({ question, zone, text, label: '' })
    const last = found.at(-1)
    if (style === 'NoteSource' && last) last.label = text
  }
  return found
}

describe('the Word document', () => {
  it('holds every note exactly once, word for word, under its question and zone with table and round', async () => {
    const { state, notes, report } = cafeWith(trapTexts)
    const rounds = new Map([
      ['r1', ' · Omgång 1'],
      ['r2', ' · Omgång 2'],
      ['r3', ' · Omgång 3'],
    ])
    const expected = notes.map(({ id, phase, zone, table, text, via }) => {
      const dots = Object.values(state.votes).reduce((sum, ballot) => sum + (ballot[id] ?? 0), 0)
      const origin = table === 0 ? 'Hela salen' : `Bord ${table}`
      return {
        question: state.session.phases.find((one) => one.id === phase)?.name,
        zone: state.session.zones.find((one) => one.id === zone)?.title,
        text,
        label: `${dots > 0 ? `${dots} prickar · ` : ''}${origin}${rounds.get(phase) ?? ''}${via === 'paper' ? ' · från papper' : ''}`,
      }
    })
    const byAll = (list: object[]) => list.map((one) => JSON.stringify(one)).sort()
    expect(byAll(readNotes(await writeDocx(report, 'sv')))).toEqual(byAll(expected))
  })

  it('opens although a note holds what XML cannot', async () => {
    const { report } = cafeWith([brokenText.written])
    const texts = readNotes(await writeDocx(report, 'sv')).map(({ text }) => text)
    expect(texts).toContain(brokenText.read)
  })

  it('has a table of contents that is filled in, with page numbers', async () => {
    const { report } = cafeWith([])
    const contents = readParagraphs(await writeDocx(report, 'sv')).filter(({ style }) => /^TOC\d/.test(style))
    expect(contents[0]?.text).toMatch(/^Service i dag\t3$/)
    expect(contents.every(({ text }) => /\t\d+$/.test(text))).toBe(true)
    expect(contents.map(({ style }) => style)).toContain('TOC2')
  })

  it('has links instead of page numbers when there are very many notes', async () => {
    const bytes = await writeDocx(trappedReport(1001), 'sv')
    const contents = readParagraphs(bytes).filter(({ style }) => /^TOC\d/.test(style))
    expect(contents[0]?.text).toBe('Service i dag')
  })

  it('says which language it is in and which the notes are in', async () => {
    const { report } = cafeWith([])
    const part = readParts(await writeDocx(report, 'da'))
    const styles = part('word/styles.xml')
    const defaults = elements(styles, 'w:rPrDefault').flatMap((one) => elements(one, 'w:lang'))
    const note = elements(styles, 'w:style').find((style) => style.getAttribute('w:styleId') === 'Note')
    expect(defaults[0]?.getAttribute('w:val')).toBe('da-DK')
    expect(note && elements(note, 'w:lang')[0]?.getAttribute('w:val')).toBe('sv-SE')
    const core = part('docProps/core.xml')
    expect(elements(core, 'dc:language')[0]?.textContent).toBe('da-DK')
    expect(elements(core, 'dc:title')[0]?.textContent).toBe('World Café i Lindåsa')
  })

  it('runs right to left where the note does', async () => {
    const { report } = cafeWith(['שלום עולם'])
    const document = readParts(await writeDocx(report, 'sv'))('word/document.xml')
    const turned = elements(document, 'w:p').filter((one) => elements(one, 'w:bidi').length > 0)
    // Among the ideas, and in the appendix.
    expect(turned.map((one) => one.textContent)).toEqual(['שלום עולם', 'שלום עולם'])
  })

  it('says which boards could not be read, so that nobody takes a part for the whole', async () => {
    const { state } = lindasaCafe()
    const boards = [
      { boardId: 'b3', table: 3, notes: null },
      { boardId: 'hall', table: 0, notes: null },
    ]
    const report = buildReport({ state, boards, now, timeZone })
    const texts = readParagraphs(await writeDocx(report, 'sv')).map(({ text }) => text)
    const notice = 'Hela salen, Bord 3: tavlan gick inte att läsa. Lapparna där saknas i skörden.'
    expect(texts).toContain(notice)
  })

  it('says so where nobody wrote anything, and that a report before the end is a draft', async () => {
    const { state } = lindasaCafe()
    const empty = { ...state, status: 'open' as const, votes: {} }
    const report = buildReport({ state: empty, boards: [], now, timeZone })
    const texts = readParagraphs(await writeDocx(report, 'sv')).map(({ text }) => text)
    expect(texts.filter((text) => text === 'Inga lappar')).toHaveLength(1)
    expect(texts.some((text) => text.startsWith('Utkast från den 19 februari 2025 kl. 18.00.'))).toBe(true)
  })
})
