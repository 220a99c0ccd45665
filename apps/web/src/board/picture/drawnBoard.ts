/** What a picture of a board is drawn from, and the few words in it. */
import type { BoardNote, BoardZone } from '@bordet/board'

export interface DrawnBoard {
  /** Those that are shown and no others. */
  notes: readonly Omit<BoardNote, 'by'>[]
  zones: readonly BoardZone[]
  /** Shape id → the record, as the document has it. */
  drawings: Readonly<Record<string, unknown>>
  /** Read aloud in place of the picture. */
  title: string
  language: string
}
