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
})
