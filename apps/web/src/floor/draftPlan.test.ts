import { evenRows } from '@bordet/workshop'
import { describe, expect, it } from 'vitest'
import {
  clearSquare,
  finishPlan,
  moveStanding,
  openPlan,
  resizePlan,
  squareKey,
  toggleFixture,
} from './draftPlan.ts'

const tables = [1, 2, 3, 4, 5, 6]
const draft = openPlan(evenRows(tables), tables)
const at = (x: number, y: number, plan = draft) => plan.standing.get(squareKey({ x, y }))

describe('a floor plan that is being drawn', () => {
  it('comes out as it went in', () => {
    expect(finishPlan(draft)).toEqual(evenRows(tables))
  })

  it('has tables on it that the stored plan has not seen', () => {
    const grown = finishPlan(openPlan(evenRows([1, 2]), tables))
    expect(grown.things.filter(({ kind }) => kind === 'table')).toHaveLength(6)
  })

  it('moves a table to a free square, and swaps it with what stands on another', () => {
    expect(at(0, 1)).toEqual({ kind: 'table', table: 1 })
    const moved = moveStanding(draft, { x: 0, y: 1 }, { x: 0, y: 0 })
    expect([at(0, 0, moved), at(0, 1, moved)]).toEqual([{ kind: 'table', table: 1 }, undefined])
    const swapped = moveStanding(draft, { x: 0, y: 1 }, { x: 1, y: 1 })
    expect([at(0, 1, swapped), at(1, 1, swapped)]).toEqual([
      { kind: 'table', table: 2 },
      { kind: 'table', table: 1 },
    ])
  })

  it('joins equal neighbours into one wide thing', () => {
    const wide = toggleFixture(draft, { x: 0, y: 0 }, 'stage')
    expect(finishPlan(wide).things[0]).toEqual({ kind: 'stage', x: 0, y: 0, width: 2 })
  })

  it('takes a fixture away on the second press, and never a table', () => {
    const put = toggleFixture(draft, { x: 0, y: 0 }, 'coffee')
    expect(at(0, 0, put)).toEqual({ kind: 'coffee' })
    expect(at(0, 0, toggleFixture(put, { x: 0, y: 0 }, 'coffee'))).toBeUndefined()
    expect(clearSquare(draft, { x: 0, y: 1 })).toBe(draft)
    expect(toggleFixture(draft, { x: 0, y: 1 }, 'stage')).toBe(draft)
  })

  it('grows, and shrinks only where nothing stands', () => {
    const wider = resizePlan(draft, draft.columns + 1, draft.rows)
    expect(wider.columns).toBe(draft.columns + 1)
    expect(resizePlan(wider, draft.columns, draft.rows).columns).toBe(draft.columns)
    expect(resizePlan(draft, draft.columns - 1, draft.rows)).toBe(draft)
    expect(resizePlan(draft, 25, draft.rows)).toBe(draft)
  })
})
