/**
 * Which themes a note may belong to, guessed from those that people sorted already. Letters instead of words (all
 * runs of three to five within a word), so that `kvällsbuss` is like `bussen` in four languages without a dictionary.
 * It knows nothing but the notes it is given, says nothing without evidence, and never assigns.
 */

export interface SortedNote {
  id: string
  text: string
  themeIds: readonly string[]
}

export interface ThemeName {
  id: string
  name: string
}

export interface ThemeSuggestion {
  themeId: string
  /** The note's own words that speak for it, strongest first. */
  because: string[]
}

/** Best first, at most three for each note; notes without a guess are not in it. */
export function suggestThemes(
  notes: readonly SortedNote[],
  themes: readonly ThemeName[],
): Map<string, ThemeSuggestion[]> {
  const suggestions = new Map<string, ThemeSuggestion[]>()
  if (themes.length === 0) return suggestions
  const rarity = rarityOf(notes.map(({ text }) => readWords(text)))
  const weighed = notes.map((note) => ({ note, vector: vectorOf(readWords(note.text), rarity) }))
  const centres = themes.map(({ id, name }) => {
    const examples = weighed.filter(({ note }) => note.themeIds.includes(id)).map(({ vector }) => vector)
    return { id, vector: normalise(sum([...examples, vectorOf(readWords(name), rarity)])) }
  })
  const likenessTo = indexOf(centres.map(({ vector }) => vector))
  for (const { note, vector } of weighed) {
    const guesses = likenessTo(vector)
      .map((likeness, index) => ({ likeness, centre: centres[index] }))
      .filter(
        ({ likeness, centre }) => likeness >= leastLikeness && !note.themeIds.includes(centre?.id ?? ''),
      )
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, mostGuesses)
      .flatMap(({ centre }) => {
        const because = centre ? tellingWords(readWords(note.text), centre.vector, rarity) : []
        return centre && because.length > 0 ? [{ themeId: centre.id, because }] : []
      })
    if (guesses.length > 0) suggestions.set(note.id, guesses)
  }
  return suggestions
}

/** Of a note to a theme, and of the one word that speaks for it most: an ending in common is no evidence. */
const leastLikeness = 0.03
const leastOfWord = 0.08
const mostGuesses = 3
const mostReasons = 2
/** Shorter words are mostly such that every note has. */
const shortestWord = 4
/** Runs of letters that more than this share of the notes has say nothing. */
const commonShare = 0.2

interface Word {
  word: string
  runs: readonly string[]
}
type Vector = ReadonlyMap<string, number>
type Rarity = (run: string) => number

const keptTexts = 5_000
/** A hall's notes are asked about again and again. */
const known = new Map<string, readonly Word[]>()

function readWords(text: string): readonly Word[] {
  const before = known.get(text)
  if (before) return before
  const words = text.toLocaleLowerCase('sv').match(/\p{L}+/gu) ?? []
  const read = words
    .filter((word) => word.length >= shortestWord)
    .map((word) => ({ word, runs: runsOf(word) }))
  if (known.size >= keptTexts) known.clear()
  known.set(text, read)
  return read
}

/** The beginning of a word counts as a letter; its end does not, for endings are grammar. */
function runsOf(word: string): string[] {
  const marked = [...`^${word}`]
  const runs: string[] = []
  for (let length = 3; length <= 5; length += 1)
    for (let at = 0; at + length <= marked.length; at += 1) runs.push(marked.slice(at, at + length).join(''))
  return runs
}

/** How much a run of letters says: nothing when everybody writes it, most when nobody does but a theme's name. */
function rarityOf(notes: readonly (readonly Word[])[]): Rarity {
  const counts = new Map<string, number>()
  for (const words of notes)
    for (const run of new Set(words.flatMap(({ runs }) => runs))) counts.set(run, (counts.get(run) ?? 0) + 1)
  const most = Math.max(3, notes.length * commonShare)
  return (run) => {
    const count = counts.get(run) ?? 0
    return count > most ? 0 : Math.log((notes.length + 1) / (count + 0.5))
  }
}

function vectorOf(words: readonly Word[], rarity: Rarity): Vector {
  const vector = new Map<string, number>()
  for (const { runs } of words) {
    for (const run of runs) {
      const weight = rarity(run)
      if (weight > 0) vector.set(run, (vector.get(run) ?? 0) + weight)
    }
  }
  return normalise(vector)
}

function sum(vectors: readonly Vector[]): Vector {
  const total = new Map<string, number>()
  for (const vector of vectors)
    for (const [run, weight] of vector) total.set(run, (total.get(run) ?? 0) + weight)
  return total
}

function normalise(vector: Vector): Vector {
  let squares = 0
  for (const weight of vector.values()) squares += weight * weight
  if (squares === 0) return vector
  const length = Math.sqrt(squares)
  return new Map([...vector].map(([run, weight]) => [run, weight / length]))
}

/** The likeness of a vector to each of these at once: each of its runs is looked up a single time. */
function indexOf(vectors: readonly Vector[]): (vector: Vector) => number[] {
  const places = new Map<string, [index: number, weight: number][]>()
  for (const [index, vector] of vectors.entries()) {
    for (const [run, weight] of vector) {
      const place = places.get(run)
      if (place) place.push([index, weight])
      else places.set(run, [[index, weight]])
    }
  }
  return (vector) => {
    const likeness = vectors.map(() => 0)
    for (const [run, weight] of vector)
      for (const [index, other] of places.get(run) ?? [])
        likeness[index] = (likeness[index] ?? 0) + weight * other
    return likeness
  }
}

/** Of the note's words those that are most like the theme. */
function tellingWords(words: readonly Word[], centre: Vector, rarity: Rarity): string[] {
  const likeness = new Map<string, number>()
  for (const word of words) {
    let product = 0
    for (const [run, weight] of vectorOf([word], rarity)) product += weight * (centre.get(run) ?? 0)
    if (product >= leastOfWord) likeness.set(word.word, product)
  }
  return [...likeness]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostReasons)
    .map(([word]) => word)
}
