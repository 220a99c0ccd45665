/** From notes, or from what a database counted, to places and periods. Pure; the same for pages, reports and sheets. */
import { themeKey } from '../wordsOfTheme.ts'
import { fewestSorted, type PlaceThemes, type ThemeCount } from './compareThemes.ts'
import type { SeriesNote } from './model.ts'

/** One place on one day. */
export interface PlaceCount {
  place: string
  /** YYYY-MM-DD */
  heldOn: string
  notes: number
  /** With at least one theme. */
  sorted: number
}

export interface PlaceThemeCount {
  place: string
  heldOn: string
  theme: string
  notes: number
  /** Tables, rounds and interviews. */
  sources: number
}

export interface Counts {
  places: readonly PlaceCount[]
  themes: readonly PlaceThemeCount[]
}

export interface CountedPlace extends PlaceThemes {
  name: string
  notes: number
  /** In order. */
  days: string[]
}

/** The same town however it is written. */
export function placeKey(place: string): string {
  return place.trim().toLocaleLowerCase('sv').normalize('NFC').replace(/\s+/g, ' ')
}

export function countNotes(notes: readonly SeriesNote[]): Counts {
  const places = Map.groupBy(notes, ({ place, heldOn }) => `${heldOn} ${placeKey(place)}`)
  const counts = [...places.values()].map((its) => {
    const [first] = its
    const themed = its.flatMap((note) => note.themes.map((name) => ({ name, note })))
    return {
      place: first?.place ?? '',
      heldOn: first?.heldOn ?? '',
      notes: its.length,
      sorted: its.filter(({ themes }) => themes.length > 0).length,
      themes: [...Map.groupBy(themed, ({ name }) => themeKey(name)).values()].map((told) => ({
        theme: told[0]?.name ?? '',
        notes: told.length,
        sources: new Set(told.map(({ note }) => originOf(note))).size,
      })),
    }
  })
  return {
    places: counts.map(({ themes: _themes, ...count }) => count),
    themes: counts.flatMap(({ place, heldOn, themes }) =>
      themes.map((theme) => ({ place, heldOn, ...theme })),
    ),
  }
}

/** Who shares a table in a round, or an interview, is not independent of each other. */
function originOf({ source, table, round, phase }: SeriesNote): string {
  return table === null ? `${source} ${phase}` : `${source} ${table} ${round ?? ''}`
}

/** In alphabetical order, all days of a place together. */
export function gatherPlaces({ places, themes }: Counts): CountedPlace[] {
  const themesOf = Map.groupBy(themes, ({ place }) => placeKey(place))
  return [...Map.groupBy(places, ({ place }) => placeKey(place))]
    .map(([key, days]): CountedPlace => {
      const its = Map.groupBy(themesOf.get(key) ?? [], ({ theme }) => themeKey(theme))
      return {
        name: days[0]?.place ?? '',
        notes: sum(days.map(({ notes }) => notes)),
        sorted: sum(days.map(({ sorted }) => sorted)),
        days: [...new Set(days.map(({ heldOn }) => heldOn))].sort(),
        themes: [...its.values()].map((told): ThemeCount => ({
          name: told[0]?.theme ?? '',
          count: sum(told.map(({ notes }) => notes)),
          sources: sum(told.map(({ sources }) => sources)),
        })),
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'))
}

export type TrendStep = 'day' | 'halfYear'

export interface TrendPeriod {
  /** YYYY-MM-DD, or YYYY-1 and YYYY-2 for the halves of a year. */
  period: string
  notes: number
  sorted: number
  /** In too few sorted notes every share is chance. */
  isFew: boolean
  places: string[]
}

export interface Trend {
  /** In order. */
  periods: TrendPeriod[]
  /** Most notes first; counts in the order of the periods, shares of the period's sorted notes. */
  themes: { key: string; name: string; notes: number; periods: { count: number; share: number }[] }[]
}

/** `place`: only there; null for all. */
export function themeTrend({ places, themes }: Counts, step: TrendStep, place: string | null): Trend {
  const isHere = (one: { place: string }) => place === null || placeKey(one.place) === placeKey(place)
  const periodOf = (one: { heldOn: string }) => (step === 'day' ? one.heldOn : halfYear(one.heldOn))
  const byPeriod = [...Map.groupBy(places.filter(isHere), periodOf)].sort(([a], [b]) => (a < b ? -1 : 1))
  const periods = byPeriod.map(([period, its]): TrendPeriod => {
    const sorted = sum(its.map((one) => one.sorted))
    return {
      period,
      notes: sum(its.map(({ notes }) => notes)),
      sorted,
      isFew: sorted < fewestSorted,
      places: [...new Map(its.map((one) => [placeKey(one.place), one.place])).values()].sort((a, b) =>
        a.localeCompare(b, 'sv'),
      ),
    }
  })
  const byTheme = Map.groupBy(themes.filter(isHere), ({ theme }) => themeKey(theme))
  return {
    periods,
    themes: [...byTheme]
      .map(([key, its]) => ({
        key,
        name: its[0]?.theme ?? '',
        notes: sum(its.map(({ notes }) => notes)),
        periods: periods.map(({ period, sorted }) => {
          const count = sum(its.filter((one) => periodOf(one) === period).map(({ notes }) => notes))
          return { count, share: sorted === 0 ? 0 : count / sorted }
        }),
      }))
      .sort((a, b) => b.notes - a.notes || (a.name < b.name ? -1 : 1)),
  }
}

function halfYear(day: string): string {
  return `${day.slice(0, 4)}-${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
