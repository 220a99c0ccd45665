import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compareThemes, type PlaceThemes } from './compareThemes.ts'

const place = (id: string, counts: Record<string, number>): PlaceThemes => ({
  id,
  counts: new Map(Object.entries(counts)),
  sorted: Object.values(counts).reduce((sum, count) => sum + count, 0),
})

it('tells what is special in one place from what all share, and how sure that is', () => {
  const compared = compareThemes([
    place('Legsted', { Gæster: 14, Bus: 5, Skole: 4 }),
    place('Gramby', { gæster: 1, Bus: 6, Skole: 19 }),
    place('Åmølle', { 'Gæster ': 2, Bus: 5, Skole: 5 }),
  ])
  const [guests, school, bus] = ['Gæster', 'Skole', 'Bus'].map((name) =>
    compared.find((one) => one.name === name),
  )
  expect(guests).toMatchObject({ notes: 17, isShared: false })
  expect(guests?.places.map(({ special }) => special)).toEqual(['sure', null, null])
  expect(school?.places.map(({ special }) => special)).toEqual([null, 'sure', null])
  expect(bus).toMatchObject({ isShared: true, notes: 16 })
  expect(bus?.places[0]?.share).toBeCloseTo(5 / 23)
})

it('knows a theme of the code books in every language', () => {
  const compared = compareThemes([place('Lindåsa', { Bostäder: 3 }), place('Gramby', { Boliger: 2 })])
  expect(compared).toMatchObject([{ name: 'Bostäder', notes: 5 }])
})

it('calls nothing special that one or two people may have written, nor where there is only one place', () => {
  const few = compareThemes([place('A', { Bus: 2 }), place('B', { Skole: 30 })])
  expect(few.flatMap(({ places }) => places.map(({ special }) => special)).filter(Boolean)).toEqual(['sure'])
  expect(compareThemes([place('A', { Bus: 20, Skole: 1 })]).every((one) => !one.isShared)).toBe(true)
  expect(compareThemes([])).toEqual([])
})

it('finds in the seven towns much of what was written to be special about each, and little else', () => {
  const corpus: {
    towns: { name: string; specialThemes: string[] }[]
    quotes: { town: string; theme: string }[]
    workshopNotes: { town: string; theme: string }[]
    cafeNotes: { town: string; theme: string }[]
  } = JSON.parse(
    readFileSync(new URL('../../../tests/content/notes-town-profile.json', import.meta.url), 'utf8'),
  )
  const notes = [...corpus.quotes, ...corpus.workshopNotes, ...corpus.cafeNotes]
  const compared = compareThemes(
    corpus.towns.map(({ name }) =>
      place(
        name,
        Object.fromEntries(
          [
            ...Map.groupBy(
              notes.filter(({ town }) => town === name),
              ({ theme }) => theme,
            ),
          ].map(([theme, its]) => [theme, its.length]),
        ),
      ),
    ),
  )
  const told = corpus.towns.flatMap(({ specialThemes }, index) =>
    compared.flatMap(({ name, places }) => (places[index]?.special ? [specialThemes.includes(name)] : [])),
  )
  expect(told.length).toBeGreaterThan(7)
  // By chance it were three themes of fourteen.
  expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.7)
})
