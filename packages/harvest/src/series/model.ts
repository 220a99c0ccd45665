/** A programme as data: what its report and its sheets are made of. Plain JSON; holds no person's id and no name. */
import type { Language } from '@bordet/text'

export interface SeriesReport {
  name: string
  owner: string
  language: Language
  timeZone: string
  writtenAt: number
  /** What organisers wrote: `summary`, `shared`, and `place:` with a place's name. */
  texts: Record<string, string>
  /** In the order of their days. */
  sources: SeriesSource[]
  /** Every note of every source, each once. */
  notes: SeriesNote[]
}

export interface SeriesSource {
  id: string
  kind: 'workshop' | 'interviews'
  title: string
  place: string
  /** YYYY-MM-DD */
  heldOn: string
  /** Null for interviews. */
  participants: number | null
  /** Notes may still come. */
  isOpen: boolean
  /** Tables whose board could not be read, 0 for the hall; null when nothing of it could be. */
  unreadable: number[] | null
  /** The town in one sentence, as its own report has it; may be empty. */
  sentence: string
}

export interface SeriesNote {
  id: string
  /** Index in `sources`. */
  source: number
  text: string
  themes: string[]
  place: string
  /** YYYY-MM-DD */
  heldOn: string
  /** 0 is the hall; null for an interview. */
  table: number | null
  round: number | null
  /** Name of the part of the meeting, or who was interviewed. */
  phase: string
  isQuote: boolean
  dots: number | null
  photo: boolean
  fromPaper: boolean
}
