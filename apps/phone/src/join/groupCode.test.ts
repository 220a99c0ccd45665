import { describe, expect, it } from 'vitest'
import { cursorAfter, digitsOf, groupCode } from './groupCode.ts'

describe('a code as it is typed', () => {
  it.each([
    ['4', '4'],
    ['482', '482'],
    ['4829', '482 9'],
    ['482913', '482 913'],
    ['48 29 13', '482 913'],
    ['4829137', '482 913'],
    ['kod: 482-913', '482 913'],
    ['http://192.168.1.20:4321/j/482913?table=4', '482 913'],
  ])('shows %s as %s', (typed, shown) => {
    expect(groupCode(digitsOf(typed))).toBe(shown)
  })

  it('keeps the cursor behind the digit that was typed', () => {
    expect([0, 3, 4, 6].map(cursorAfter)).toEqual([0, 3, 5, 7])
  })
})
