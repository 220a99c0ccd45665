/** What the rest of the product can do with a board that is open: change it, hear of its notes, let members in. */
import type { BoardNote } from '@bordet/board'
import type * as Y from 'yjs'
import type { CloseCode } from './closeCodes.ts'
import type { Socket } from './socket.ts'

/** What a key opens. */
export interface BoardAccess {
  mayRead: boolean
  /** Asked for each update: boards open and close with the phases. */
  mayWrite: () => boolean
  /** May hide notes and show them again; only who leads. No when left out. */
  mayHide?: boolean
  /**
   * Who it is, the same on every reconnect and different for each key: client ids are remembered by it (on disk too,
   * so give a key's hash rather than a person). Whoever shares it can write in each other's name.
   */
  by: string
}

export interface JoinOptions extends BoardAccess {
  /** The client asked for `?saved=1` and is told which of its messages are durable (see messages.ts). */
  wantsSaved: boolean
}

/** A connection that joined. */
export interface Member {
  receive(message: Uint8Array): void
  /** The connection is gone. */
  leave(): void
}

/** Makes the update durable. Called at once, in the same tick as the edit. */
export type Persist = (update: Uint8Array) => Promise<void>

export interface DurableBoard {
  /** Of the last update in `parts`, as storage counts them. */
  seq: number
  parts: Uint8Array[]
}

export interface Room {
  readonly boardId: string
  /** Includes what is not durable yet; another object after a reload, so ask anew each time. Never write to it directly. */
  readonly doc: Y.Doc
  /**
   * Runs the edit at once in a transaction, hands the update to `persist` (default: the storage's `append`), resolves
   * when it is durable and relayed. An edit that changes nothing resolves without calling `persist`. Rejects with
   * `RoomNotReady`, without running the edit, while the board is loaded again after a failure, and with the storage's
   * error when it was not saved; then the document is as it was before. Several boards in one commit: `rooms.change`.
   */
  change(edit: (doc: Y.Doc) => void, persist?: Persist): Promise<void>
  /**
   * What is durable now, as a snapshot and the updates after it, in order: `EncodeBoard` makes one state of them. They
   * are the board's own bytes and cost nothing to take; never change them. Throws `RoomNotReady`.
   */
  durable(): DurableBoard
  /** Resolves when all that the document contains now is durable. */
  saved(): Promise<void>
  /**
   * Hears of notes that changed, once they are durable, with their values as of that commit, from whichever plane. May
   * hear of a note that did not change. The room stays loaded as long as somebody listens. Returns how to stop.
   */
  onNotes(listener: (changed: BoardNote[]) => void): () => void
  /** The socket must not deliver messages before this returns. */
  join(socket: Socket, options: JoinOptions): Member
  /** Closes connections, all or those of some, for instance when a key is revoked or a person moves to another table. */
  disconnect(code: CloseCode, reason: string, whose?: (by: string) => boolean): void
}

/** No board has this id. */
export class BoardUnknown extends Error {
  override name = 'BoardUnknown'
}

/** The room was unloaded, or is being loaded again after a failed write. Open it again and repeat. */
export class RoomNotReady extends Error {
  override name = 'RoomNotReady'
}
