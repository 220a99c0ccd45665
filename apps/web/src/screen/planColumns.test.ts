import { expect, it } from 'vitest'
import { planColumns } from './planColumns.ts'

it('makes even rows where the number of tables allows it', () => {
  const columns = [1, 2, 3, 4, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24, 100].map(planColumns)
  expect(columns).toEqual([1, 2, 3, 2, 3, 4, 3, 5, 4, 5, 4, 6, 5, 6, 10])
})

it('leaves few places free where it does not', () => {
  expect([5, 7, 11, 13, 17].map(planColumns)).toEqual([3, 4, 4, 5, 6])
})
