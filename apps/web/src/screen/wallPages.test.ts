import { expect, it } from 'vitest'
import { wallPages } from './wallPages.ts'

it('shows all of a usual hall at once, and a larger one in even pages', () => {
  const sizes = [1, 6, 8, 9, 11, 12].map((count) =>
    wallPages(Array(count).fill(0)).map(({ length }) => length),
  )
  expect(sizes).toEqual([[1], [6], [4, 4], [5, 4], [6, 5], [6, 6]])
})
