import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rankResults, rowsShown } from './rankResults.ts'

const target = (noteId: string, dots: number, paper = 0) => ({ noteId, text: noteId, dots, paper })

it('puts the most dots first, gives equal ones the same rank and says so, and shows no more than the wall holds', () => {
  const targets = [
    target('a', 2),
    target('b', 9),
    target('c', 9, 4),
    target('d', 1),
    ...'efgh'.split('').map((id) => target(id, 0)),
  ]
  const { rows, more } = rankResults({ targets })
  expect(rows).toHaveLength(rowsShown)
  expect(
    rows.slice(0, 5).map(({ noteId, rank, shared, top, paper }) => [noteId, rank, shared, top, paper]),
  ).toEqual([
    ['b', 1, true, true, 0],
    ['c', 1, true, true, 4],
    ['a', 3, false, true, 0],
    ['d', 4, false, false, 0],
    ['e', 5, false, false, 0],
  ])
  expect(more).toBe(0)
})

it('makes nothing yellow that nobody gave a dot', () => {
  expect(rankResults({ targets: [target('a', 0)] }).rows[0]?.top).toBe(false)
})

it('says how many are left out, and how many of them have as many dots as the last', () => {
  const targets = [5, 4, 3, 2, 2, 2, 2, 2, 1, 0].map((dots, index) => target(`n${index}`, dots))
  expect(rankResults({ targets })).toMatchObject({ more: 3, tied: 2 })
})

it('gives the same rank exactly to those with as many dots, whatever order they came in', () => {
  const counts = fc.array(fc.nat(4), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(counts, (dots) => {
      const targets = dots.map((count, index) => target(`n${index}`, count))
      const { rows, more } = rankResults({ targets })
      for (const row of rows) {
        expect(row.rank).toBe(1 + dots.filter((count) => count > row.dots).length)
        expect(row.shared).toBe(row.dots > 0 && dots.filter((count) => count === row.dots).length > 1)
      }
      const shown = rows.filter((row) => row.dots > 0).length
      expect(shown + more).toBe(dots.filter((count) => count > 0).length)
      const ranks = (all: typeof rows) => all.map(({ rank }) => rank)
      expect(ranks(rankResults({ targets: targets.toReversed() }).rows)).toEqual(ranks(rows))
    }),
  )
})
