/**
 * A disk that outlives processes. What is on it survives a crash; what was handed over and not yet written survives as
 * far as the crash lets it, in order.
 */
import * as Y from 'yjs'
import { buildDoc } from '../buildDoc.ts'
import type { BoardStorage, Claim, StoredBoard } from '../storage.ts'
import type { World } from './world.ts'

/** How a faulty disk cheats, for showing that the simulation notices. */
export type Fault = 'acknowledgesEarly' | 'snapshotForgets' | 'losesWrites'

export interface Disk {
  /** A process's way to it. */
  open(
    isAlive: () => boolean,
  ): BoardStorage & { appendAll(updates: { boardId: string; bytes: Uint8Array }[]): Promise<void> }
  /** The process died: some of what it had handed over is written all the same. */
  crash(): void
  /** Writes fail now and then, loads take long. */
  setTroubled(isTroubled: boolean): void
  /** The clocks of what is on the disk. */
  clockOf(boardId: string, client: number): number
  isDeleted(boardId: string, client: number, clock: number): boolean
  /** The next load takes so long. */
  slowDown(loadMs: number): void
  build(boardId: string): Y.Doc
}

interface Board extends StoredBoard {
  previous: StoredBoard | null
  clocks: Map<number, number>
  /** `client:clock` */
  deleted: Set<string>
}

interface Job {
  run: () => void
  finish: () => void
  fail: (error: unknown) => void
  isWrite: boolean
  boardIds: readonly string[]
}

export interface DiskOptions {
  /** Of a hundred writes so many fail. */
  failingPercent: number
  /** A write takes so long at most. */
  writeMs: number
  fault: Fault | undefined
}

export function createDisk(
  world: World,
  first: ReadonlyMap<string, Uint8Array>,
  { failingPercent, writeMs, fault }: DiskOptions,
): Disk {
  const boards = new Map<string, Board>()
  let jobs: Job[] = []
  let broken = new Set<string>()
  let isTroubled = true
  let isBusy = false
  let nextLoadMs = 0
  for (const [boardId, snapshot] of first) {
    const board: Board = {
      snapshot,
      snapshotSeq: 0,
      updates: [],
      claims: [],
      previous: null,
      clocks: new Map(),
      deleted: new Set(),
    }
    boards.set(boardId, board)
    learn(board, snapshot)
  }

  function boardOf(boardId: string): Board {
    const board = boards.get(boardId)
    if (!board) throw new Error(`No board ${boardId}`)
    return board
  }

  function write(boardId: string, bytes: Uint8Array, claims: readonly Claim[]): void {
    const board = boardOf(boardId)
    if (fault === 'losesWrites' && world.chance() < 0.02) return
    const last = board.updates.at(-1)?.seq ?? board.snapshotSeq
    board.updates.push({ seq: last + 1, bytes })
    board.claims.push(...claims)
    learn(board, bytes)
  }

  function saveSnapshot(boardId: string, uptoSeq: number, state: Uint8Array): void {
    const board = boardOf(boardId)
    const { snapshot, snapshotSeq, claims } = board
    if (uptoSeq <= snapshotSeq) return
    board.previous = {
      snapshot,
      snapshotSeq,
      claims,
      updates: board.updates.filter(({ seq }) => seq <= uptoSeq),
    }
    board.snapshot = state
    board.snapshotSeq = uptoSeq
    const gone = fault === 'snapshotForgets' ? uptoSeq + 1 : uptoSeq
    board.updates = board.updates.filter(({ seq }) => seq > gone)
  }

  /** The newest snapshot cannot be read any more. A storage starts from the one before it then. */
  function damageSnapshot(board: Board): void {
    const { previous } = board
    if (previous === null) return
    board.snapshot = previous.snapshot
    board.snapshotSeq = previous.snapshotSeq
    board.updates = [...previous.updates, ...board.updates]
    board.previous = null
  }

  function work(): void {
    if (isBusy) return
    const [job] = jobs
    if (!job) return
    isBusy = true
    world.after(world.chance() * (isTroubled ? writeMs : 3), () => {
      isBusy = false
      if (jobs[0] !== job) return work()
      jobs.shift()
      const isRefused = job.isWrite && job.boardIds.some((id) => broken.has(id))
      if (isRefused || (job.isWrite && isTroubled && world.chance() * 100 < failingPercent)) {
        for (const id of job.boardIds) broken.add(id)
        world.tell(`disk: a write to ${job.boardIds.join()} fails`)
        world.after(world.chance() * 3, () => job.fail(new Error('The disk is full')))
      } else {
        job.run()
        world.after(world.chance() * 3, job.finish)
      }
      work()
    })
  }

  function ask(
    isAlive: () => boolean,
    boardIds: readonly string[],
    isWrite: boolean,
    run: () => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = () => isAlive() && resolve()
      jobs.push({ boardIds, isWrite, run, finish, fail: (error) => isAlive() && reject(error) })
      if (isWrite && fault === 'acknowledgesEarly') world.after(0, finish)
      work()
    })
  }

  return {
    open(isAlive) {
      return {
        async loadBoard(boardId) {
          const loadMs = isTroubled && world.chance() < 0.1 ? 3000 : nextLoadMs
          nextLoadMs = 0
          if (loadMs > 0) await wait(world, loadMs)
          let stored: StoredBoard | null = null
          await ask(isAlive, [boardId], false, () => {
            broken.delete(boardId)
            if (isTroubled && world.chance() < 0.2) damageSnapshot(boardOf(boardId))
            const { snapshot, snapshotSeq, updates, claims } = boardOf(boardId)
            stored = { snapshot, snapshotSeq, updates: [...updates], claims: [...claims] }
          })
          return stored
        },
        append: (boardId, bytes, claims = []) =>
          ask(isAlive, [boardId], true, () => write(boardId, bytes.slice(), claims)),
        appendAll: (updates) =>
          ask(
            isAlive,
            updates.map(({ boardId }) => boardId),
            true,
            () => {
              for (const { boardId, bytes } of updates) write(boardId, bytes.slice(), [])
            },
          ),
        saveSnapshot: (boardId, uptoSeq, state) =>
          ask(isAlive, [], true, () => saveSnapshot(boardId, uptoSeq, state)),
      }
    },
    crash() {
      const written = world.pick(jobs.length + 1)
      for (const job of jobs.slice(0, written)) {
        if (!job.isWrite) continue
        // Refused for one of its boards, it is missing on all: what comes after it on any of them is refused too.
        if (job.boardIds.some((id) => broken.has(id))) for (const id of job.boardIds) broken.add(id)
        else job.run()
      }
      jobs = []
      broken = new Set()
    },
    setTroubled(value) {
      isTroubled = value
    },
    slowDown(loadMs) {
      nextLoadMs = loadMs
    },
    clockOf: (boardId, client) => boardOf(boardId).clocks.get(client) ?? 0,
    isDeleted: (boardId, client, clock) => boardOf(boardId).deleted.has(`${client}:${clock}`),
    build(boardId) {
      const { snapshot, updates } = boardOf(boardId)
      return buildDoc([...(snapshot ? [snapshot] : []), ...updates.map(({ bytes }) => bytes)])
    },
  }
}

function learn(board: Board, update: Uint8Array): void {
  for (const [client, clock] of Y.parseUpdateMeta(update).to) {
    if (clock > (board.clocks.get(client) ?? 0)) board.clocks.set(client, clock)
  }
  for (const { client, clock } of deletedIn(update)) board.deleted.add(`${client}:${clock}`)
  for (const { client, clock } of bornDeleted(update)) board.deleted.add(`${client}:${clock}`)
}

/** What Yjs threw away as it came in: no deletion says so, and documents have it among theirs all the same. */
function* bornDeleted(update: Uint8Array): Generator<{ client: number; clock: number }> {
  for (const struct of Y.decodeUpdate(update).structs) {
    const isGone =
      struct instanceof Y.GC || (struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted)
    if (!isGone) continue
    for (let i = 0; i < struct.length; i += 1) yield { client: struct.id.client, clock: struct.id.clock + i }
  }
}

/** Each single id. */
export function* deletedIn(update: Uint8Array): Generator<{ client: number; clock: number }> {
  for (const [client, ranges] of Y.decodeUpdate(update).ds.clients) {
    for (const { clock, len } of ranges) {
      for (let at = clock; at < clock + len; at += 1) yield { client, clock: at }
    }
  }
}

function wait(world: World, ms: number): Promise<void> {
  return new Promise((resolve) => void world.after(ms, resolve))
}
