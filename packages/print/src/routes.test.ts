import { applyCommand } from '@bordet/workshop/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRoutes, staysOf, walkInTables } from './routes.ts'
import { pretendEvening } from './testing/pretendEvening.ts'

const { state } = pretendEvening({ tables: 8 })
const stays = staysOf(state.session)

describe('routes on paper', () => {
  it('have a stay for each round and the way home', () => {
    expect(stays.map(({ by, phases }) => [by, phases.map(({ id }) => id)])).toEqual([
      ['start', ['r1']],
      ['scatter', ['r2']],
      ['scatter', ['r3']],
      ['home', ['tableharvest']],
    ])
  })

  it('send nobody to a table twice before the way home, at three tables and more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 100 }), fc.integer({ min: 0, max: 599 }), (count, index) => {
        const numbers = Array.from({ length: count }, (_, at) => at + 1)
        const [first, second, third, home] = walkInTables(stays, numbers, index)
        expect(new Set([first, second, third]).size).toBe(3)
        expect(home).toBe(first)
      }),
    )
  })

  it('keep every table as full as the others in every round', () => {
    for (let stay = 0; stay < stays.length; stay += 1) {
      const counts = new Map<number, number>()
      for (const { tables } of planRoutes(state)) {
        const table = tables[stay] ?? 0
        counts.set(table, (counts.get(table) ?? 0) + 1)
      }
      expect([...counts.values()]).toEqual(Array.from({ length: 8 }, () => 6))
    }
  })

  it('part those who begin at the same table', () => {
    const numbers = Array.from({ length: 25 }, (_, at) => at + 1)
    const second = [0, 25, 50, 75, 100, 125].map((index) => walkInTables(stays, numbers, index)[1])
    expect(new Set(second).size).toBe(6)
  })

  it('are the planned ones for those who are there, round the hall for a host whom somebody relieves', () => {
    const people = Array.from({ length: 30 }, (_, index) => `Person ${index}`)
    const hall = pretendEvening({ tables: 6, names: people }).state
    const hosted = {
      ...hall,
      tables: hall.tables.map((table) => ({ ...table, hostId: `p${table.number - 1}` })),
      people: Object.fromEntries(
        Object.entries(hall.people).map(([id, person]) => [id, { ...person, stays: id === 'p6' }]),
      ),
    }
    const command = { opId: '0a8ff2a9-33a5-4c0f-9b39-6dbc3f3e4c11', type: 'planRoutes' } as const
    const helper = { role: 'helper', personId: null, table: null } as const
    const outcome = applyCommand(hosted, command, helper, hosted.startsAt, noBoards, () => 'no id')
    if ('refused' in outcome) throw new Error(outcome.refused)
    const routes = planRoutes(outcome.state)
    const first = routes.find(({ name }) => name === 'Person 0')
    expect(first?.keepsSeat).toBeNull()
    expect(new Set(first?.tables).size).toBe(3)
    expect(routes.find(({ name }) => name === 'Person 6')).toMatchObject({
      keepsSeat: 'stays',
      tables: [1, 1, 1, 1],
    })
    expect(routes.find(({ name }) => name === 'Person 1')).toMatchObject({
      keepsSeat: 'host',
      tables: [2, 2, 2, 2],
    })
    for (const { tables, keepsSeat } of routes.slice(0, 30))
      if (keepsSeat === null) expect(new Set(tables.slice(0, 3)).size).toBe(3)
  })
})

const noBoards = { note: () => undefined, countInZone: () => 0, countOnBoard: () => 0 }
