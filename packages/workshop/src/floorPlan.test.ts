import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completePlan, evenColumns, evenRows, isSoundPlan, widthOf } from './floorPlan.ts'
import type { FloorPlan } from './floorPlanSchema.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('a floor plan', () => {
  it('[L1] keeps everything inside, apart, once, and only tables there are', () => {
    const plan = evenRows(numbers(4))
    const sound = (things: FloorPlan['things'], tables = numbers(4)) =>
      isSoundPlan({ ...plan, things }, tables)
    expect(sound(plan.things)).toBe(true)
    expect(sound(plan.things, numbers(3))).toBe(false)
    expect(sound([{ kind: 'table', table: 1, x: plan.columns, y: 0 }])).toBe(false)
    expect(sound([{ kind: 'stage', width: 2, x: plan.columns - 1, y: 0 }])).toBe(false)
    expect(
      sound([
        { kind: 'stage', width: 2, x: 0, y: 0 },
        { kind: 'table', table: 1, x: 1, y: 0 },
      ]),
    ).toBe(false)
    expect(
      sound([
        { kind: 'table', table: 1, x: 0, y: 0 },
        { kind: 'table', table: 1, x: 1, y: 0 },
      ]),
    ).toBe(false)
  })

  it('[L3] leaves out tables that were taken away, and finds room for new ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (before, now) => {
        const plan = completePlan(evenRows(numbers(before)), numbers(now))
        expect(isSoundPlan(plan, numbers(now))).toBe(true)
        const tables = plan.things.filter((thing) => thing.kind === 'table').map(({ table }) => table)
        expect(tables.toSorted((a, b) => a - b)).toEqual(numbers(now))
      }),
    )
  })

  it('[L3] puts a table back on its square when it comes back', () => {
    const plan = evenRows(numbers(8))
    expect(completePlan(plan, numbers(8))).toEqual(plan)
  })

  it('begins as even rows between stage, door and coffee', () => {
    for (const count of [1, 2, 3, 8, 25, 100]) {
      const plan = evenRows(numbers(count))
      expect(isSoundPlan(plan, numbers(count))).toBe(true)
      expect(Math.max(plan.columns, plan.rows)).toBeLessThanOrEqual(24)
      expect(plan.things.reduce((sum, thing) => sum + widthOf(thing), 0)).toBeGreaterThanOrEqual(count + 3)
    }
  })
})

describe('even rows', () => {
  it('are even where the number of tables allows it', () => {
    const columns = [1, 2, 3, 4, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24, 100].map(evenColumns)
    expect(columns).toEqual([1, 2, 3, 2, 3, 4, 3, 5, 4, 5, 4, 6, 5, 6, 10])
  })

  it('leave few places free where it does not', () => {
    expect([5, 7, 11, 13, 17].map(evenColumns)).toEqual([3, 4, 4, 5, 6])
  })
})
