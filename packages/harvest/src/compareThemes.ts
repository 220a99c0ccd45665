/**
 * Themes over places: what is special about one place and what all share. A theme counts as special where its share of
 * the place's sorted notes is larger than in all other places together, by more than chance would give: log odds ratio
 * with half a note added to each cell, over its standard error (Agresti, "Categorical Data Analysis", 3.1).
 */
import { themeKey } from './wordsOfTheme.ts'

export interface PlaceThemes {
  id: string
  /** Sorted notes. A note with two themes counts in both. */
  sorted: number
  /** Name of the theme → notes. */
  counts: ReadonlyMap<string, number>
}

/** `sure`: less than one in a hundred by chance; `likely`: less than one in ten. */
export type Special = 'sure' | 'likely' | null

export interface ComparedTheme {
  name: string
  notes: number
  /** In most places, and special in none. */
  isShared: boolean
  /** In the order of the places. */
  places: { count: number; share: number; special: Special }[]
}

const sureZ = 2.58
const likelyZ = 1.64
/** Fewer could be one person's. */
const fewestNotes = 3
const sharedPart = 2 / 3

/** Most notes first, each under the name it has in the first place that has it. */
export function compareThemes(places: readonly PlaceThemes[]): ComparedTheme[] {
  const names = new Map<string, string>()
  for (const { counts } of places)
    for (const name of counts.keys()) names.set(themeKey(name), names.get(themeKey(name)) ?? name)
  const sorted = places.reduce((sum, place) => sum + place.sorted, 0)
  return [...names]
    .map(([key, name]) => {
      const counts = places.map((place) => countOf(place, key))
      const notes = counts.reduce((sum, count) => sum + count, 0)
      const cells = places.map((place, index) => {
        const count = counts[index] ?? 0
        return {
          count,
          share: place.sorted === 0 ? 0 : count / place.sorted,
          special: specialOf(count, place.sorted, notes - count, sorted - place.sorted),
        }
      })
      const present = counts.filter((count) => count > 0).length
      const isShared =
        places.length > 1 &&
        present >= places.length * sharedPart &&
        cells.every(({ special }) => special === null)
      return { name, notes, isShared, places: cells }
    })
    .sort((a, b) => b.notes - a.notes || (a.name < b.name ? -1 : 1))
}

function countOf({ counts }: PlaceThemes, key: string): number {
  let sum = 0
  for (const [name, count] of counts) if (themeKey(name) === key) sum += count
  return sum
}

function specialOf(here: number, sortedHere: number, there: number, sortedThere: number): Special {
  if (here < fewestNotes || sortedThere === 0) return null
  const cells = [here, sortedHere - here, there, sortedThere - there].map((count) => Math.max(0, count) + 0.5)
  const [a = 1, b = 1, c = 1, d = 1] = cells
  const z = Math.log((a * d) / (b * c)) / Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
  if (z >= sureZ) return 'sure'
  return z >= likelyZ ? 'likely' : null
}
