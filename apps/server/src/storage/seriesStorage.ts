/** Programmes of several workshops, with the interview rounds that were read in for them. Part of `Storage`. */
export interface SeriesRow {
  id: string
  createdAt: number
  /** Goes up with each change; the first is 1. */
  version: number
  /** To be read with today's schema. */
  content: unknown
}

export interface InterviewRow {
  id: string
  seriesId: string
  savedAt: number
  /** Goes up with each change; the first is 1. */
  version: number
  content: unknown
}

export interface SeriesStorage {
  /** False when another change came first: `version` must be the next one. */
  saveSeries(row: SeriesRow): Promise<boolean>
  /** With its interview rounds. False when there was none. */
  removeSeries(id: string): Promise<boolean>
  series(id: string): Promise<SeriesRow | null>
  /** Newest first. */
  listSeries(): Promise<SeriesRow[]>
  /** False when another change came first, or the programme is gone. */
  saveInterviews(row: InterviewRow): Promise<boolean>
  removeInterviews(seriesId: string, id: string): Promise<boolean>
  interviews(id: string): Promise<InterviewRow | null>
  /** In the order they were read in. */
  listInterviews(seriesId: string): Promise<InterviewRow[]>
}
