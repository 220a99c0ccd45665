import fc from 'fast-check'
import { expect, it } from 'vitest'
import { breakLines, isRightToLeft } from './breakLines.ts'

const letters = (words: string) => [...words].length

it('breaks between words, inside a word that is too long, and where the writer did', () => {
  expect(breakLines('en två tre fyra', 7, letters)).toEqual(['en två', 'tre', 'fyra'])
  expect(breakLines('en\n\ntvå', 7, letters)).toEqual(['en', '', 'två'])
  expect(breakLines('en kommunfullmäktige nu', 8, letters)).toEqual(['en', 'kommunfu', 'llmäktig', 'e nu'])
  expect(breakLines('  in', 7, letters)).toEqual(['  in'])
  expect(breakLines('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 1, () => 2)).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'])
})

it('loses no letter, and no line is wider than it may be', () => {
  const words = fc.stringMatching(/^[a-zåäö \n]{0,80}$/)
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 20 }), (text, width) => {
      const lines = breakLines(text, width, letters)
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      for (const line of lines) expect(letters(line)).toBeLessThanOrEqual(width)
    }),
  )
})

it('knows which way a note is read', () => {
  expect(isRightToLeft('12 – שלום')).toBe(true)
  expect(isRightToLeft('Hej مرحبا')).toBe(false)
})
