/** All boards that are open in this process. */
import type * as Y from 'yjs'
import type { Clock } from './clock.ts'
import type { Room } from './room.ts'
import type { BoardStorage } from './storage.ts'

/** Facts about the running of rooms for the log; never a note's text, never a key. */
export type RoomLog = (event: string, facts: Readonly<Record<string, string | number>>) => void

export interface RoomsOptions {
  storage: BoardStorage
  clock: Clock
  /** How long a room without members and listeners stays loaded. */
  idleMs?: number
  log?: RoomLog
}

export interface BoardEdit {
  room: Room
  edit: (doc: Y.Doc) => void
}

export interface Rooms {
  /** Loaded once however many ask. Cheap when it is loaded: open again rather than keep a room. Throws `BoardUnknown`. */
  open(boardId: string): Promise<Room>
  /**
   * One change of several boards: runs all edits at once, then `persist` once with the updates of those boards that
   * changed (maybe none). Resolves when durable and relayed. When one room is not ready nothing at all is run.
   */
  change(
    edits: readonly BoardEdit[],
    persist: (updates: { boardId: string; bytes: Uint8Array }[]) => Promise<void>,
  ): Promise<void>
  /** Number of loaded rooms. */
  count(): number
  /** Waits for what is being saved, then closes every connection with 1001. */
  close(): Promise<void>
}

export function createRooms(_options: RoomsOptions): Rooms {
  throw new Error('Being built')
}
