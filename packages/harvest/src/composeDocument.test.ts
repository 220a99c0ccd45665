import { languages } from '@bordet/text'
import { describe, expect, it } from 'vitest'
import { composeDocument } from './composeDocument.ts'
import type { Block } from './document.ts'
import { everyNote, smallestGroup } from './composeSections.ts'
import type { Report, ReportNote } from './model.ts'
import { buildReport } from './report.ts'
import { boardsOf, lindasaCafe, startedAt } from './testing/lindasaCafe.ts'
import { trapTexts } from './testing/trapNotes.ts'

const timeZone = 'Europe/Stockholm'

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
        texts: { headInShort: 'Bostäder först.' },
        answers: {},
        rows: {
          actions: [{ id: 'a', cells: { what: 'Busskur', status: 'begun' } }],
          promises: [],
          groups: [],
        },
        quotes: [],
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
    expect(sectionOf(blocks, 'Åtgärder')).toMatchObject([{ rows: [['Busskur', '', '', '', 'Påbörjat']] }])
    expect(headings(sectionOf(blocks, 'Bord för bord'), 2)[0]).toBe('Bord 1')
  })

  it('tells of no group of people so small that they could be recognised', async () => {
    const report = cafeReport()
    const [question] = report.questions
    const [zone] = question?.zones ?? []
    const [note] = zone?.notes ?? []
    if (!question || !zone || !note) throw new Error('The café has no notes.')
    const answers = (value: string, count: number): ReportNote[] =>
      Array.from({ length: count }, (_, index) => ({
        ...note,
        id: `${value}-${index}`,
        text: `Ålder: ${value}`,
      }))
    const about = {
      ...zone,
      zoneId: 'about',
      title: 'Om dig',
      fields: ['Ålder'],
      choices: [['–25', '26–65', '66–']],
      notes: [...answers('–25', smallestGroup - 1), ...answers('66–', smallestGroup)],
    }
    const { blocks } = await composeDocument(
      { ...report, templateId: 'citizen-dialogue-map-hosting', questions: [{ ...question, zones: [about] }] },
      'sv',
    )
    const [, table] = sectionOf(blocks, 'Vilka vi har hört')
    expect(table).toMatchObject({
      rows: [
        ['–25', 'färre än 5'],
        ['26–65', 'färre än 5'],
        ['66–', '5'],
      ],
    })
  })

  it('quotes what somebody marked, and answers what was asked', async () => {
    const { notes } = lindasaCafe()
    const asked = notes.find(({ zone }) => zone === 'works')
    if (!asked) throw new Error('Nobody said what works.')
    const report = cafeReport({
      report: {
        texts: {},
        answers: { [asked.id]: { text: 'I maj.', responsible: 'Vägenheten', due: '2025-05-01' } },
        rows: { actions: [], promises: [], groups: [] },
        quotes: [asked.id],
      },
    })
    const { blocks } = await composeDocument(report, 'sv')
    const services = sectionOf(blocks, 'Service i dag').filter(({ kind }) => kind === 'quote')
    expect(services[0]).toMatchObject({ text: asked.text })
    expect(sectionOf(blocks, 'Frågor och svar')).toMatchObject([
      { rows: [[asked.text, 'I maj.', 'Vägenheten', '2025-05-01']] },
    ])
  })
})
