import { expect, it } from 'vitest'
import { rankResults, rowsShown } from './rankResults.ts'

const target = (noteId: string, dots: number) => ({ noteId, text: noteId, dots, paper: 0 })

it('puts the most dots first, gives equal ones the same rank, and shows no more than the wall holds', () => {
  const targets = [
    target('a', 2),
    target('b', 9),
    target('c', 9),
    target('d', 1),
    ...'efgh'.split('').map((id) => target(id, 0)),
  ]
  const rows = rankResults({ targets })
  expect(rows).toHaveLength(rowsShown)
  expect(rows.slice(0, 4).map(({ noteId, rank, top }) => [noteId, rank, top])).toEqual([
    ['b', 1, true],
    ['c', 1, true],
    ['a', 3, true],
    ['d', 4, false],
  ])
})

it('makes nothing yellow that nobody gave a dot', () => {
  expect(rankResults({ targets: [target('a', 0)] })[0]?.top).toBe(false)
})
