import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessRate, readCorpus, unseenRate } from './testing/guessRate.ts'
import { createThemeSuggester, suggestThemes, type SortedNote } from './suggestThemes.ts'

const themes = [
  { id: 'bus', name: 'Kollektivtrafik' },
  { id: 'bath', name: 'Badplatsen' },
]
const note = (id: string, text: string, ...themeIds: string[]): SortedNote => ({ id, text, themeIds })

describe('guesses of themes', () => {
  it('come from examples and from names, with the words that speak for them', () => {
    const notes = [
      note('1', 'Bussen går aldrig på kvällen', 'bus'),
      note('2', 'Bryggan är trasig', 'bath'),
      note('3', 'En kvällsbuss till Ekdala behövs'),
      note('4', 'Vi badar gärna vid badplatsen'),
    ]
    const found = suggestThemes(notes, themes)
    expect(found.get('3')?.[0]).toMatchObject({ themeId: 'bus' })
    expect(found.get('3')?.[0]?.because[0]).toBe('kvällsbuss')
    expect(found.get('4')?.[0]).toMatchObject({ themeId: 'bath', because: ['badar', 'badplatsen'] })
  })

  it('are none without evidence, and never what the note has already', () => {
    const notes = [note('1', 'Bussen går aldrig', 'bus'), note('2', 'Fibern är dyr'), note('3', 'Ja')]
    const found = suggestThemes(notes, themes)
    expect([...found.keys()]).toEqual([])
    expect(suggestThemes([], themes).size).toBe(0)
    expect(suggestThemes(notes, []).size).toBe(0)
  })

  it('are right among three for most notes once three of each theme are sorted, far more often than by size', () => {
    const cafe = guessRate(readCorpus('notes-world-cafe', 'sv'), { labels: 3, draws: 8, seed: 3 })
    expect(cafe.amongThree).toBeGreaterThan(0.84)
    expect(cafe.largest).toBeLessThan(0.4)
    const towns = guessRate(readCorpus('notes-town-profile', 'da'), { labels: 3, draws: 8, seed: 3 })
    expect(towns.amongThree).toBeGreaterThan(0.75)
    expect(towns.largest).toBeLessThan(0.4)
  })

  it('say when they are sure, and are right far more often then', () => {
    const { notes, themes: codeBook } = readCorpus('notes-world-cafe', 'sv')
    const examples = new Set(
      codeBook.flatMap(({ id }) => notes.filter(({ theme }) => theme === id).slice(0, 3)),
    )
    const found = suggestThemes(
      notes.map((one) => note(one.id, one.text, ...(examples.has(one) ? [one.theme] : []))),
      codeBook,
    )
    const first = notes.flatMap(({ id, theme }) => {
      const guess = found.get(id)?.[0]
      return guess ? [{ sure: guess.sure, isRight: guess.themeId === theme }] : []
    })
    const rateOf = (sure: boolean) => {
      const these = first.filter((one) => one.sure === sure)
      return these.filter(({ isRight }) => isRight).length / these.length
    }
    expect(rateOf(true)).toBeGreaterThan(0.65)
    expect(rateOf(true) - rateOf(false)).toBeGreaterThan(0.15)
    expect([...found.values()].flatMap((guesses) => guesses.slice(1)).some(({ sure }) => sure)).toBe(false)
  })

  it.each(['sv-cafe', 'da-profile', 'nb-cafe', 'en-cafe'] as const)(
    'come from the word lists alone for notes that their writers had not seen: %s',
    (set) => {
      const { amongThree, largest } = unseenRate(set)
      expect(amongThree).toBeGreaterThan(0.6)
      expect(amongThree).toBeGreaterThan(largest * 2.5)
    },
  )

  it('are none for what is about nothing', () => {
    const codeBook = readCorpus('notes-world-cafe', 'sv').themes
    const said = ['ja', 'Hej hej', '?', '👍', 'Tack så mycket', 'samma som hon sa', 'Hej hej från bord 3']
    expect([
      ...suggestThemes(
        said.map((text, index) => note(String(index), text)),
        codeBook,
      ),
    ]).toEqual([])
  })

  it('carry what was sorted elsewhere to a theme of the same name, and to no other', () => {
    const own = [{ id: 'x', name: 'Kvarnen' }]
    const notes = [note('1', 'Vem lagar skovelhjulet?')]
    expect(suggestThemes(notes, own).size).toBe(0)
    const learnt = [{ text: 'Skovelhjulet är sönder', theme: 'kvarnen ' }]
    expect(suggestThemes(notes, own, learnt).get('1')).toMatchObject([
      { themeId: 'x', because: ['skovelhjulet'] },
    ])
    expect(suggestThemes(notes, own, [{ text: 'Skovelhjulet är sönder', theme: 'Annat' }]).size).toBe(0)
  })

  it('hold whatever people write', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 12 }), (texts) => {
        const notes = texts.map((text, index) =>
          note(String(index), text, ...(index % 3 === 0 ? ['bus'] : [])),
        )
        for (const guesses of suggestThemes(notes, themes).values()) {
          expect(guesses.length).toBeLessThanOrEqual(3)
          for (const { because } of guesses) expect(because.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})

it('are the same from one that is asked again and again, after moves, new words and more that was learnt', () => {
  const { notes: corpus, themes: codebook } = readCorpus('notes-world-cafe', 'sv')
  const suggest = createThemeSuggester()
  let notes = corpus.slice(0, 60).map(({ text }, index) => note(String(index), text))
  let learnt: { text: string; theme: string }[] = []
  const expectSame = () =>
    expect([...suggest(notes, codebook, learnt)]).toEqual([...suggestThemes(notes, codebook, learnt)])
  expectSame()
  notes = notes.map((one, index) => ({ ...one, themeIds: index % 3 === 0 ? [codebook[0]?.id ?? ''] : [] }))
  expectSame()
  notes = [...notes.slice(1), note('new', 'En kvällsbuss till Ekdala behövs')]
  expectSame()
  learnt = corpus.slice(60, 80).map(({ text }) => ({ text, theme: codebook[1]?.name ?? '' }))
  expectSame()
})
