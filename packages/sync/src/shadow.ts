/**
 * The document that a board's bytes stand for: made when somebody writes or reads, given up after some quiet, and
 * thrown away with what it was just given when Yjs cannot stomach that. Nobody notices either.
 */
import { observeNotes, readNote, type BoardNote } from '@bordet/board'
import * as Y from 'yjs'
import type { BoardBytes } from './boardBytes.ts'
import { buildDoc } from './buildDoc.ts'
import type { Clock } from './clock.ts'
import { limits, waits } from './limits.ts'

/** What a change did, taken down at once: by the time it is durable the document may have moved on. */
export interface Edited {
  /** Null when nothing changed. */
  update: Uint8Array | null
  notes: BoardNote[]
}

export interface Shadow {
  /** Made now when there is none. Another one later on: ask anew each time. */
  readonly doc: Y.Doc
  isAwake(): boolean
  /** Throws what `run` throws, or when something would wait in Yjs; there is no document then, until it is made again. */
  change(run: (doc: Y.Doc) => void): Edited
  /** How far a client got; answered without a document too. */
  clockOf(client: number): number
  stateVector(): Uint8Array
  /** Gives the document up, and what was read from the bytes: they are no longer the same, or nobody asks. */
  forget(): void
}

export interface ShadowOptions {
  bytes: Pick<BoardBytes, 'parts' | 'size'>
  clock: Clock
  /** Of a small board's document that nobody used for so long. */
  sleepMs: number
  /** See `RoomsOptions`. */
  drawClientId?: (() => number) | undefined
}

export function createShadow({ bytes, clock, sleepMs, drawClientId }: ShadowOptions): Shadow {
  /** The same for every document: each new id would stay in everybody's state vector for ever. */
  const clientID = drawClientId?.() ?? new Y.Doc().clientID
  let awake: { doc: Y.Doc; usedAt: number; stopObserving: () => void } | null = null
  /** Read from the bytes while there is no document. */
  let clocks: ReadonlyMap<number, number> | null = null
  /** More than one when Yjs tidies up a text behind an update. */
  let made: Uint8Array[] = []
  let changedNotes = new Set<string>()
  let cancelSleep = () => {}

  function wake(): Y.Doc {
    if (awake === null) {
      const doc = buildDoc(bytes.parts())
      doc.clientID = clientID
      doc.on('update', (news: Uint8Array) => void made.push(news))
      const stopObserving = observeNotes(doc, (ids) => ids.forEach((id) => changedNotes.add(id)))
      awake = { doc, usedAt: clock.now(), stopObserving }
      clocks = null
      cancelSleep = clock.after(sleepMs, sleepWhenQuiet)
    }
    awake.usedAt = clock.now()
    return awake.doc
  }

  function sleepWhenQuiet(): void {
    if (awake === null) return
    const isSmall = bytes.size() <= limits.smallBoardBytes
    const leftMs = awake.usedAt + (isSmall ? sleepMs : waits.sleepLargeMs) - clock.now()
    if (leftMs > 0) cancelSleep = clock.after(leftMs, sleepWhenQuiet)
    else forget()
  }

  function forget(): void {
    cancelSleep()
    clocks = null
    awake?.stopObserving()
    awake?.doc.destroy()
    awake = null
  }

  function takeDown(run: (doc: Y.Doc) => void): Edited {
    const doc = wake()
    made = []
    changedNotes = new Set()
    run(doc)
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Error('Something passed the gate and waits in Yjs for what is not there')
    const [first, ...more] = made
    if (first === undefined) return { update: null, notes: [] }
    const update = more.length === 0 ? first : Y.mergeUpdates(made)
    return { update, notes: [...changedNotes].map((id) => readNote(doc, id)).filter((note) => note !== null) }
  }

  function clocksAsleep(): ReadonlyMap<number, number> {
    return (clocks ??= readClocks(bytes.parts()))
  }

  return {
    get doc() {
      return wake()
    },
    isAwake: () => awake !== null,
    change(run) {
      try {
        return takeDown(run)
      } catch (error) {
        forget()
        throw error
      }
    },
    clockOf(client) {
      if (client === clientID) return Infinity
      return awake ? Y.getState(awake.doc.store, client) : (clocksAsleep().get(client) ?? 0)
    },
    stateVector: () => Y.encodeStateVector(awake?.doc ?? new Map(clocksAsleep())),
    forget,
  }
}

function readClocks(parts: readonly Uint8Array[]): Map<number, number> {
  const clocks = new Map<number, number>()
  for (const part of parts) {
    for (const [client, clock] of Y.parseUpdateMeta(part).to) {
      if (clock > (clocks.get(client) ?? 0)) clocks.set(client, clock)
    }
  }
  return clocks
}
