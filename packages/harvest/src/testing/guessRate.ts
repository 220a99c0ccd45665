/** How often the right theme is among the guesses when only few notes are sorted: on notes whose theme is known. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { suggestThemes } from '../suggestThemes.ts'

const noteSchema = z.object({
  id: z.string(),
  theme: z.string().nullable(),
  text: z.string().optional(),
  quote: z.string().optional(),
})
const corpusSchema = z.object({
  codebook: z.array(
    z.object({ key: z.string(), sv: z.string(), da: z.string(), nb: z.string(), en: z.string() }),
  ),
  notes: z.array(noteSchema).default([]),
  quotes: z.array(noteSchema).default([]),
  workshopNotes: z.array(noteSchema).default([]),
  cafeNotes: z.array(noteSchema).default([]),
})

export interface KnownNote {
  id: string
  text: string
  theme: string
}

export interface Corpus {
  notes: KnownNote[]
  themes: { id: string; name: string }[]
}

type CorpusFile = 'notes-world-cafe' | 'notes-town-profile'
type CorpusLanguage = 'sv' | 'da' | 'nb' | 'en'

function readContent(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../../tests/content/${file}.json`, import.meta.url), 'utf8'))
}

export function readCorpus(file: CorpusFile, language: CorpusLanguage): Corpus {
  const read = corpusSchema.parse(readContent(file))
  const all = [...read.notes, ...read.quotes, ...read.workshopNotes, ...read.cafeNotes]
  return {
    themes: read.codebook.map((theme) => ({ id: theme.key, name: theme[language] })),
    // Those that nobody could sort say nothing here.
    notes: all.flatMap(({ id, theme, text, quote }) =>
      theme === null ? [] : [{ id, theme, text: text ?? quote ?? '' }],
    ),
  }
}

export interface GuessRate {
  /** Share of the unsorted notes, 0 to 1. */
  amongThree: number
  /** The same, had one always guessed the three largest themes. */
  largest: number
  /** Share that got any guess at all. */
  guessed: number
}

/** Means over seeded draws of so many sorted notes for each theme. */
export function guessRate(
  { notes, themes }: Corpus,
  options: { labels: number; draws: number; seed: number },
): GuessRate {
  const total = { amongThree: 0, largest: 0, guessed: 0 }
  const random = randomFrom(options.seed)
  for (let draw = 0; draw < options.draws; draw += 1) {
    const sorted = new Set(
      themes.flatMap(({ id }) =>
        shuffle(
          notes.filter(({ theme }) => theme === id),
          random,
        ).slice(0, options.labels),
      ),
    )
    const asked = notes.map((note) => ({
      id: note.id,
      text: note.text,
      themeIds: sorted.has(note) ? [note.theme] : [],
    }))
    const guesses = suggestThemes(asked, themes)
    const open = notes.filter((note) => !sorted.has(note))
    const sizes = new Map(themes.map(({ id }) => [id, notes.filter(({ theme }) => theme === id).length]))
    const largest = [...sizes]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([id]) => id)
    const share = (of: (note: KnownNote) => boolean) => open.filter(of).length / open.length
    total.amongThree += share(
      ({ id, theme }) => guesses.get(id)?.some(({ themeId }) => themeId === theme) === true,
    )
    total.largest += share(({ theme }) => largest.includes(theme))
    total.guessed += share(({ id }) => guesses.has(id))
  }
  const mean = (sum: number) => sum / options.draws
  return { amongThree: mean(total.amongThree), largest: mean(total.largest), guessed: mean(total.guessed) }
}

const unseenSchema = z.array(
  z.object({
    set: z.enum(['sv-cafe', 'da-profile', 'nb-cafe', 'en-cafe']),
    themes: z.array(z.string()),
    text: z.string(),
  }),
)
export type UnseenSet = z.infer<typeof unseenSchema>[number]['set']

/**
 * What the word lists alone tell of notes that nobody had seen who wrote them: written by someone who had not seen the
 * lists, often indirect, each with its one or two themes. Nothing is sorted beforehand.
 */
export function unseenRate(set: UnseenSet): { amongThree: number; largest: number } {
  const [language, book] = set.split('-') as [CorpusLanguage, string]
  const { themes } = readCorpus(book === 'cafe' ? 'notes-world-cafe' : 'notes-town-profile', language)
  const notes = unseenSchema
    .parse(readContent('notes-unseen'))
    .filter((note) => note.set === set && note.themes.length > 0)
    .map((note, index) => ({ ...note, id: String(index) }))
  const guesses = suggestThemes(
    notes.map(({ id, text }) => ({ id, text, themeIds: [] })),
    themes,
  )
  const right = notes.filter(({ id, themes: its }) =>
    guesses.get(id)?.some(({ themeId }) => its.includes(themeId)),
  )
  // They are spread evenly: three of the themes are as good as any other three.
  return { amongThree: right.length / notes.length, largest: 3 / themes.length }
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/** mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
