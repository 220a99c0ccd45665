/**
 * One board as it was loaded: its bytes, whose client ids are whose, what waits for the disk. It knows how a change
 * gets in and nothing of connections. After a failed write it is thrown away and loaded anew.
 *
 * The document is a shadow of the bytes: made when somebody writes or reads, given up after some quiet, and thrown
 * away with what it was just given when Yjs cannot stomach that. Nobody else notices either.
 */
import { observeNotes, readNote, type BoardNote } from '@bordet/board'
import * as Y from 'yjs'
import { isStanding } from './boardRules.ts'
import { createBoardBytes, type Answer, type BoardBytes } from './boardBytes.ts'
import { buildDoc } from './buildDoc.ts'
import { createClientOwners, type ClientOwners } from './clientOwners.ts'
import type { Clock } from './clock.ts'
import { createCommitQueue, type CommitQueue } from './commitQueue.ts'
import type { Refusal } from './closeCodes.ts'
import { admitUpdate, type Verdict } from './gate.ts'
import { limits, waits } from './limits.ts'
import { writeStep1 } from './messages.ts'
import type { Claim, StoredBoard } from './storage.ts'

/** What a change did, taken down at once: by the time it is durable the document may have moved on. */
export interface Edited {
  /** Null when nothing changed. */
  update: Uint8Array | null
  notes: BoardNote[]
}

/** An update from outside, and who gives it. */
export interface Offer {
  update: Uint8Array
  by: string
  mayHide: boolean
  mayWrite(): boolean
}

export type Outcome = 'taken' | 'nothingNew' | Refusal

export interface BoardCore {
  /** Made now when there is none. Another one later on: ask anew each time. */
  readonly doc: Y.Doc
  readonly bytes: BoardBytes
  readonly owners: ClientOwners
  readonly queue: CommitQueue
  isAwake(): boolean
  /**
   * Takes in what passes the gate, one after the other and as one edit; an outcome for each offer. Never throws: what
   * Yjs cannot stomach is malformed, and the others' updates are in all the same.
   */
  take(offers: readonly Offer[]): { outcomes: Outcome[]; edited: Edited; claims: Claim[] }
  /** Throws what the change throws, and is then as before. */
  edit(change: (doc: Y.Doc) => void): Edited
  /** Undoes the last edit; in the same turn, before anybody heard of it. */
  takeBack(): void
  /** Our own sync step 1. */
  question(): Uint8Array
  /** To a sync step 1, when it is there already; null when it must be made. */
  knownAnswer(stateVector: Uint8Array): Answer | null
  /** Null when the question was malformed. */
  makeAnswer(stateVector: Uint8Array): Answer | null
  destroy(): void
}

interface Shadow {
  doc: Y.Doc
  usedAt: number
  stopObserving: () => void
}

/** `failed` is told once, of the first write that failed. */
export function loadBoardCore(
  { snapshot, updates, claims }: StoredBoard,
  clock: Clock,
  failed: (error: unknown) => void,
): BoardCore {
  const bytes = createBoardBytes(
    snapshot,
    updates.map((update) => update.bytes),
  )
  const queue = createCommitQueue(failed)
  /** The same for every shadow: each new id would stay in everybody's state vector for ever. */
  const { clientID } = new Y.Doc()
  const owners = createClientOwners(claims, (client) => client === clientID || clockOf(client) > 0)
  const known = createKnownUpdates()
  let shadow: Shadow | null = null
  let clocks: ReadonlyMap<number, number> | null = null
  let question: Uint8Array | null = null
  /** More than one when Yjs tidies up a text behind an update. */
  let made: Uint8Array[] = []
  let changedNotes = new Set<string>()
  let cancelSleep = () => {}

  function wake(): Y.Doc {
    if (shadow === null) {
      const doc = buildDoc(bytes.parts())
      doc.clientID = clientID
      doc.on('update', (news: Uint8Array) => void made.push(news))
      const stopObserving = observeNotes(doc, (ids) => ids.forEach((id) => changedNotes.add(id)))
      shadow = { doc, usedAt: clock.now(), stopObserving }
      clocks = null
      cancelSleep = clock.after(waits.sleepMs, sleepWhenQuiet)
    }
    shadow.usedAt = clock.now()
    return shadow.doc
  }

  function sleepWhenQuiet(): void {
    if (shadow === null) return
    const quietMs = clock.now() - shadow.usedAt
    const leftMs = (bytes.size() <= limits.smallBoardBytes ? waits.sleepMs : waits.sleepLargeMs) - quietMs
    if (leftMs > 0) cancelSleep = clock.after(leftMs, sleepWhenQuiet)
    else sleep()
  }

  function sleep(): void {
    cancelSleep()
    if (shadow === null) return
    shadow.stopObserving()
    shadow.doc.destroy()
    shadow = null
  }

  function clockOf(client: number): number {
    if (shadow) return Y.getState(shadow.doc.store, client)
    clocks ??= clocksOf(bytes.parts())
    return clocks.get(client) ?? 0
  }

  function takeDown(run: (doc: Y.Doc) => void): Edited {
    const doc = wake()
    made = []
    changedNotes = new Set()
    try {
      run(doc)
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
        throw new Error('Something passed the gate and waits in Yjs for what is not there')
    } catch (error) {
      sleep()
      throw error
    }
    const [first, ...more] = made
    if (first === undefined) return { update: null, notes: [] }
    const update = more.length === 0 ? first : Y.mergeUpdates(made)
    bytes.add(update)
    question = null
    return { update, notes: [...changedNotes].map((id) => readNote(doc, id)).filter((note) => note !== null) }
  }

  /** In one transaction: what is encoded and told at its end is then encoded and told once. */
  function takeTogether(offers: readonly Offer[], clients: Set<number>) {
    let outcomes: Outcome[] = []
    const edited = takeDown((doc) =>
      doc.transact(() => {
        outcomes = offers.map((offer) => takeOne(doc, offer, clients))
      }, 'member'),
    )
    return { outcomes, edited }
  }

  /** After something broke: whose it was is told by trying each alone. */
  function takeEach(offers: readonly Offer[], clients: Set<number>) {
    const edits: Edited[] = []
    const outcomes = offers.map((offer): Outcome => {
      try {
        const { outcomes, edited } = takeTogether([offer], clients)
        edits.push(edited)
        return outcomes[0] ?? 'malformed'
      } catch (error) {
        return error instanceof TookAway ? 'noteGone' : 'malformed'
      }
    })
    const updates = edits.map(({ update }) => update).filter((update) => update !== null)
    // One entry of the log for one round, as for those that do not break.
    for (let i = 0; i < updates.length; i++) bytes.takeBack()
    const update = updates.length === 0 ? null : Y.mergeUpdates(updates)
    if (update) bytes.add(update)
    return { outcomes, edited: { update, notes: edits.flatMap(({ notes }) => notes) } }
  }

  function takeOne(doc: Y.Doc, offer: Offer, clients: Set<number>): Outcome {
    const verdict = judge(doc, offer)
    if ('refused' in verdict) return verdict.refused
    if (verdict.passed === 'nothingNew') return 'nothingNew'
    if (!offer.mayWrite()) return 'readOnly'
    for (const client of verdict.clients) {
      owners.claim(client, offer.by)
      clients.add(client)
    }
    Y.applyUpdate(doc, offer.update)
    if (!verdict.touched.every((value) => isStanding(doc, value))) throw new TookAway()
    return 'taken'
  }

  function judge(doc: Y.Doc, { update, by, mayHide }: Offer): Verdict {
    if (known.has(update)) return { passed: 'nothingNew' }
    const verdict = admitUpdate(update, doc, owners, { by, mayHide })
    if ('refused' in verdict) return verdict
    if (verdict.passed === 'nothingNew') known.add(update)
    else if (bytes.size() + update.length > limits.boardBytes) return { refused: 'boardFull' }
    return verdict
  }

  return {
    get doc() {
      return wake()
    },
    bytes,
    owners,
    queue,
    isAwake: () => shadow !== null,
    take(offers) {
      const clients = new Set<number>()
      if (offers.every(({ update }) => known.has(update)))
        return { outcomes: offers.map(() => 'nothingNew'), edited: { update: null, notes: [] }, claims: [] }
      let taken: { outcomes: Outcome[]; edited: Edited }
      try {
        taken = takeTogether(offers, clients)
      } catch {
        clients.clear()
        taken = takeEach(offers, clients)
      }
      return { ...taken, claims: owners.takeUnsaved(clients) }
    },
    edit: (change) => takeDown((doc) => doc.transact(() => change(doc), 'server')),
    takeBack() {
      bytes.takeBack()
      question = null
      clocks = null
      sleep()
    },
    question() {
      if (question) return question
      if (!shadow) clocks ??= clocksOf(bytes.parts())
      return (question = writeStep1(Y.encodeStateVector(shadow?.doc ?? new Map(clocks))))
    },
    knownAnswer: bytes.answer,
    makeAnswer(stateVector) {
      try {
        return bytes.answerAnew(stateVector, Y.encodeStateAsUpdate(wake(), stateVector))
      } catch {
        return null
      }
    },
    destroy: sleep,
  }
}

/** Seen in the shadow only: a value of a note or a zone is gone, and nothing stands in its place. */
class TookAway extends Error {}

/** By the bytes alone, without a document. */
function clocksOf(parts: readonly Uint8Array[]): Map<number, number> {
  const clocks = new Map<number, number>()
  for (const part of parts) {
    for (const [client, clock] of Y.parseUpdateMeta(part).to) {
      if (clock > (clocks.get(client) ?? 0)) clocks.set(client, clock)
    }
  }
  return clocks
}

/**
 * Updates that held nothing new stay so for ever. Whoever comes back tells all deletions of the board, and a hall
 * that was cut off comes back with the same ones.
 */
function createKnownUpdates() {
  const nothing = Uint8Array.of(0, 0)
  const updates: Uint8Array[] = []
  return {
    has: (update: Uint8Array) => isSame(update, nothing) || updates.some((one) => isSame(one, update)),
    add(update: Uint8Array): void {
      updates.unshift(update.slice())
      if (updates.length > limits.knownUpdates) updates.pop()
    },
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
