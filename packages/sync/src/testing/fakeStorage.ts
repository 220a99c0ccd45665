/** Boards in memory, on a disk that a test can hold up and break. */
import { newBoard } from '@bordet/board'
import * as Y from 'yjs'
import type { BoardStorage, Claim, StoredBoard } from '../storage.ts'

export interface FakeStorage extends BoardStorage {
  boards: Map<string, StoredBoard>
  loads: number
  /** From now on writes and loads wait for `release`. */
  hold(): void
  /** Lets what waits go on, and what comes after it. */
  release(): void
  /** The next write fails, and those after it until the board is loaded again. */
  failNext(): void
  /** So many loads from now on. */
  failLoads(times: number): void
}

const zone = { id: 'z', title: 'Det här saknas', kind: 'notes', color: 'sun', icon: 'gap' } as const

export function createFakeStorage(boardIds: readonly string[] = ['b1']): FakeStorage {
  const boards = new Map<string, StoredBoard>()
  for (const id of boardIds) {
    const snapshot = Y.encodeStateAsUpdate(newBoard([zone]))
    boards.set(id, { snapshot, snapshotSeq: 0, updates: [], claims: [] })
  }
  const broken = new Set<string>()
  let gate: PromiseWithResolvers<void> | null = null
  let failing = false
  let failingLoads = 0

  return {
    boards,
    loads: 0,
    hold() {
      gate = Promise.withResolvers()
    },
    release() {
      gate?.resolve()
      gate = null
    },
    failNext() {
      failing = true
    },
    failLoads(times) {
      failingLoads = times
    },
    async loadBoard(boardId) {
      this.loads += 1
      await gate?.promise
      if (failingLoads > 0) {
        failingLoads -= 1
        throw new Error('The disk cannot be read')
      }
      broken.delete(boardId)
      const board = boards.get(boardId)
      return board ? { ...board, updates: [...board.updates], claims: [...board.claims] } : null
    },
    async append(boardId: string, bytes: Uint8Array, claims: readonly Claim[] = []) {
      await gate?.promise
      const board = boards.get(boardId)
      if (failing || broken.has(boardId) || !board) {
        failing = false
        broken.add(boardId)
        throw new Error('The disk is full')
      }
      board.updates.push({ seq: board.snapshotSeq + board.updates.length + 1, bytes })
      board.claims.push(...claims)
    },
    async saveSnapshot(boardId, uptoSeq, state) {
      const board = boards.get(boardId)
      if (!board) throw new Error('No such board')
      const updates = board.updates.filter(({ seq }) => seq > uptoSeq)
      boards.set(boardId, { ...board, snapshot: state, snapshotSeq: uptoSeq, updates })
    },
  }
}

/** Lets every promise that can go on do so. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve()
}
