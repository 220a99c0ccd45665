/** Notes that are sorted into themes, and what helps with it: fetched whole once, then what changed. */
import type { NoteView } from '@bordet/workshop'
import { request, type Credentials } from './api.ts'

export interface SortingNote {
  id: string
  note: NoteView
  /** Title of the zone it stands in. */
  zone: string
  themeIds: string[]
  /** Whether the report quotes it. */
  quote: boolean
}

export interface Sorting {
  /** Oldest first. What did not change is the same object as before. */
  notes: readonly SortingNote[]
  /** The template's themes to begin with, in the workshop's language. */
  codebook: readonly string[]
  mark: string
}

export interface NoteHelp {
  id: string
  /** Best first: themes it may belong to, and its words that speak for it. */
  guesses: {
    themeId: string
    because: string[]
    /** Much speaks for it, and far more than for any other. */
    sure: boolean
  }[]
  /** Ids of notes that say nearly the same. */
  alike: string[]
}

export interface SortingHelp {
  /** By note; those without guesses and likes are not in it. */
  byNote: ReadonlyMap<string, NoteHelp>
  mark: string
}

interface Changes<T> {
  mark: string
  whole: boolean
  changed: T[]
  gone: string[]
}

/** All standing notes with their themes. `before` is the last answer: only what changed since is fetched. */
export async function fetchSorting(
  who: Credentials,
  before: Sorting | null,
  signal?: AbortSignal,
): Promise<Sorting> {
  const answer = await ask<Changes<SortingNote> & { codebook: string[] }>(who, 'sorting', before, signal)
  const notes = after(new Map(before?.notes.map((one) => [one.id, one])), answer)
  return {
    notes: [...notes.values()].sort((a, b) => a.note.at - b.note.at),
    codebook: answer.codebook,
    mark: answer.mark,
  }
}

/** Guesses and near-duplicates: takes seconds in a large hall, the first time. */
export async function fetchSortingHelp(
  who: Credentials,
  before: SortingHelp | null,
  signal?: AbortSignal,
): Promise<SortingHelp> {
  const answer = await ask<Changes<NoteHelp>>(who, 'sorting/help', before, signal)
  return { byNote: after(before?.byNote ?? new Map<string, NoteHelp>(), answer), mark: answer.mark }
}

function after<T extends { id: string }>(
  before: ReadonlyMap<string, T>,
  { whole, changed, gone }: Changes<T>,
): Map<string, T> {
  const now = new Map(whole ? [] : before)
  for (const entry of changed) now.set(entry.id, entry)
  for (const id of gone) now.delete(id)
  return now
}

const helpMs = 60_000

function ask<T>(
  { workshopId, key }: Credentials,
  what: string,
  before: { mark: string } | null,
  signal: AbortSignal | undefined,
): Promise<T> {
  const abort = new AbortController()
  signal?.addEventListener('abort', () => abort.abort())
  const since = before ? `?since=${encodeURIComponent(before.mark)}` : ''
  return request<T>(`/api/workshops/${workshopId}/${what}${since}`, {
    key,
    timeoutMs: helpMs,
    abort,
  })
}
