import fc from 'fast-check'
import { expect, it } from 'vitest'
import { marksIn, searchTerms } from './searchTerms.ts'

const marked = (text: string, typed: string) =>
  marksIn(text, searchTerms(typed)).map(([from, to]) => text.slice(from, to))

it('takes words apart and keeps those in quotation marks of any country together', () => {
  expect(searchTerms('  Bus, till skolan! ”gå hem”')).toEqual([
    { kind: 'word', text: 'Bus' },
    { kind: 'word', text: 'till' },
    { kind: 'word', text: 'skolan' },
    { kind: 'phrase', text: 'gå hem' },
  ])
  expect(searchTerms('»ved søen« "x" *')).toEqual([
    { kind: 'phrase', text: 'ved søen' },
    { kind: 'phrase', text: 'x' },
  ])
  expect(searchTerms('? " * -')).toEqual([])
})

it('marks what was found and nothing else: beginnings, insides of compounds from four letters on, phrases', () => {
  expect(marked('Ungdomsboliger, bolig og Boligblok', 'bolig')).toEqual(['bolig', 'bolig', 'Bolig'])
  expect(marked('bil, automobil og bilist', 'bil')).toEqual(['bil', 'bil'])
  expect(marked('Åen er ikke Aen', 'åen')).toEqual(['Åen'])
  expect(marked('Gå hem, gå  hemifrån. gå–hem', '"gå hem"')).toEqual(['Gå hem', 'gå–hem'])
  expect(marked('skolbussen', 'skolbuss bussen')).toEqual(['skolbussen'])
})

it('marks in order, inside the text and without overlap, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, typed) => {
      let end = 0
      for (const [from, to] of marksIn(text, searchTerms(typed))) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        end = to
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})
