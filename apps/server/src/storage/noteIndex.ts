/**
 * The notes of all workshops and interview rounds as an index to search and to count: a copy that may be thrown away,
 * made again from boards and rounds. Part of `Storage`, so that the same contract holds for every database. What is
 * surprising: nothing here is kept up to date by itself. Each source carries a stamp of what it was read from;
 * `staleSources` says which are behind, and whoever asks has them read in first (see `noteIndexer.ts`). Notes that are
 * removed or hidden, names and addresses are never handed over, so they cannot be found.
 */

export interface SourceFacts {
  title: string
  /** As it is written on the invitation; a note of a town's own table has that town. */
  place: string
  /** YYYY-MM-DD where the hall is. */
  heldOn: string
  /** Those who took part; null for interviews. */
  participants: number | null
  /** Whether notes may still come. */
  isOpen: boolean
  /** Tables whose board could not be read, 0 for the hall. */
  unreadable: number[]
  /** The programme that an interview round belongs to; null for a workshop. */
  seriesId: string | null
  /** What organisers wrote about it: the sentence of a profile, the short version. Empty where nothing was. */
  sentence: string
}

/** A workshop, or one interview round. */
export interface NoteSource {
  id: string
  kind: 'workshop' | 'interviews'
  /** Of what it was read from; the same as long as nothing changed. */
  stamp: string
}

export interface IndexedNote {
  /** Unique within its source. */
  id: string
  /** Word for word. */
  text: string
  /** Names as the source has them, with what is the same in other languages. */
  themes: { key: string; name: string }[]
  place: string
  /** YYYY-MM-DD */
  heldOn: string
  /** 0 is the hall; null for an interview. */
  table: number | null
  round: number | null
  /** Name of the part of the meeting, or of the interview's source. */
  phase: string
  /** Somebody said: use this one. */
  isQuote: boolean
  dots: number | null
  photo: boolean
  fromPaper: boolean
  writtenAt: number
}

export interface NoteFilter {
  /** Ids of workshops and interview rounds; null for all there are. */
  sources: readonly string[] | null
  /** Compared without case. */
  place?: string | undefined
  /** A theme's key; empty for notes without any. */
  theme?: string | undefined
  table?: number | undefined
  round?: number | undefined
  kind?: NoteSource['kind'] | undefined
  /** YYYY-MM-DD, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** A word and how it must stand in the note. All of a search's terms must be there. */
export interface SearchTerm {
  text: string
  /** `phrase`: these words in this order; `word`: where a word begins, and from four letters on inside one too. */
  kind: 'word' | 'phrase'
}

export interface FoundNote extends IndexedNote {
  source: string
  kind: NoteSource['kind']
  title: string
  seriesId: string | null
}

export interface ThemeCell {
  place: string
  heldOn: string
  themeKey: string
  theme: string
  notes: number
  /** Tables, rounds and interviews. */
  sources: number
}

export interface PlaceCell {
  place: string
  heldOn: string
  notes: number
  /** With at least one theme. */
  sorted: number
}

export interface NoteFacets {
  places: string[]
  themes: { key: string; name: string }[]
  tables: number[]
  rounds: number[]
}

export interface NoteIndex {
  /** What is there with its present stamp, where that is not the index's; those that are gone are taken out. */
  staleSources(): Promise<NoteSource[]>
  /**
   * Makes the index hold exactly these notes for this source, in turns that leave others room; only the last one writes
   * the stamp. Null for a source that cannot be read: it is not asked for again until its stamp changes.
   */
  saveNotes(
    source: NoteSource,
    read: { facts: SourceFacts; notes: readonly IndexedNote[] } | null,
  ): Promise<void>
  /** In the order of their days. Sources that could not be read have null. */
  listSources(
    ids: readonly string[] | null,
  ): Promise<(NoteSource & { facts: SourceFacts | null; notes: number; sorted: number })[]>
  /**
   * Quotes first, then what got most dots where `best`; else the newest day first. Without terms every note of the
   * filter is found.
   */
  searchNotes(
    terms: readonly SearchTerm[],
    filter: NoteFilter,
    page: { offset: number; limit: number; best?: boolean },
  ): Promise<{ hits: FoundNote[]; total: number }>
  /** What a filter can be set to, each in its order. */
  noteFacets(sources: readonly string[] | null): Promise<NoteFacets>
  countPlaces(sources: readonly string[]): Promise<PlaceCell[]>
  countThemes(sources: readonly string[]): Promise<ThemeCell[]>
}
