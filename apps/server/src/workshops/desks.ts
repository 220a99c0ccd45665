/** The open workshops: each loaded once however many ask, put away when nobody has used it for a while. */
import { encodeBoard, nobodyElse, type EncodeBoard, type Relay, type Rooms } from '@bordet/sync'
import { stateSchema } from '@bordet/workshop/schemas'
import { replay } from '@bordet/workshop/engine'
import { Problem } from '../problem.ts'
import type { Storage } from '../storage/storage.ts'
import { Desk } from './desk.ts'
import { closeCodes } from './followers.ts'

export interface Desks {
  /** Null when there is no such workshop. */
  open(workshopId: string): Promise<Desk | null>
  loaded(): readonly Desk[]
  /** Commands since the start, by what became of them. */
  counts(): Readonly<Record<'done' | 'refused' | 'failed', number>>
  close(): Promise<void>
}

export interface DesksOptions {
  storage: Storage
  rooms: Rooms
  /** Who else must hear of a new version; nobody, when this node is alone. */
  relay?: Relay
  /** As the rooms have it. Here and now when left out. */
  encodeBoard?: EncodeBoard
  now(): number
  joinUrl(joinCode: string): string
  /** Facts for the log; never a note's text, never a key. */
  log(event: string, facts: object): void
  beatMs?: number
  gatherMs?: number
  idleMs?: number
}

export function createDesks(options: DesksOptions): Desks {
  const { storage, now, beatMs = 15_000, gatherMs = 150, idleMs = 10 * 60_000 } = options
  const desks = new Map<string, Promise<Desk | null>>()
  const loaded = new Map<string, Desk>()
  const closing = new Map<string, Promise<void>>()
  let isClosed = false
  const counts = { done: 0, refused: 0, failed: 0 }

  const load = async (workshopId: string): Promise<Desk | null> => {
    const stored = await storage.loadWorkshop(workshopId)
    if (!stored) return null
    const saved = stateSchema.parse(stored.state)
    const desk = await Desk.open(replay(saved, stored.commands), saved.version, {
      relay: nobodyElse,
      encodeBoard: async (parts) => encodeBoard(parts),
      ...options,
      gatherMs,
      onCommand: (result) => void (counts[result] += 1),
      onUnreadable(boardId, error) {
        options.log('a board cannot be opened: going on without it', { err: error, workshopId, boardId })
      },
      onUnmarked(phaseId, error) {
        options.log('the end of a phase is not in the history', { err: error, workshopId, phaseId })
      },
      onBroken(error) {
        options.log('a command was not saved: loading the workshop again', { err: error, workshopId })
        putAway(workshopId, closeCodes.restarting)
      },
    })
    loaded.set(workshopId, desk)
    return desk
  }

  const open = (workshopId: string): Promise<Desk | null> => {
    if (isClosed) return Promise.reject(new Problem('notReady'))
    const already = desks.get(workshopId)
    if (already) return already
    const desk = (closing.get(workshopId) ?? Promise.resolve()).then(() => load(workshopId))
    desks.set(workshopId, desk)
    const forget = () => void (desks.get(workshopId) === desk && desks.delete(workshopId))
    desk.then((found) => found ?? forget(), forget)
    return desk
  }

  /** Whoever asks for it meanwhile waits until what was on its way is settled, and gets it loaded anew. */
  const putAway = (workshopId: string, code: number): Promise<void> => {
    const desk = loaded.get(workshopId)
    if (!desk) return Promise.resolve()
    loaded.delete(workshopId)
    desks.delete(workshopId)
    const closed = desk
      .close(code)
      .catch((error: unknown) => options.log('not put away cleanly', { err: error, workshopId }))
      .then(() => void closing.delete(workshopId))
    closing.set(workshopId, closed)
    return closed
  }

  const beat = setInterval(() => {
    for (const [workshopId, desk] of loaded) {
      desk.followers.beat()
      const isIdle = desk.followers.count() === 0 && now() - desk.usedAt > idleMs
      if (isIdle) void putAway(workshopId, closeCodes.restarting)
    }
  }, beatMs)
  beat.unref()

  return {
    open,
    loaded: () => [...loaded.values()],
    counts: () => counts,
    async close() {
      isClosed = true
      clearInterval(beat)
      await Promise.allSettled(desks.values())
      await Promise.all([...loaded.keys()].map((workshopId) => putAway(workshopId, closeCodes.restarting)))
      await Promise.all(closing.values())
    },
  }
}
