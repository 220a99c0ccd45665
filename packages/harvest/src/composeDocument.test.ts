import { languages } from '@bordet/text'
import { describe, expect, it } from 'vitest'
import { composeDocument } from './composeDocument.ts'
import type { Block } from './document.ts'
import { everyNote } from './composeSections.ts'
import type { Report } from './model.ts'
import { buildReport } from './report.ts'
import { boardsOf, lindasaCafe, startedAt } from './testing/lindasaCafe.ts'
import { trapTexts } from './testing/trapNotes.ts'

const timeZone = 'Europe/Stockholm'
const noReport = lindasaCafe().state.report

function cafeReport(change: object = {}): Report {
  const cafe = lindasaCafe()
  const traps = trapTexts.map((text, index) => ({
    id: `trap-${index}`,
    table: 2,
    phase: 'r3',
    zone: 'ideas',
    text,
    via: 'phone' as const,
    at: startedAt,
    person: 'p1',
  }))
  const state = { ...cafe.state, ...change }
  return buildReport({
    state,
    boards: boardsOf(cafe.state, [...cafe.notes, ...traps]),
    now: startedAt,
    timeZone,
  })
}

const headings = (blocks: readonly Block[], level: number) =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [block.text] : []))

/** Everything from this heading of the first rank to the next. */
function sectionOf(blocks: readonly Block[], title: string): Block[] {
  const from = blocks.findIndex(
    (block) => block.kind === 'heading' && block.level === 1 && block.text === title,
  )
  if (from === -1) throw new Error(`There is no section “${title}”.`)
  const rest = blocks.slice(from + 1)
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level === 1)
  return end === -1 ? rest : rest.slice(0, end)
}

describe('the document', () => {
  it('tells every theme that has a text or a chosen quote, however small', async () => {
    const report = cafeReport()
    const ids = everyNote(report).map(({ id }) => id)
    const quoted = ids[30] ?? ''
    const all: Report = {
      ...report,
      questions: report.questions.map((question) => ({
        ...question,
        zones: question.zones.map((zone) => ({
          ...zone,
          notes: zone.notes.map((note) => ({ ...note, quote: note.id === quoted })),
        })),
      })),
      themes: Array.from({ length: 12 }, (_, at) => ({
        id: `t${at}`,
        name: `Tema ${at}`,
        text: at === 9 ? 'Skrivet om det tionde.' : at === 11 ? 'Om ett utan lappar.' : '',
        notes: at === 10 ? [quoted] : at === 11 ? [] : ids.slice(0, 12 - at),
      })),
    }
    // Where a method's report has no section of themes, they get one.
    for (const templateId of [
      'world-cafe-service',
      'own',
      'bid-process',
      'town-centre-partnership',
      'town-profile',
    ]) {
      const { blocks } = await composeDocument({ ...all, templateId }, 'sv')
      expect([...headings(blocks, 2), ...headings(blocks, 3)], templateId).toEqual(
        expect.arrayContaining(['Tema 9', 'Tema 10', 'Tema 11']),
      )
      const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
      expect(texts, templateId).toEqual(
        expect.arrayContaining(['Skrivet om det tionde.', 'Om ett utan lappar.']),
      )
    }
    const { blocks } = await composeDocument(all, 'sv')
    expect(headings(blocks, 2)).not.toContain('Tema 8')
    expect(blocks).toContainEqual(expect.objectContaining({ kind: 'table', caption: 'Övriga teman' }))
  })

  it('says nothing in its appendix of parts where nobody wrote, and that nobody did where none did', async () => {
    const report = cafeReport()
    const silent = report.questions.map((question) => ({
      ...question,
      vote: null,
      zones: question.zones.map((zone) => ({ ...zone, notes: [] })),
    }))
    const some = { ...report, questions: [...report.questions.slice(0, 1), ...silent.slice(1)] }
    const appendix = sectionOf((await composeDocument(some, 'sv')).blocks, 'Alla lappar ordagrant')
    expect(headings(appendix, 2)).toEqual([report.questions[0]?.name])
    expect(JSON.stringify(appendix)).not.toContain('Inga lappar')
    const none = await composeDocument({ ...report, questions: silent }, 'sv')
    expect(sectionOf(none.blocks, 'Alla lappar ordagrant')).toEqual([
      { kind: 'paragraph', text: 'Inga lappar', look: 'quiet' },
    ])
  })

  it('makes a list of what was written as one', async () => {
    const { blocks } = await composeDocument(
      { ...cafeReport(), texts: { headInShort: 'Tre grupper:\n- Bostäder\n- Bussar\n\nMer i höst.' } },
      'sv',
    )
    expect(sectionOf(blocks, 'I korthet').slice(0, 3)).toEqual([
      { kind: 'paragraph', text: 'Tre grupper:' },
      { kind: 'list', items: ['Bostäder', 'Bussar'] },
      { kind: 'paragraph', text: 'Mer i höst.' },
    ])
  })

  it('has every note exactly once in its appendix, in every language', async () => {
    const report = cafeReport()
    for (const language of languages) {
      const { blocks } = await composeDocument(report, language)
      const notes = blocks.flatMap((block) => (block.kind === 'note' ? [`${block.id} ${block.text}`] : []))
      expect(notes.toSorted()).toEqual(
        everyNote(report)
          .map(({ id, text }) => `${id} ${text}`)
          .toSorted(),
      )
    }
  })

  it('of a World Café has what its harvest list says, in that order', async () => {
    const report = cafeReport({
      themes: [{ id: 't1', name: 'Bostäder', at: 1 }],
      noteThemes: { 'trap-0': ['t1'] },
      report: {
        ...noReport,
        texts: { headInShort: 'Bostäder först.' },
        rows: { ...noReport.rows, actions: [{ id: 'a', cells: { what: 'Busskur', status: 'begun' } }] },
      },
    })
    const { blocks } = await composeDocument(report, 'sv')
    expect(headings(blocks, 1)).toEqual([
      'I korthet',
      'De största temana',
      'Service i dag',
      'Det vi har prövat',
      'Nästa steg',
      'Idéer',
      'Åtgärder',
      'Bord för bord',
      'Alla lappar ordagrant',
    ])
    expect(sectionOf(blocks, 'De största temana')).toMatchObject([
      { kind: 'heading', text: 'Bostäder' },
      { text: '1 lapp' },
      { kind: 'quote', text: '=1+1' },
    ])
    expect(sectionOf(blocks, 'Åtgärder')).toMatchObject([
      { head: ['Vad', 'Status'], rows: [['Busskur', 'Påbörjat']] },
    ])
    expect(headings(sectionOf(blocks, 'Bord för bord'), 2)[0]).toBe('Bord 1')
  })

  it('quotes what somebody marked, and answers what was asked', async () => {
    const { notes } = lindasaCafe()
    const asked = notes.find(({ zone }) => zone === 'works')
    if (!asked) throw new Error('Nobody said what works.')
    const report = cafeReport({
      report: {
        ...noReport,
        answers: { [asked.id]: { text: 'I maj.', responsible: 'Vägenheten', due: '2025-05-01' } },
        quotes: [asked.id],
      },
    })
    const { blocks } = await composeDocument(report, 'sv')
    const services = sectionOf(blocks, 'Service i dag').filter(({ kind }) => kind === 'quote')
    expect(services[0]).toMatchObject({ text: asked.text })
    expect(sectionOf(blocks, 'Frågor och svar')).toMatchObject([
      { rows: [[asked.text, 'I maj.', 'Vägenheten', '1 maj 2025']] },
    ])
  })
})
