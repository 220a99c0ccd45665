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
}

export interface BoardStorage {
  /** Null when there is no such board. */
  loadBoard(boardId: string): Promise<StoredBoard | null>
  /** Throws when it could not be made durable; the room then forgets what it had not said to anybody. */
  append(boardId: string, update: Uint8Array): Promise<void>
  /** Keeps the previous snapshot; prunes updates that it replaces. */
  saveSnapshot(boardId: string, uptoSeq: number, state: Uint8Array): Promise<void>
}
