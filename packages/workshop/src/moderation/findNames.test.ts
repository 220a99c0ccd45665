import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findNames } from './findNames.ts'

const namesIn = (text: string) => findNames(text).map(({ from, to }) => text.slice(from, to))

describe('names in a note', () => {
  it.each([
    ['Fråga Anna Ek på kommunen', ['Anna Ek']],
    ['Karin har nyckeln till bygdegården', ['Karin']],
    ['Annas lanthandel måste vara kvar', ['Annas']],
    ['Det var Xerxes Bengtsson som sa nej', ['Xerxes Bengtsson']],
    ['Bo Dahl kör bussen, och Per Ek med', ['Bo Dahl', 'Per Ek']],
    ['Tal med fru Vestergaard om hallen', ['fru Vestergaard']],
    ['Spør Kari Nordmann og Ole', ['Kari Nordmann', 'Ole']],
    ['Søren Kjær Hansen bor der', ['Søren Kjær']],
  ])('%s', (text, names) => expect(namesIn(text)).toEqual(names))

  it.each([
    'Bo kvar hemma länge',
    'Per år kostar det för mycket',
    'Max 30 km/h vid skolan',
    'Finn en løsning for bussen',
    'Kaj og bro i Gramby',
    'Tom lokal mitt i byn',
    'fru och barn får inte plats',
    'En buss till Älmhult Norra',
    'BUSSEN GÅR INTE',
  ])('none: %s', (text) => expect(namesIn(text)).toEqual([]))

  it('marks few of the notes of a whole programme, which name nobody', () => {
    const corpus: { notes: { text: string }[] } = JSON.parse(
      readFileSync(new URL('../../../../tests/content/notes-world-cafe.json', import.meta.url), 'utf8'),
    )
    const marked = corpus.notes.filter(({ text }) => findNames(text).length > 0)
    expect(marked.length / corpus.notes.length).toBeLessThan(0.02)
  })
})
