/** The boards of one workshop as its desk uses them: rooms to write in, the index of their notes, who reads them. */
import { readNotes, type BoardNote } from '@bordet/board'
import { closeCodes, RoomNotReady, type DurableBoard, type Room, type Rooms } from '@bordet/sync'
import type { WorkshopState } from '@bordet/workshop'
import type { Actor, BoardEffect } from '@bordet/workshop/engine'
import { createBoardIndex, type BoardIndex } from './boardIndex.ts'
import { toEdits } from './writeEffects.ts'

export interface BoardSet {
  readonly index: BoardIndex
  has(boardId: string): boolean
  /** Opens those boards of the state that are not known yet. One that cannot be read is told of and stays empty. */
  open(state: WorkshopState): Promise<void>
  /** Runs the effects at once; `persist` makes them durable, and is called in the same turn. */
  write(
    effects: readonly BoardEffect[],
    by: Actor['role'],
    persist: (updates: { boardId: string; bytes: Uint8Array }[]) => Promise<void>,
  ): Promise<void>
  /** Every note in reading order, removed and hidden ones too; null for a board that cannot be read. */
  notes(state: WorkshopState): Promise<{ boardId: string; table: number; notes: BoardNote[] | null }[]>
  /** What is durable now of each, taken in one turn; null for a board that cannot be read. Throws `RoomNotReady`. */
  durable(state: WorkshopState): { boardId: string; board: DurableBoard | null }[]
  /** Remembers that this key opens a board. */
  addReader(actor: Actor, keyHash: string, boardId: string): void
  /** Closes the connections of readers who may not read any more. */
  sendAway(mayRead: (actor: Actor, boardId: string) => boolean): void
  /** Sends all readers away to be let in anew: what they may do was asked of this desk. */
  close(): void
}

export interface BoardSetListener {
  onChange(): void
  onUnreadable(boardId: string, error: unknown): void
}

export function createBoardSet(all: Rooms, { onChange, onUnreadable }: BoardSetListener): BoardSet {
  const index = createBoardIndex()
  const rooms = new Map<string, Room>()
  /** Also those that could not be opened. */
  const known = new Set<string>()
  const stops: (() => void)[] = []
  const readers = new Map<string, { actor: Actor; keyHash: string; boardId: string }>()

  const roomOf = (boardId: string): Room => {
    const room = rooms.get(boardId)
    if (!room) throw new RoomNotReady('the board is not of this workshop, or could not be opened')
    return room
  }

  const openOne = async (boardId: string, table: number) => {
    known.add(boardId)
    index.addBoard(boardId, table)
    const room = await all.open(boardId)
    rooms.set(boardId, room)
    const take = (notes: readonly BoardNote[]) => {
      index.take(boardId, notes)
      onChange()
    }
    stops.push(room.onNotes(take))
    await room.saved()
    take(readNotes(room.doc))
  }

  return {
    index,
    has: (boardId) => known.has(boardId),
    async open(state) {
      for (const { boardId, table } of boardsOf(state)) {
        if (known.has(boardId)) continue
        await openOne(boardId, table).catch((error: unknown) => onUnreadable(boardId, error))
      }
    },
    async write(effects, by, persist) {
      await all.change(toEdits(effects, roomOf, by), persist)
    },
    async notes(state) {
      return Promise.all(
        boardsOf(state).map(async (board) => {
          const room = rooms.get(board.boardId)
          await room?.saved()
          return { ...board, notes: room ? readNotes(room.doc) : null }
        }),
      )
    },
    durable: (state) =>
      boardsOf(state).map(({ boardId }) => ({ boardId, board: rooms.get(boardId)?.durable() ?? null })),
    addReader: (actor, keyHash, boardId) =>
      void readers.set(`${boardId}/${keyHash}`, { actor, keyHash, boardId }),
    sendAway(mayRead) {
      for (const [name, { actor, keyHash, boardId }] of readers) {
        if (mayRead(actor, boardId)) continue
        readers.delete(name)
        rooms.get(boardId)?.disconnect(closeCodes.notAuthorised, 'not yours any more', (by) => by === keyHash)
      }
    },
    close() {
      for (const stop of stops) stop()
      for (const { boardId, keyHash } of readers.values())
        rooms.get(boardId)?.disconnect(closeCodes.goingAway, 'come again', (by) => by === keyHash)
      readers.clear()
    },
  }
}

/** Table 0 is the hall. Boards of removed tables too: what stands there still is the workshop's. */
export function boardsOf(state: WorkshopState): { boardId: string; table: number }[] {
  const tables = [...state.tables, ...state.spareBoards].map(({ boardId, number }) => ({
    boardId,
    table: number,
  }))
  return [{ boardId: state.hallBoardId, table: 0 }, ...tables]
}
