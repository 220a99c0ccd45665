/**
 * Where a board's updates are kept. Implemented by the server's storage adapters (SQLite now; PostgreSQL and several
 * nodes later) and by the simulation. What is surprising: `append` resolves only when the update survives a power
 * cut, and updates of one board become durable in the order they were appended.
 */
export interface StoredBoard {
  /** A whole state that contains every update up to `snapshotSeq`, null before the first. */
  snapshot: Uint8Array | null
  snapshotSeq: number
  /** Updates after the snapshot, oldest first. */
  updates: { seq: number; bytes: Uint8Array }[]
  /** Who wrote with which Yjs client id. Ids in the document that are missing here are the server's own. */
  claims: Claim[]
}

/** From now on this Yjs client id writes for this owner only: nobody can take over another's clock. */
export interface Claim {
  client: number
  /** `BoardAccess.by` of the member who wrote first. */
  owner: string
}

/** What is on the disk is not what was written. This board does not open; all others do. */
export class BoardDamaged extends Error {
  override name = 'BoardDamaged'
}

export interface BoardStorage {
  /**
   * Null when there is no such board. Contains every write handed over before the call. Ends the refusal that a
   * failed write began (see `append`). Throws `BoardDamaged`.
   */
  loadBoard(boardId: string): Promise<StoredBoard | null>
  /**
   * Throws when it could not be made durable; the room then forgets what it had not said to anybody. After a failed
   * write every later write to the same board fails too, until `loadBoard` is called for it: a later update may build
   * on the lost one, and a log with a hole hides what comes after the hole for ever.
   */
  append(boardId: string, update: Uint8Array, claims?: readonly Claim[]): Promise<void>
  /**
   * Keeps the previous snapshot, and the updates after it; prunes what they replace. Does nothing when a newer one is
   * there: a room that was loaded anew may have been faster than the one before it.
   */
  saveSnapshot(boardId: string, uptoSeq: number, state: Uint8Array): Promise<void>
}
