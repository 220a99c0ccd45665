import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnShares } from './columnShares.ts'

it('gives a long text more than a number, and no column less than its longest word', () => {
  const [note = 0, dots = 0] = columnShares(
    ['Lapp', 'Prickar'],
    [['En lång lapp om bussen och affären', '12']],
    90,
  )
  expect(note).toBeGreaterThan(0.7)
  expect(dots * 90).toBeGreaterThanOrEqual('Prickar'.length)
})

it('uses the whole width, whatever stands in the cells', () => {
  const cells = fc.array(fc.string({ maxLength: 80 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(cells, fc.array(cells, { maxLength: 4 }), (head, rows) => {
      const shares = columnShares(head, rows, 90)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
      expect(shares.every((share) => share > 0)).toBe(true)
    }),
  )
})
