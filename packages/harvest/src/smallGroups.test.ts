import fc from 'fast-check'
import { expect, it } from 'vitest'
import { smallestGroup, tellGroups } from './smallGroups.ts'

const groupsOf = (...counts: number[]) => counts.map((count, at) => ({ name: `g${at}`, count }))

it('tells a small group together with its neighbour, whatever the neighbour’s size', () => {
  expect(tellGroups(groupsOf(4, 0, 5, 12))).toEqual([
    { names: ['g0', 'g2'], count: 9 },
    { names: ['g1'], count: 0 },
    { names: ['g3'], count: 12 },
  ])
  expect(tellGroups(groupsOf(9, 7, 2))).toEqual([
    { names: ['g0'], count: 9 },
    { names: ['g1', 'g2'], count: 9 },
  ])
})

it('says nothing where fewer than five answered', () => {
  expect(tellGroups(groupsOf(4, 0))).toBeNull()
  expect(tellGroups(groupsOf(0, 0))).toEqual([
    { names: ['g0'], count: 0 },
    { names: ['g1'], count: 0 },
  ])
})

const counts = fc.array(fc.nat(9), { maxLength: 5 })

it('loses nobody, and shows no row of one to four', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const told = tellGroups(groupsOf(...given))
      const everybody = given.reduce((sum, one) => sum + one, 0)
      if (told === null) {
        expect(everybody).toBeLessThan(smallestGroup)
        return
      }
      expect(told.every(({ count }) => count === 0 || count >= smallestGroup)).toBe(true)
      expect(told.flatMap(({ names }) => names).toSorted()).toEqual(
        groupsOf(...given).map(({ name }) => name),
      )
      expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(everybody)
    }),
  )
})

/** What somebody who knows the rule can conclude: of every small group, at least two sizes remain possible. */
it('leaves at least two possible sizes for every small group, to who knows all totals and the rule', () => {
  const most = 14
  const all: number[][] = []
  for (let a = 0; a <= most; a += 1)
    for (let b = 0; b <= most; b += 1) for (let c = 0; c <= most; c += 1) all.push([a, b, c])
  const byTold = Map.groupBy(all, (given) => JSON.stringify(tellGroups(groupsOf(...given))))
  for (const [told, possible] of byTold) {
    if (told === 'null') continue
    for (const given of possible) {
      // Where the range of this test ends, possibilities end too.
      if (Math.max(...given) > 7) continue
      for (const [at, count] of given.entries())
        if (count > 0 && count < smallestGroup)
          expect(new Set(possible.map((one) => one[at])).size, `${told} ${given}`).toBeGreaterThan(1)
    }
  }
})
