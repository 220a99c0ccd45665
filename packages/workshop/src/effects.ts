/**
 * What a command does outside the state, and what it must know from there. The engine only says it; the server
 * writes it into the boards' documents in the same transaction as the command.
 */
import type { NoteColor, Zone } from './session.ts'
import type { Role } from './state.ts'
import type { NoteVia } from './view.ts'

/** Who asks. `personId` for participants, `table` for a table's device. */
export interface Actor {
  role: Role
  personId: string | null
  table: number | null
  /** What somebody of the crew calls themselves, if they do: for colleagues, and for the log. */
  name?: string
}

export type BoardEffect =
  | { kind: 'seedZones'; boardId: string; zones: Zone[] }
  /** Its title and looks; a board that lacks it gets it. */
  | { kind: 'editZone'; boardId: string; zone: Zone }
  /** No note of the zone stands; what was removed or hidden stays on the board outside all zones. */
  | { kind: 'removeZone'; boardId: string; zone: string }
  | { kind: 'addNote'; boardId: string; note: NewNote }
  | { kind: 'editNote'; boardId: string; noteId: string; text: string; part?: string | undefined }
  | { kind: 'removeNote'; boardId: string; noteId: string; removed: boolean }
  | { kind: 'hideNote'; boardId: string; noteId: string; hidden: boolean }

export interface NewNote {
  id: string
  zone: string
  phase: string
  text: string
  /** A picture that was sent before. */
  photoId?: string | undefined
  color: NoteColor
  at: number
  via: NoteVia
  /** Of the zone's parts, or of a map's layers, the one it stands in. */
  part?: string | undefined
  /** On a map: how far from the left and from the top, in percent. */
  pin?: [number, number] | undefined
  /** What one person answered in one go has the same one. */
  sheet?: string | undefined
  /** The role that wrote it, where that is not whoever asks now. */
  by?: string | undefined
}

/** Where a note stands and what became of it, read from the boards. */
export interface NoteFacts {
  boardId: string
  /** 0 is the hall. */
  table: number
  zone: string
  phase: string
  removed: boolean
  hidden: boolean
}

/** The little the engine must know about the boards. */
export interface BoardFacts {
  note(noteId: string): NoteFacts | undefined
  /** Standing notes of one zone on one board, for a zone's maximum. */
  countInZone(boardId: string, zone: string): number
  /** All standing notes of one board, those outside its zones too. */
  countOnBoard(boardId: string): number
}
