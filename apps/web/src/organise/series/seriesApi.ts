/** What the pages of programmes and of the search ask the server. */
import { request } from '@bordet/client'
import type { Language } from '@bordet/text'
import type { Quote } from './readQuotes.ts'

export type Special = 'sure' | 'likely' | null

export interface ListedSeries {
  id: string
  name: string
  workshops: number
  interviews: number
  notes: number
  places: string[]
}

/** What organisers decide of a programme. */
export interface SeriesContent {
  name: string
  owner: string
  language: Language
  workshops: string[]
  texts: Record<string, string>
}

export interface SeriesSource {
  id: string
  kind: 'workshop' | 'interviews'
  title: string
  place: string
  /** YYYY-MM-DD; empty when nothing of it can be read. */
  heldOn: string
  participants: number | null
  isOpen: boolean
  isUnreadable: boolean
  notes: number
  sorted: number
}

export interface ComparedPlace {
  name: string
  notes: number
  sorted: number
  days: string[]
  isFew: boolean
}

export interface Cell {
  count: number
  sources: number
  share: number
  special: Special
}

export interface ComparedTheme {
  key: string
  name: string
  notes: number
  present: number
  /** Places with enough sorted notes. */
  of: number
  isShared: boolean
  /** In the order of the places. */
  places: Cell[]
}

export interface Overview extends SeriesContent {
  id: string
  version: number
  sources: SeriesSource[]
  places: ComparedPlace[]
  themes: ComparedTheme[]
  floors: { notes: number; sorted: number }
}

export interface Trend {
  periods: { period: string; notes: number; sorted: number; isFew: boolean; places: string[] }[]
  themes: { key: string; name: string; notes: number; periods: { count: number; share: number }[] }[]
}

export interface NoteHit {
  source: string
  kind: 'workshop' | 'interviews'
  title: string
  seriesId: string | null
  noteId: string
  text: string
  marks: [number, number][]
  place: string
  heldOn: string
  table: number | null
  round: number | null
  phase: string
  themes: string[]
  isQuote: boolean
  /** Of its board alone. */
  key: string | null
}

export interface Profile extends ComparedPlace {
  text: string
  sentences: string[]
  themes: (Omit<ComparedTheme, 'places'> & { cell: Cell })[]
  quotes: Record<string, NoteHit[]>
}

export interface Found {
  hits: NoteHit[]
  total: number
  pages: number
  filters: {
    places: string[]
    themes: { key: string; name: string }[]
    tables: number[]
    rounds: number[]
  }
  unreadable: string[]
}

export interface Interviews {
  id: string
  version: number
  source: string
  place: string
  heldOn: string
  quotes: (Quote & { id: string })[]
}

interface Saved {
  id: string
  version: number
}

/** The first search after many evenings reads them all in. */
const patientMs = 120_000

const pathOf = (id: string, rest = '') => `/api/series/${encodeURIComponent(id)}${rest}`

export async function fetchSeriesList(key: string): Promise<ListedSeries[]> {
  return (await request<{ series: ListedSeries[] }>('/api/series', { key, timeoutMs: patientMs })).series
}

export function createSeries(key: string, body: Omit<SeriesContent, 'texts'>): Promise<Saved> {
  return request('/api/series', { key, body })
}

export function fetchSeries(key: string, id: string): Promise<Overview> {
  return request(pathOf(id), { key, timeoutMs: patientMs })
}

/** Throws an `ApiError` `changedMeanwhile` when somebody else was faster. */
export function saveSeries(
  key: string,
  id: string,
  body: SeriesContent & { version: number },
): Promise<Saved> {
  return request(pathOf(id), { key, method: 'PUT', body })
}

export function removeSeries(key: string, id: string): Promise<{ id: string }> {
  return request(pathOf(id), { key, method: 'DELETE' })
}

export function fetchTrend(key: string, id: string, by: 'day' | 'halfYear', place: string): Promise<Trend> {
  const query = new URLSearchParams({ by, ...(place === '' ? {} : { place }) })
  return request(pathOf(id, `/trend?${query}`), { key, timeoutMs: patientMs })
}

export async function fetchProfiles(key: string, id: string, places: readonly string[]): Promise<Profile[]> {
  const query = new URLSearchParams(places.map((place) => ['place', place]))
  const { profiles } = await request<{ profiles: Profile[] }>(pathOf(id, `/profiles?${query}`), {
    key,
    timeoutMs: patientMs,
  })
  return profiles
}

export function addInterviews(
  key: string,
  id: string,
  round: string,
  body: Omit<Interviews, 'id' | 'version'>,
): Promise<Saved> {
  return request(pathOf(id, `/interviews/${round}`), { key, method: 'PUT', body, timeoutMs: 60_000 })
}

export function fetchInterviews(key: string, id: string, round: string): Promise<Interviews> {
  return request(pathOf(id, `/interviews/${encodeURIComponent(round)}`), { key })
}

export interface QuoteGuess {
  theme: string
  /** Words of the quote that speak for it. */
  because: string[]
  sure: boolean
}

/** By the quote's id, best first; without evidence there is none. */
export async function fetchQuoteGuesses(
  key: string,
  id: string,
  round: string,
): Promise<Record<string, QuoteGuess[]>> {
  const path = pathOf(id, `/interviews/${encodeURIComponent(round)}/guesses`)
  return (await request<{ guesses: Record<string, QuoteGuess[]> }>(path, { key, timeoutMs: patientMs }))
    .guesses
}

export function sortInterviews(
  key: string,
  id: string,
  round: string,
  body: { version: number; themes: Record<string, string[]> },
): Promise<Saved> {
  return request(pathOf(id, `/interviews/${encodeURIComponent(round)}/themes`), { key, method: 'PUT', body })
}

export function takeBackInterviews(key: string, id: string, round: string): Promise<{ id: string }> {
  return request(pathOf(id, `/interviews/${encodeURIComponent(round)}`), { key, method: 'DELETE' })
}

export function searchNotes(key: string, query: URLSearchParams): Promise<Found> {
  return request(`/api/search?${query}`, { key, timeoutMs: patientMs })
}
