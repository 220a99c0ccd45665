import { expect, it } from 'vitest'
import { pastedLines } from './pastedLines.ts'

it('makes a note of each line, without the marks of a list', () => {
  const text =
    '• Bussen går för sällan\r\n\r\n  2) Badplatsen\n– Macken stänger\u20281914 brann kyrkan\n-5 grader\n'
  expect(pastedLines(text)).toEqual([
    'Bussen går för sällan',
    'Badplatsen',
    'Macken stänger',
    '1914 brann kyrkan',
    '-5 grader',
  ])
})

it('takes no more than a board can hold, and no half letter', () => {
  expect(pastedLines('x\n'.repeat(200))).toHaveLength(60)
  expect(pastedLines(`${'x'.repeat(999)}👍`)).toEqual(['x'.repeat(999)])
  expect(pastedLines(' \n\n')).toEqual([])
})
