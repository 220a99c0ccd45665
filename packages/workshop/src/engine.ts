/**
 * The workshop engine's entry point, for the server: pure functions from a state to the next. They draw no ids, read
 * no clock and write no board; what has to happen to the boards comes back as effects.
 */
import type { Command } from './commands.ts'
import type { Actor, BoardEffect, BoardFacts } from './effects.ts'
import type { Entry } from './entries.ts'
import type { Refusal } from './refusals.ts'
import type { Session } from './session.ts'
import type { WorkshopState } from './state.ts'
import type { NoteView, View } from './view.ts'
import type { Language } from '@bordet/text'

export type { Actor, BoardEffect, BoardFacts, NewNote, NoteFacts } from './effects.ts'
export type { Entry } from './entries.ts'

export interface NewWorkshop {
  id: string
  templateId: string
  sessionId: string
  title: string
  place: string
  owner: string
  language: Language
  createdAt: number
  startsAt: number
  joinCode: string
  openBoards: boolean
  /** A random integer. */
  seed: number
  session: Session
  hallBoardId: string
  /** One for each table, in order. */
  tableBoardIds: string[]
}

/** Version 1 of a workshop, and the zones to seed into each of its boards. */
export declare function createWorkshop(input: NewWorkshop): { state: WorkshopState; effects: BoardEffect[] }

export interface Applied {
  state: WorkshopState
  /** What to log (with actor and `now`): the command with everything that replaying it needs. */
  entry: Entry
  effects: BoardEffect[]
  answer: { noteId?: string; personId?: string }
}
export type Outcome = Applied | { refused: Refusal }

/**
 * Judges a parsed command (role, phase, owner, size) and applies it: the version grows by one. Never mutates, shares
 * what did not change. The same `opId` a second time is the server's to answer, before it comes here. The ids of new
 * things are the command's `opId`; only `setTables` draws others, from `newId`.
 */
export declare function applyCommand(
  state: WorkshopState,
  command: Command,
  actor: Actor,
  now: number,
  facts: BoardFacts,
  newId: () => string,
): Outcome

/**
 * Seats a new person: at `table` when it exists (a table's QR code), else where fewest people sit. Logged like a
 * command, with the new person as its actor; `answer.personId` and `state.people[personId].table` are what to answer.
 */
export declare function joinPerson(
  state: WorkshopState,
  who: { opId: string; personId: string; name: string; table?: number },
  now: number,
): Outcome

/**
 * Brings a stored state up to date with the log after it. Boards are not asked: what was accepted once is accepted
 * again. Throws when the log does not belong to the state.
 */
export declare function replay(
  state: WorkshopState,
  log: Iterable<{ command: unknown; actor: Actor; at: number }>,
): WorkshopState

/** A note that is neither removed nor hidden. */
export type StandingNote = Omit<NoteView, 'mine'>

/** What a view needs from outside the state. Table 0 is the hall. */
export interface BoardsNow {
  joinUrl: string
  /** Standing notes of one board, by `at`. */
  notes(table: number): readonly StandingNote[]
  countNotes(table: number): number
  note(noteId: string): StandingNote | undefined
}

export declare function viewFor(state: WorkshopState, actor: Actor, boards: BoardsNow, now: number): View
/** The view but its notes: what `change.set` is the difference of. */
export declare function frameFor(
  state: WorkshopState,
  actor: Actor,
  boards: BoardsNow,
  now: number,
): Omit<View, 'notes'>
/** One note as this member sees it, null when it does not: for `change.notes`, without building a view. */
export declare function noteFor(state: WorkshopState, actor: Actor, note: StandingNote): NoteView | null

export declare function mayReadBoard(state: WorkshopState, actor: Actor, boardId: string): boolean
export declare function mayWriteBoard(state: WorkshopState, actor: Actor, boardId: string): boolean
