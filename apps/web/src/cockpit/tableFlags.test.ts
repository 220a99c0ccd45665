import { describe, expect, it } from 'vitest'
import { pretendPhase, pretendTable, pretendView } from '../testing/pretendView.ts'
import { recordPace } from './notePace.ts'
import { allFlags, allTablesWrite, chooseOneThing, tableFlags } from './tableFlags.ts'

const minute = 60_000
const kinds = (
  view: Parameters<typeof tableFlags>[0],
  table: Parameters<typeof tableFlags>[1],
  now = minute,
) => tableFlags(view, table, recordPace({}, [table], 0), now).map((flag) => flag.kind)

describe('table flags', () => {
  it('finds nothing wrong with a table that has people, a host and notes', () => {
    expect(kinds(pretendView(), pretendTable(1))).toEqual([])
  })

  it('flags a table as silent after five minutes of a round without a note, and not in a pause', () => {
    expect(kinds(pretendView(), pretendTable(1), 5 * minute)).toEqual(['silent'])
    const paused = pretendView({ phase: pretendPhase({ status: 'paused' }) })
    expect(kinds(paused, pretendTable(1), 5 * minute)).toEqual([])
  })

  it('does not expect notes where no zone of the tables is open', () => {
    const talk = pretendView({ phase: pretendPhase({ kind: 'plenary', zones: [] }) })
    expect(kinds(talk, pretendTable(1), 30 * minute)).toEqual([])
  })

  it('calls a table empty only when nobody is there and nobody is coming', () => {
    const view = pretendView({ phase: pretendPhase({ kind: 'move', zones: [] }) })
    expect(kinds(view, pretendTable(1, { people: 0, expected: 0, host: null }))).toEqual(['empty'])
    expect(kinds(view, pretendTable(1, { people: 0, expected: 4, host: null }))).toEqual(['noHost'])
  })

  it('lets tables be empty while people arrive, but asks for hosts where somebody sits', () => {
    const view = pretendView({ phase: pretendPhase({ kind: 'arrival', zones: [] }) })
    expect(kinds(view, pretendTable(1, { people: 0, host: null }))).toEqual([])
    expect(kinds(view, pretendTable(1, { people: 2, host: null }))).toEqual(['noHost'])
  })

  it('is quiet before the doors open and after the end', () => {
    const table = pretendTable(1, { host: null, helpAt: 0 })
    expect(kinds(pretendView({ status: 'planned' }), table)).toEqual([])
    expect(kinds(pretendView({ status: 'closed' }), table)).toEqual([])
  })
})

describe('all tables write', () => {
  const tables = [pretendTable(1), pretendTable(2)]
  const wrote = tables.map((table) => ({ ...table, notes: 1 }))
  const paces = recordPace(recordPace({}, tables, 0), wrote, minute)
  const at = (now: number, phase = pretendPhase(), some = paces) =>
    allTablesWrite(pretendView({ tables: wrote, phase }), some, now)

  it('is said when each was seen to write in the last five minutes of the round', () => {
    expect(at(2 * minute)).toBe(true)
    expect(at(6 * minute)).toBe(false)
    expect(at(2 * minute, pretendPhase({ startedAt: minute }))).toBe(false)
    expect(at(2 * minute, pretendPhase(), recordPace({}, wrote, 0))).toBe(false)
  })

  it('is never said where the tables have nothing to write', () => {
    expect(at(2 * minute, pretendPhase({ kind: 'plenary', zones: [] }))).toBe(false)
    expect(at(2 * minute, pretendPhase({ kind: 'vote', zones: [] }))).toBe(false)
  })
})

describe('the one thing', () => {
  const view = pretendView({
    tables: [
      pretendTable(1, { host: null }),
      pretendTable(2, { helpAt: 2 * minute }),
      pretendTable(3, { helpAt: minute }),
      pretendTable(4, { people: 0 }),
      pretendTable(5, { host: null }),
    ],
  })
  const paces = recordPace({}, view.tables, 3 * minute)

  it('is the call for help that has waited longest, before everything else', () => {
    expect(chooseOneThing(allFlags(view, paces, 4 * minute))).toEqual({
      kind: 'help',
      tables: [3],
      minutes: 3,
      phones: 0,
      others: [1, 2, 4, 5],
    })
  })

  it('goes on with empty tables, then silent ones, then those without a host, said together', () => {
    const calm = pretendView({ tables: view.tables.map((table) => ({ ...table, helpAt: null })) })
    const flags = allFlags(calm, paces, 4 * minute)
    expect(flags.map(({ kind, table }) => [kind, table])).toEqual([
      ['empty', 4],
      ['noHost', 1],
      ['noHost', 5],
    ])
    expect(chooseOneThing(flags.slice(1))).toEqual({
      kind: 'noHost',
      tables: [1, 5],
      minutes: 0,
      phones: 0,
      others: [],
    })
  })

  it('is unsent notes once they have waited for two minutes; the tile says it at once', () => {
    const held = pretendView({ tables: [pretendTable(1, { waitingPhones: 2, waitingSince: 0 })] })
    const flagsAt = (now: number) => allFlags(held, recordPace({}, held.tables, 0), now)
    expect(flagsAt(minute).map(({ kind, phones }) => [kind, phones])).toEqual([['unsent', 2]])
    expect(chooseOneThing(flagsAt(minute))).toBeNull()
    expect(chooseOneThing(flagsAt(2 * minute))).toMatchObject({ kind: 'unsent', tables: [1], phones: 2 })
  })

  it('is nothing when no table needs anybody', () => {
    expect(chooseOneThing([])).toBeNull()
  })
})
