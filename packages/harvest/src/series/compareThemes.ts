/**
 * Themes over places: what is special about one place and what most of them share.
 *
 * Special is a theme with a larger share of the place's sorted notes than chance would give if all places talked about
 * the same things: Fisher's exact test, one-sided (Agresti, "Categorical Data Analysis", 3.5), which is right for small
 * numbers too. A matrix of fourteen themes and seven towns asks a hundred such questions at once, and by chance alone
 * some would seem special; so the p-values are held against the false discovery rate of Benjamini and Hochberg (Journal
 * of the Royal Statistical Society B 57, 1995, 289–300). `sure` then means: of a hundred marks, one is expected to be
 * chance; `likely`: ten.
 *
 * What the test cannot know is that notes depend on each other: one table talks itself warm, one person writes three.
 * Hence the floors below: few notes, notes from one source and places with few sorted notes are never called special.
 */
import { themeKey } from '../wordsOfTheme.ts'

export interface ThemeCount {
  /** As it is called there. */
  name: string
  /** Notes, each once. */
  count: number
  /** Tables, rounds and interviews that they come from. */
  sources: number
}

export interface PlaceThemes {
  /** Notes with at least one theme. A note with two counts in both. */
  sorted: number
  themes: readonly ThemeCount[]
}

/** Of a hundred marks, as many are expected to be chance: `sure` one, `likely` ten. */
export type Special = 'sure' | 'likely' | null

export interface ComparedCell {
  count: number
  sources: number
  /** Of the place's sorted notes, 0 to 1. */
  share: number
  special: Special
}

export interface ComparedTheme {
  /** The same for a theme of the code books in all four languages. */
  key: string
  /** As the first place that has it calls it. */
  name: string
  notes: number
  /** In how many of the places with enough sorted notes it has some weight … */
  present: number
  /** … and how many those are. */
  of: number
  /** In most places; it may be special in one of them all the same. */
  isShared: boolean
  /** In the order of the places. */
  places: ComparedCell[]
}

const expectedFalse = { sure: 0.01, likely: 0.1 } as const
/** The share must be so much larger than that of all places: an exact test finds the smallest difference in large numbers. */
const leastLift = 1.35
/** Fewer could be one person's. */
export const fewestNotes = 4
const fewestSources = 2
/** In fewer sorted notes every share is chance. */
export const fewestSorted = 10
const sharedPart = 0.7
/** A place has a theme when its share there is at least this part of the share of all, in more than one note. */
const weight = 0.5

/** Most notes first. */
export function compareThemes(places: readonly PlaceThemes[]): ComparedTheme[] {
  const sorted = sum(places.map((place) => place.sorted))
  const rows = themesOf(places).map(({ key, name }) => {
    const counts = places.map((place) => countOf(place, key))
    return { key, name, counts, notes: sum(counts.map(({ count }) => count)) }
  })
  const chances = rows.map(({ counts, notes }) =>
    counts.map(({ count, sources }, index) => {
      const here = places[index]?.sorted ?? 0
      const mayBe =
        count >= fewestNotes &&
        sources >= fewestSources &&
        here >= fewestSorted &&
        sorted - here >= fewestSorted &&
        count / here >= leastLift * (notes / sorted)
      // All cells take part in the rate, also those that could never be special: they were looked at.
      return mayBe ? chanceOfAtLeast(count, here, notes, sorted) : 1
    }),
  )
  const limits = {
    sure: discoveryLimit(chances.flat(), expectedFalse.sure),
    likely: discoveryLimit(chances.flat(), expectedFalse.likely),
  }
  return rows
    .map(({ key, name, counts, notes }, row) => {
      const cells = counts.map(({ count, sources }, index): ComparedCell => {
        const here = places[index]?.sorted ?? 0
        const chance = chances[row]?.[index] ?? 1
        const special = chance <= limits.sure ? 'sure' : chance <= limits.likely ? 'likely' : null
        return { count, sources, share: here === 0 ? 0 : count / here, special }
      })
      const judged = cells.filter((_, index) => (places[index]?.sorted ?? 0) >= fewestSorted)
      const present = judged.filter(
        ({ count, share }) => count > 1 && share >= (weight * notes) / sorted,
      ).length
      const isShared = judged.length > 1 && present >= judged.length * sharedPart
      return { key, name, notes, present, of: judged.length, isShared, places: cells }
    })
    .sort((a, b) => b.notes - a.notes || (a.name < b.name ? -1 : 1))
}

function themesOf(places: readonly PlaceThemes[]): { key: string; name: string }[] {
  const names = new Map<string, string>()
  for (const { themes } of places)
    for (const { name, count } of themes)
      if (count > 0 && !names.has(themeKey(name))) names.set(themeKey(name), name)
  return [...names].map(([key, name]) => ({ key, name }))
}

function countOf({ themes }: PlaceThemes, key: string): { count: number; sources: number } {
  const its = themes.filter(({ name }) => themeKey(name) === key)
  return { count: sum(its.map(({ count }) => count)), sources: sum(its.map(({ sources }) => sources)) }
}

/**
 * The chance that at least `count` of `here` notes have the theme when `all` notes, of which `withTheme` have it, fall on
 * places blindly: the upper tail of the hypergeometric distribution.
 */
export function chanceOfAtLeast(count: number, here: number, withTheme: number, all: number): number {
  let chance = 0
  const whole = logChoose(all, here)
  for (let k = count; k <= Math.min(here, withTheme); k += 1)
    chance += Math.exp(logChoose(withTheme, k) + logChoose(all - withTheme, here - k) - whole)
  return Math.min(1, chance)
}

/** The largest p-value that still counts when `rate` of those that count may be chance; -1 when none does. */
function discoveryLimit(chances: readonly number[], rate: number): number {
  const inOrder = chances.toSorted((a, b) => a - b)
  const last = inOrder.findLastIndex((chance, rank) => chance <= (rate * (rank + 1)) / inOrder.length)
  return inOrder[last] ?? -1
}

const logFactorials = [0]

function logChoose(of: number, some: number): number {
  if (some < 0 || some > of) return -Infinity
  for (let n = logFactorials.length; n <= of; n += 1)
    logFactorials.push((logFactorials[n - 1] ?? 0) + Math.log(n))
  const at = (n: number) => logFactorials[n] ?? 0
  return at(of) - at(some) - at(of - some)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
