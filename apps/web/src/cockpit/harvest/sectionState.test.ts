import type { ReportDraft } from '@bordet/client'
import { reportSchema } from '@bordet/workshop/schemas'
import { describe, expect, it } from 'vitest'
import { sectionState, themesInOrder } from './sectionState.ts'

const question = {
  id: 'n1',
  text: 'Vem?',
  table: 1,
  zone: 'askmun',
  phase: 'r1',
  color: 'lilac',
  at: 0,
} as unknown as ReportDraft['questions'][number]

function draftOf(change: Partial<ReportDraft['report']>): ReportDraft {
  const none = reportSchema.parse({
    texts: {},
    answers: {},
    rows: { actions: [], promises: [], groups: [] },
    quotes: [],
  })
  return {
    version: 1,
    sections: [],
    themes: [
      { themeId: 'small', name: 'Fiber', notes: 1 },
      { themeId: 'none', name: 'Torget', notes: 0 },
      { themeId: 'large', name: 'Bussar', notes: 9 },
      { themeId: 'told', name: 'Macken', notes: 0 },
    ],
    questions: [question],
    notes: [question],
    groups: [],
    report: { ...none, ...change },
  }
}

const section = (show: string, zones: string[] = []) => ({
  part: 'head',
  title: 'Rubrik',
  shows: [{ show, zones }],
  subs: [],
})

describe('how far a section is', () => {
  it('counts the questions that have no answer, also beside a text', () => {
    const state = (answers: ReportDraft['report']['answers']) =>
      sectionState(section('answers'), draftOf({ texts: { head: 'Här är svaren.' }, answers }))
    expect(state({})).toEqual({ kind: 'unanswered', n: 1 })
    expect(state({ n1: { text: ' ', responsible: 'Vägenheten', due: '' } })).toEqual({
      kind: 'unanswered',
      n: 1,
    })
    expect(state({ n1: { text: 'Vi.', responsible: '', due: '' } })).toEqual({ kind: 'written' })
  })

  it('is written when a text, a row or a theme below it is, and not because of an empty row', () => {
    expect(sectionState(section('actions'), draftOf({}))).toEqual({ kind: 'empty' })
    const rows = (what: string) => ({ ...draftOf({}).report.rows, actions: [{ id: 'a', cells: { what } }] })
    expect(sectionState(section('actions'), draftOf({ rows: rows('') }))).toEqual({ kind: 'empty' })
    expect(sectionState(section('actions'), draftOf({ rows: rows('Busskur') }))).toEqual({ kind: 'written' })
    expect(sectionState(section('zones'), draftOf({ texts: { head: 'Text' } }))).toEqual({ kind: 'written' })
    expect(sectionState(section('themes'), draftOf({ texts: { 'theme:large': 'Text' } }))).toEqual({
      kind: 'written',
    })
  })

  it('is written when a conclusion has a quote', () => {
    const claimQuotes = [{ claimId: 'c1', noteId: 'n1', side: 'for' as const }]
    expect(sectionState(section('claims'), draftOf({}))).toEqual({ kind: 'empty' })
    expect(sectionState(section('claims'), draftOf({ claimQuotes }))).toEqual({ kind: 'written' })
  })

  it('counts what is said of notes only where these notes stand', () => {
    const noteFacts = [{ id: 'n1', cells: { lesson: 'Fråga först.' } }]
    const draft = draftOf({ rows: { ...draftOf({}).report.rows, noteFacts } })
    expect(sectionState(section('tried', ['askmun']), draft)).toEqual({ kind: 'written' })
    expect(sectionState(section('tried', ['other']), draft)).toEqual({ kind: 'empty' })
  })
})

it('puts the largest theme first, and apart what has neither notes nor a text', () => {
  const { told, empty } = themesInOrder(draftOf({ texts: { 'theme:told': 'Stängd.' } }))
  expect(told.map(({ themeId }) => themeId)).toEqual(['large', 'small', 'told'])
  expect(empty.map(({ themeId }) => themeId)).toEqual(['none'])
})
