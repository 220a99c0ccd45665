/** All boards that are open in this process. */
import type { BoardNote } from '@bordet/board'
import type * as Y from 'yjs'
import { createBoardRoom, type BoardRoom } from './boardRoom.ts'
import type { Clock } from './clock.ts'
import { encodeBoard as encodeHere, type EncodeBoard } from './encodeBoard.ts'
import { compactAfter, housePace, waits } from './limits.ts'
import type { LiveBoard } from './liveBoard.ts'
import { nobodyElse, type Relay } from './relay.ts'
import { RoomNotReady, type Room } from './room.ts'
import { createRounds } from './rounds.ts'
import type { BoardStorage } from './storage.ts'

/** Facts about the running of rooms for the log; never a note's text, never a key. */
export type RoomLog = (event: string, facts: Readonly<Record<string, string | number>>) => void

export interface RoomsOptions {
  storage: BoardStorage
  clock: Clock
  relay?: Relay
  /** How long a room without members and listeners stays loaded. */
  idleMs?: number
  /** After how much quiet a small board gives up its document, see shadow.ts. */
  sleepMs?: number
  /** The server's own id in a board that it loads; Yjs draws one when left out. The greater of two ids wins a conflict. */
  drawClientId?: () => number
  /** Makes snapshots; off the thread that serves people where there is another. Here and now when left out. */
  encodeBoard?: EncodeBoard
  /** A log longer than this is replaced by a snapshot. */
  compactAfter?: { updates: number; bytes: number }
  log?: RoomLog
}

export interface BoardEdit {
  room: Room
  edit: (doc: Y.Doc) => void
}

/** Called at once, in the same tick as the edits. */
export type PersistAll = (updates: { boardId: string; bytes: Uint8Array }[]) => Promise<void>

export interface Rooms {
  /** Loaded once however many ask. Cheap when it is loaded: open again rather than keep a room. Throws `BoardUnknown`. */
  open(boardId: string): Promise<Room>
  /**
   * One change of several boards: runs all edits at once, then `persist` once with the updates of those boards that
   * changed (maybe none). Resolves when durable and relayed. When one room is not ready nothing at all is run.
   */
  change(edits: readonly BoardEdit[], persist: PersistAll): Promise<void>
  /** Number of loaded rooms. */
  count(): number
  /** Waits for what is being saved, then closes every connection with 1001. */
  close(): Promise<void>
}

export function createRooms(options: RoomsOptions): Rooms {
  const {
    storage,
    clock,
    relay = nobodyElse,
    idleMs = waits.idleMs,
    sleepMs = waits.sleepMs,
    log = () => {},
  } = options
  const encodeBoard = options.encodeBoard ?? (async (parts) => encodeHere(parts))
  const rounds = createRounds(clock, housePace)
  const rooms = new Map<string, BoardRoom>()
  let isClosed = false

  async function open(boardId: string): Promise<Room> {
    if (isClosed) throw new RoomNotReady('The rooms are closed')
    const room = rooms.get(boardId) ?? addRoom(boardId)
    await room.ready()
    return room
  }

  function addRoom(boardId: string): BoardRoom {
    const room = createBoardRoom({
      boardId,
      storage,
      clock,
      relay,
      rounds,
      idleMs,
      sleepMs,
      drawClientId: options.drawClientId,
      encodeBoard,
      compactAfter: options.compactAfter ?? compactAfter,
      log,
      closed,
    })
    function closed(): void {
      if (rooms.get(boardId) === room) rooms.delete(boardId)
    }
    rooms.set(boardId, room)
    return room
  }

  async function change(edits: readonly BoardEdit[], persist: PersistAll): Promise<void> {
    const boards = edits.map(({ room, edit }) => ({
      boardId: room.boardId,
      edit,
      board: liveBoardOf(room.boardId),
    }))
    const edited: { boardId: string; board: LiveBoard; update: Uint8Array; notes: BoardNote[] }[] = []
    try {
      for (const { boardId, board, edit } of boards) {
        const { update, notes } = board.edit(edit)
        if (update !== null) edited.push({ boardId, board, update, notes })
      }
    } catch (error) {
      for (const { board } of edited.reverse()) board.takeBack()
      throw error
    }
    const updates = edited.map(({ boardId, update }) => ({ boardId, bytes: update }))
    const write = (async () => persist(updates))()
    await Promise.all([write, ...edited.map(({ board, ...one }) => board.deliver(one, write))])
  }

  function liveBoardOf(boardId: string): LiveBoard {
    const room = rooms.get(boardId)
    if (!room) throw new RoomNotReady(`Board ${boardId} is not loaded`)
    return room.live()
  }

  return {
    open,
    change,
    count: () => rooms.size,
    async close() {
      isClosed = true
      await Promise.all([...rooms.values()].map((room) => room.close()))
      rooms.clear()
    },
  }
}
