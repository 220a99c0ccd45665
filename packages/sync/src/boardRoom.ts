/**
 * A room over its life: loading, open, loading again after a failed write, closed when idle. Listeners outlive a
 * reload, connections do not.
 */
import type { BoardNote } from '@bordet/board'
import { readNotes } from '@bordet/board'
import type * as Y from 'yjs'
import type { Clock } from './clock.ts'
import { closeCodes } from './closeCodes.ts'
import type { EncodeBoard } from './encodeBoard.ts'
import { compactAtRestAfter, waits } from './limits.ts'
import { createLiveBoard, type LiveBoard } from './liveBoard.ts'
import type { Relay } from './relay.ts'
import { BoardUnknown, RoomNotReady, type Room } from './room.ts'
import type { Rounds } from './rounds.ts'
import type { RoomLog } from './rooms.ts'
import type { BoardStorage } from './storage.ts'

export interface BoardRoomOptions {
  boardId: string
  storage: BoardStorage
  clock: Clock
  relay: Relay
  rounds: Rounds
  idleMs: number
  sleepMs: number
  /** See `RoomsOptions`. */
  drawClientId: (() => number) | undefined
  encodeBoard: EncodeBoard
  compactAfter: LogLength
  log: RoomLog
  /** The room is empty and unloaded, or could not be loaded and nobody listens: forget it. */
  closed: () => void
}

interface LogLength {
  updates: number
  bytes: number
}

export interface BoardRoom extends Room {
  /** Loads when that is needed, once however many ask. Keeps the room from being unloaded for another while. */
  ready(): Promise<void>
  /** Throws `RoomNotReady`. */
  live(): LiveBoard
  /** Waits for what is being saved, then closes. */
  close(): Promise<void>
}

type Phase =
  | { is: 'new' }
  | { is: 'loading'; loaded: Promise<void> }
  /** `firstSeq`: of the snapshot that the board's bytes begin with. */
  | {
      is: 'open'
      board: LiveBoard
      firstSeq: number
      compacting: Promise<void> | null
      compactAt: LogLength
      isTidied: boolean
    }
  | { is: 'closed' }

export function createBoardRoom(options: BoardRoomOptions): BoardRoom {
  const { boardId, storage, clock, relay, log } = options
  const listeners = new Set<(changed: BoardNote[]) => void>()
  let phase: Phase = { is: 'new' }
  let cancelIdle = () => {}
  /** Listeners may not have heard of what was saved after all, although a failure was reported. */
  let haveMissed = false
  let retryMs: number = waits.reloadMs

  async function load(): Promise<void> {
    try {
      const stored = await storage.loadBoard(boardId)
      if (stored === null) throw new BoardUnknown(`No board ${boardId}`)
      if (phase.is === 'closed') throw new RoomNotReady(`Board ${boardId} is closed`)
      const board = createLiveBoard(stored, {
        boardId,
        storage,
        clock,
        relay,
        rounds: options.rounds,
        sleepMs: options.sleepMs,
        drawClientId: options.drawClientId,
        log,
        notesChanged,
        failed,
        settled,
      })
      phase = {
        is: 'open',
        board,
        firstSeq: stored.snapshotSeq,
        compacting: null,
        compactAt: lengthToCompact(board),
        isTidied: false,
      }
      settled()
      catchUp(board)
    } catch (error) {
      if (phase.is !== 'closed') phase = { is: 'new' }
      if (listeners.size === 0) options.closed()
      throw error
    }
  }

  function startLoading(): Promise<void> {
    const loaded = load()
    phase = { is: 'loading', loaded }
    return loaded
  }

  function failed(error: unknown): void {
    log('boardNotSaved', { boardId, error: messageOf(error) })
    if (phase.is === 'closed') return
    haveMissed = true
    retryMs = waits.reloadMs
    reload()
  }

  /** Tries until it works: the rest of the house writes to whatever it listens to. */
  function reload(): void {
    startLoading().catch((error: unknown) => {
      log('boardNotLoaded', { boardId, error: messageOf(error) })
      clock.after(retryMs, () => {
        if (phase.is === 'new' && listeners.size > 0) reload()
      })
      retryMs = Math.min(retryMs * 2, waits.reloadMostMs)
    })
  }

  function catchUp(board: LiveBoard): void {
    if (!haveMissed) return
    haveMissed = false
    notesChanged(readNotes(board.doc))
  }

  function notesChanged(notes: BoardNote[]): void {
    for (const listener of listeners) {
      try {
        listener(notes)
      } catch (error) {
        log('listenerBroke', { boardId, error: messageOf(error) })
      }
    }
  }

  /** Somebody left or something was saved: time to unload or to compact? */
  function settled(): void {
    cancelIdle()
    if (phase.is !== 'open') return
    const { board } = phase
    if (board.memberCount() === 0 && listeners.size === 0) cancelIdle = clock.after(options.idleMs, unload)
    if (isLonger(board.durable(), phase.compactAt)) {
      phase.isTidied = false
      phase.compacting ??= compact(phase)
    }
  }

  /** The larger the board, the longer its log may be. */
  function lengthToCompact(board: LiveBoard): LogLength {
    const { updates, bytes } = options.compactAfter
    const times = Math.max(1, (board.size() - board.durable().bytes) / bytes)
    return { updates: updates * times, bytes: bytes * times }
  }

  /** Of what is durable, beside what is being written. The log keeps the snapshot before this one, and what came after. */
  async function compact(open: Phase & { is: 'open' }): Promise<void> {
    const { board, firstSeq } = open
    const { updates } = board.durable()
    try {
      const state = await options.encodeBoard(board.parts(updates))
      await storage.saveSnapshot(boardId, firstSeq + updates, state)
      board.replaceBase(state, updates)
      open.firstSeq += updates
      open.compactAt = lengthToCompact(board)
    } catch (error) {
      log('boardNotCompacted', { boardId, error: messageOf(error) })
      open.compactAt = { updates: open.compactAt.updates * 2, bytes: open.compactAt.bytes * 2 }
    }
    open.compacting = null
  }

  function unload(): void {
    if (phase.is !== 'open') return
    const { board } = phase
    if (board.memberCount() > 0 || listeners.size > 0) return
    if (!phase.isTidied && isLonger(board.durable(), compactAtRestAfter)) {
      phase.isTidied = true
      phase.compacting ??= compact(phase)
    }
    if (phase.compacting || !board.isSaved()) {
      cancelIdle = clock.after(options.idleMs, unload)
      return
    }
    phase = { is: 'closed' }
    board.stop(closeCodes.goingAway, 'idle')
    options.closed()
  }

  function live(): LiveBoard {
    if (phase.is !== 'open') throw new RoomNotReady(`Board ${boardId} is not loaded`)
    return phase.board
  }

  return {
    boardId,
    get doc(): Y.Doc {
      return live().doc
    },
    live,
    async ready() {
      if (phase.is === 'closed') throw new RoomNotReady(`Board ${boardId} is closed`)
      if (phase.is === 'open') settled()
      else await (phase.is === 'loading' ? phase.loaded : startLoading())
    },
    async change(edit, persist = (update) => storage.append(boardId, update)) {
      const board = live()
      const { update, notes } = board.edit(edit)
      if (update === null) return
      const write = (async () => persist(update))()
      await board.deliver({ update, notes }, write)
    },
    durable() {
      if (phase.is !== 'open') throw new RoomNotReady(`Board ${boardId} is not loaded`)
      const { updates } = phase.board.durable()
      return { seq: phase.firstSeq + updates, parts: phase.board.parts(updates) }
    },
    async saved() {
      await live().saved()
    },
    onNotes(listener) {
      listeners.add(listener)
      cancelIdle()
      return () => {
        listeners.delete(listener)
        settled()
      }
    },
    join(socket, joinOptions) {
      cancelIdle()
      return live().join(socket, joinOptions)
    },
    disconnect(code, reason, whose = () => true) {
      if (phase.is === 'open') phase.board.disconnect(code, reason, whose)
    },
    async close() {
      if (phase.is === 'loading') await phase.loaded.catch(() => {})
      if (phase.is === 'open') await phase.board.saved().catch(() => {})
      cancelIdle()
      const last = phase
      phase = { is: 'closed' }
      if (last.is === 'open') last.board.stop(closeCodes.goingAway, 'the server stops')
    },
  }
}

function isLonger(a: LogLength, b: LogLength): boolean {
  return a.updates > b.updates || a.bytes > b.bytes
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown'
}
