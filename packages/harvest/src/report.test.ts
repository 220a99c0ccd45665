import { describe, expect, it } from 'vitest'
import { cleanText } from './cleanText.ts'
import type { ReportNote } from './model.ts'
import { buildReport } from './report.ts'
import { boardsOf, lindasaCafe, startedAt, type Cafe, type CafeNote } from './testing/lindasaCafe.ts'

const now = startedAt + 86_400_000
const timeZone = 'Europe/Stockholm'
const reportOf = ({ state, boards }: Cafe) => buildReport({ state, boards, now, timeZone })

function withNotes(change: (notes: CafeNote[]) => CafeNote[]): Cafe {
  const cafe = lindasaCafe()
  const notes = change(cafe.notes)
  return { ...cafe, notes, boards: boardsOf(cafe.state, notes) }
}

function find(
  cafe: Cafe,
  text: string,
): { question: string | null; zone: string | null; note: ReportNote } | undefined {
  return reportOf(cafe)
    .questions.flatMap(({ phaseId, zones }) =>
      zones.flatMap(({ zoneId, notes }) => notes.map((note) => ({ question: phaseId, zone: zoneId, note }))),
    )
    .find(({ note }) => note.text === text)
}

const loose = (given: Partial<CafeNote>): CafeNote => ({
  id: 'loose',
  table: 2,
  phase: 'r1',
  zone: 'works',
  text: 'Lös lapp',
  via: 'board',
  at: startedAt,
  person: 'p1',
  ...given,
})

describe('the report', () => {
  it('tells the facts of the front page', () => {
    expect(reportOf(lindasaCafe())).toMatchObject({
      title: 'World Café i Lindåsa',
      place: 'Lindåsa',
      owner: 'Storbäckens kommun',
      heldOn: '2025-02-18',
      heldAt: startedAt,
      participants: 30,
      tables: 6,
      rounds: 3,
      notes: 175,
    })
  })

  it('holds no character that a file cannot, whoever wrote it where', () => {
    const cafe = lindasaCafe()
    const bad = 'a\u000bb\u0001\ud800'
    const { session } = cafe.state
    cafe.state.session = {
      ...session,
      phases: session.phases.map((phase) => ({ ...phase, name: bad, question: bad })),
      zones: session.zones.map((zone) => ({ ...zone, title: bad, fields: [bad], choices: [[bad]] })),
    }
    cafe.state.themes = [{ id: 't1', name: bad, at: 1 }]
    cafe.state.noteThemes = { [cafe.notes[0]?.id ?? '']: ['t1'] }
    const report = reportOf({ ...cafe, state: { ...cafe.state, title: bad, owner: bad } })
    const dirty: string[] = []
    JSON.stringify(report, (key, value: unknown) => {
      if (typeof value === 'string' && value !== cleanText(value)) dirty.push(key)
      return value
    })
    expect(dirty).toEqual([])
  })

  it('holds every note exactly once, under its question and zone, with its table, round and origin', () => {
    const cafe = lindasaCafe()
    const rounds = new Map([
      ['r1', 1],
      ['r2', 2],
      ['r3', 3],
    ])
    const found = reportOf(cafe).questions.flatMap(({ phaseId, zones }) =>
      zones.flatMap(({ zoneId, notes }) =>
        notes.map(({ text, table, round, via }) => ({
          phase: phaseId,
          zone: zoneId,
          text,
          table,
          round,
          via,
        })),
      ),
    )
    const expected = cafe.notes.map(({ phase, zone, text, table, via }) => ({
      phase,
      zone,
      text,
      table,
      round: rounds.get(phase) ?? null,
      via,
    }))
    const byAll = (list: object[]) => list.map((one) => JSON.stringify(one)).sort()
    expect(byAll(found)).toEqual(byAll(expected))
  })

  it('numbers the notes in the order they stand', () => {
    const numbers = reportOf(lindasaCafe()).questions.flatMap(({ zones }) =>
      zones.flatMap(({ notes }) => notes.map(({ number }) => number)),
    )
    expect(numbers).toEqual(Array.from({ length: 175 }, (_, index) => index + 1))
  })

  it('carries no name and no id of any person', () => {
    const cafe = lindasaCafe()
    const json = JSON.stringify(reportOf(cafe))
    for (const { id, name } of Object.values(cafe.state.people)) {
      expect(json).not.toContain(name)
      expect(json).not.toContain(`"${id}"`)
    }
  })

  it('leaves out notes that are removed, hidden or were never written', () => {
    const cafe = lindasaCafe()
    const boards = cafe.boards.map((board) => ({
      ...board,
      notes: (board.notes ?? []).map((note, index) => {
        if (board.table !== 1) return note
        return { ...note, deleted: index === 0, hidden: index === 1, text: index === 2 ? ' \n ' : note.text }
      }),
    }))
    expect(reportOf({ ...cafe, boards }).notes).toBe(172)
  })

  it('asks every question, also those without a note', () => {
    const { questions } = reportOf(withNotes(() => []))
    expect(questions.map(({ phaseId }) => phaseId)).toEqual([
      'r1',
      'r2',
      'r3',
      'tableharvest',
      'plenary',
      'dots',
      'groupsup',
    ])
    expect(questions[0]?.zones.map(({ zoneId, notes }) => [zoneId, notes.length])).toEqual([
      ['works', 0],
      ['missing', 0],
      ['askmun', 0],
    ])
  })

  it('puts a note written during the break under the round before', () => {
    const cafe = withNotes((notes) => [...notes, loose({ phase: 'break', zone: 'tried_ok' })])
    expect(find(cafe, 'Lös lapp')).toMatchObject({ question: 'r2', zone: 'tried_ok', note: { round: 2 } })
  })

  it('puts a note of an unknown phase under the first question that asks for its zone', () => {
    const cafe = withNotes((notes) => [...notes, loose({ phase: '', zone: 'ideas' })])
    expect(find(cafe, 'Lös lapp')).toMatchObject({ question: 'r3', zone: 'ideas', note: { phase: '' } })
  })

  it('keeps the round in which a late note was written', () => {
    const cafe = withNotes((notes) => [...notes, loose({ phase: 'r3', zone: 'works' })])
    expect(find(cafe, 'Lös lapp')).toMatchObject({ question: 'r1', zone: 'works', note: { round: 3 } })
  })

  it('keeps notes outside every zone, under the question of the moment or last of all', () => {
    const cafe = lindasaCafe()
    const [hall, table, ...others] = cafe.boards
    const [first, second, ...rest] = table?.notes ?? []
    if (!hall || !table || !first || !second) throw new Error('The café has no notes at table 1.')
    const strays = [
      { ...first, zone: '', text: 'I rundan' },
      { ...second, zone: 'gone', phase: 'gone', text: 'Ingenstans' },
    ]
    const boards = [hall, { ...table, notes: [...strays, ...rest] }, ...others]
    expect(find({ ...cafe, boards }, 'I rundan')).toMatchObject({ question: first.phase, zone: null })
    expect(find({ ...cafe, boards }, 'Ingenstans')).toMatchObject({ question: null, zone: null })
    expect(reportOf({ ...cafe, boards }).notes).toBe(175)
  })

  it('sorts what was voted on by dots and tells the turnout', () => {
    const dots = reportOf(lindasaCafe()).questions.find(({ phaseId }) => phaseId === 'dots')
    expect(dots?.vote).toEqual({
      voters: 27,
      dots: 78,
      paper: expect.any(Number),
      themes: [],
      notesUnder: [],
    })
    expect(dots?.zones.flatMap(({ notes }) => notes.map((note) => note.dots))).toEqual([
      13, 11, 10, 9, 8, 7, 6, 6, 5, 3,
    ])
  })

  it('keeps the dots to itself until they are revealed', () => {
    const cafe = lindasaCafe()
    const open = { ...cafe, state: { ...cafe.state, status: 'open' as const, votesRevealed: false } }
    expect(JSON.stringify(reportOf(open))).not.toMatch(/"dots":\d/)
  })

  it('says in the vote where the notes with dots stand when they were put up earlier', () => {
    const cafe = withNotes((notes) =>
      notes.map((note) => (note.phase === 'dots' ? { ...note, phase: 'plenary' } : note)),
    )
    const dots = reportOf(cafe).questions.find(({ phaseId }) => phaseId === 'dots')
    expect(dots).toMatchObject({ vote: { notesUnder: ['Gemensam skörd: en minut per bord'] }, zones: [] })
  })

  it('tells each of two votes, and hides the one that was not revealed', () => {
    const cafe = lindasaCafe()
    const { session, runs, votes } = cafe.state
    const phases = session.phases.flatMap((phase) =>
      phase.id === 'dots' ? [phase, { ...phase, id: 'again' }] : [phase],
    )
    const [target = ''] = Object.keys(Object.values(votes)[0] ?? {})
    const state = {
      ...cafe.state,
      session: { ...session, phases },
      runs: [...runs, { phaseId: 'again', startedAt, endedAt: null }],
      votes: { anna: { [target]: 1 } },
      pastVotes: { dots: { votes, revealed: true } },
      votesRevealed: false,
    }
    const told = (status: 'open' | 'closed') =>
      reportOf({ ...cafe, state: { ...state, status } }).questions.flatMap(({ phaseId, vote }) =>
        vote ? [[phaseId, vote.voters, vote.dots]] : [],
      )
    expect(told('open')).toEqual([['dots', 27, 78]])
    expect(told('closed')).toEqual([
      ['dots', 27, 78],
      ['again', 1, 1],
    ])
  })

  it('counts those who left after they had taken part, not those who never did', () => {
    const cafe = lindasaCafe()
    const leave = (id: string) => {
      const person = cafe.state.people[id]
      if (person) cafe.state.people[id] = { ...person, leftAt: startedAt }
    }
    leave('p8')
    cafe.state.noteOwners = { n001: 'p8' }
    leave('p9')
    expect(reportOf(cafe).participants).toBe(29)
  })
})
