import { expect, it } from 'vitest'
import { createLatestLines } from './latestLines.ts'

it('lets the oldest line of a key give way, and touches nobody else’s', () => {
  const lines = createLatestLines()
  const closed: string[] = []
  const add = (key: string, name: string) => lines.add(key, 2, () => closed.push(name))
  add('a', 'a1')
  const a2 = add('a', 'a2')
  add('b', 'b1')
  expect(closed).toEqual([])
  add('a', 'a3')
  expect(closed).toEqual(['a1'])
  a2()
  add('a', 'a4')
  expect(closed).toEqual(['a1'])
})
