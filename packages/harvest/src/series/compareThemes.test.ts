import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOfAtLeast, compareThemes, type PlaceThemes } from './compareThemes.ts'

/** Each note from a source of its own. */
const place = (counts: Record<string, number>): PlaceThemes => ({
  themes: Object.entries(counts).map(([name, count]) => ({ name, count, sources: count })),
  sorted: Object.values(counts).reduce((sum, count) => sum + count, 0),
})

const specials = (places: readonly PlaceThemes[]) =>
  compareThemes(places).flatMap(({ name, places: cells }) =>
    cells.flatMap(({ special }, index) => (special ? [`${name} ${index} ${special}`] : [])),
  )

describe('compareThemes', () => {
  it('tells what is special in one place from what all share, and how sure that is', () => {
    const compared = compareThemes([
      place({ Gæster: 14, Bus: 5, Skole: 4 }),
      place({ gæster: 1, Bus: 6, Skole: 19 }),
      place({ 'Gæster ': 2, Bus: 5, Skole: 5 }),
    ])
    const [guests, school, bus] = ['Gæster', 'Skole', 'Bus'].map((name) =>
      compared.find((one) => one.name === name),
    )
    expect(guests).toMatchObject({ notes: 17, isShared: false })
    expect(guests?.places.map(({ special }) => special)).toEqual(['sure', null, null])
    expect(school?.places.map(({ special }) => special)).toEqual([null, 'sure', null])
    expect(bus).toMatchObject({ isShared: true, notes: 16, present: 3 })
    expect(bus?.places[0]?.share).toBeCloseTo(5 / 23)
  })

  it('knows a theme of the code books in every language', () => {
    const compared = compareThemes([place({ Bostäder: 3 }), place({ Boliger: 2 })])
    expect(compared).toMatchObject([{ name: 'Bostäder', notes: 5 }])
  })

  it('has the chance right where it can be counted by hand', () => {
    // Fisher's own tea: all four cups right by guessing is 1 in 70, three or four 17 in 70.
    expect(chanceOfAtLeast(4, 4, 4, 8)).toBeCloseTo(1 / 70)
    expect(chanceOfAtLeast(3, 4, 4, 8)).toBeCloseTo(17 / 70)
    expect(chanceOfAtLeast(0, 4, 4, 8)).toBeCloseTo(1)
  })

  it('says nothing about small numbers: few notes, one table’s notes, a place with few', () => {
    expect(specials([place({ Bus: 3, Skole: 10 }), place({ Skole: 200 })])).toEqual([])
    expect(specials([place({ Bus: 9 }), place({ Skole: 200 })])).toEqual([])
    const oneTable = { ...place({ Skole: 10 }), sorted: 19 }
    const itsTopic = { name: 'Bus', count: 9, sources: 1 }
    const others = place({ Skole: 100, Bus: 3 })
    expect(specials([{ ...oneTable, themes: [...oneTable.themes, itsTopic] }, others])).toEqual([])
    const twoTables = { ...itsTopic, sources: 2 }
    expect(specials([{ ...oneTable, themes: [...oneTable.themes, twoTables] }, others])).toEqual([
      'Bus 0 sure',
    ])
    expect(compareThemes([])).toEqual([])
    expect(compareThemes([place({ Bus: 20, Skole: 1 })]).every((one) => !one.isShared)).toBe(true)
  })

  it('finds next to nothing where places differ by chance alone', () => {
    const themes = Array.from({ length: 14 }, (_, index) => `Tema ${index}`)
    const draw = fc.array(fc.array(fc.nat(13), { minLength: 35, maxLength: 35 }), {
      minLength: 7,
      maxLength: 7,
    })
    const evenings = fc
      .sample(draw, { numRuns: 200, seed: 4 })
      .map((towns) =>
        towns.map((drawn) =>
          place(
            Object.fromEntries(
              themes.map((name, index) => [name, drawn.filter((at) => at === index).length]),
            ),
          ),
        ),
      )
    const found = evenings.map(specials)
    expect(found.filter((its) => its.length > 0).length / found.length).toBeLessThan(0.12)
    expect(found.flat().filter((told) => told.endsWith('sure')).length).toBeLessThan(8)
  })

  it('has every note counted where it stands, and no share above one', () => {
    const counts = fc.dictionary(fc.constantFrom('Bus', 'Skole', 'Bolig', 'Natur'), fc.nat(60))
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 6 }), (drawn) => {
        const compared = compareThemes(drawn.map(place))
        for (const { notes, places } of compared) {
          expect(places.reduce((sum, { count }) => sum + count, 0)).toBe(notes)
          for (const { share } of places) expect(share).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('finds in the seven towns much of what was written to be special about each, and little else', () => {
    interface Note {
      town: string
      theme: string
    }
    const corpus: {
      towns: { name: string; specialThemes: string[] }[]
      quotes: Note[]
      workshopNotes: Note[]
      cafeNotes: Note[]
    } = JSON.parse(
      readFileSync(new URL('../../../../tests/content/notes-town-profile.json', import.meta.url), 'utf8'),
    )
    const notes = [...corpus.quotes, ...corpus.workshopNotes, ...corpus.cafeNotes]
    const compared = compareThemes(
      corpus.towns.map(({ name }) => {
        const its = Map.groupBy(
          notes.filter(({ town }) => town === name),
          ({ theme }) => theme,
        )
        return place(Object.fromEntries([...its].map(([theme, found]) => [theme, found.length])))
      }),
    )
    const told = corpus.towns.flatMap(({ specialThemes }, index) =>
      compared.flatMap(({ name, places }) => (places[index]?.special ? [specialThemes.includes(name)] : [])),
    )
    expect(told.length).toBeGreaterThan(7)
    // By chance it were three themes of fourteen.
    expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.75)
  })
})
