/**
 * One board as it was loaded: its bytes, whose client ids are whose, what waits for the disk. It knows how a change
 * gets in and nothing of connections. After a failed write it is thrown away and loaded anew.
 */
import * as Y from 'yjs'
import { isStanding } from './boardRules.ts'
import { createBoardBytes, type Answer, type BoardBytes } from './boardBytes.ts'
import { createClientOwners, type ClientOwners } from './clientOwners.ts'
import type { Clock } from './clock.ts'
import { createCommitQueue, type CommitQueue } from './commitQueue.ts'
import type { Refusal } from './closeCodes.ts'
import { admitUpdate, type Verdict } from './gate.ts'
import { createKnownUpdates } from './knownUpdates.ts'
import { limits, waits } from './limits.ts'
import { writeStep1 } from './messages.ts'
import { createShadow, type Edited } from './shadow.ts'
import type { Claim, StoredBoard } from './storage.ts'

/** An update from outside, and who gives it. */
export interface Offer {
  update: Uint8Array
  by: string
  mayHide: boolean
  mayWrite(): boolean
  /** Whether whoever gives it may make so much work, in steps (see effort.ts); takes them. */
  mayWork(steps: number): boolean
  /** Work that was made and not asked for; what is missing then must come back first. */
  owe(steps: number): void
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
   * Takes in what passes the gate, one after the other and as one edit; an outcome for each offer. What Yjs cannot
   * stomach is malformed, and the others' updates are in all the same. `claims` belong to the edit: empty without one.
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

export interface BoardCoreOptions {
  clock: Clock
  /** Told once, of the first write that failed. */
  failed: (error: unknown) => void
  /** Told when whoever was to hear of something durable threw. */
  broke?: (error: unknown) => void
  sleepMs?: number
  /** See `RoomsOptions`. */
  drawClientId?: (() => number) | undefined
}

interface Taken {
  outcomes: Outcome[]
  edited: Edited
}

/** What one go at some offers found out; it counts only when all of it went through. */
interface Attempt {
  /** Whose clock each of these client ids is from now on. */
  writers: Map<number, string>
  idle: Uint8Array[]
}

export function loadBoardCore(
  { snapshot, updates, claims }: StoredBoard,
  { clock, failed, broke, sleepMs = waits.sleepMs, drawClientId }: BoardCoreOptions,
): BoardCore {
  const bytes = createBoardBytes(
    snapshot,
    updates.map((update) => update.bytes),
  )
  const queue = createCommitQueue(failed, broke)
  const shadow = createShadow({ bytes, clock, sleepMs, drawClientId })
  const owners = createClientOwners(claims, (client) => shadow.clockOf(client) > 0)
  const known = createKnownUpdates()
  let question: Uint8Array | null = null

  function edit(run: (doc: Y.Doc) => void): Edited {
    const edited = shadow.change(run)
    if (edited.update !== null) {
      bytes.add(edited.update)
      question = null
    }
    return edited
  }

  function takeAll(offers: readonly Offer[]): Taken {
    try {
      return takeTogether(offers)
    } catch {
      return takeEach(offers)
    }
  }

  /** In one transaction: what is encoded and told at its end is then encoded and told once. */
  function takeTogether(offers: readonly Offer[]): Taken {
    const attempt: Attempt = { writers: new Map(), idle: [] }
    let outcomes: Outcome[] = []
    const edited = edit((doc) =>
      doc.transact(() => {
        outcomes = offers.map((offer) => takeOne(doc, offer, attempt))
      }, 'member'),
    )
    for (const update of attempt.idle) known.add(update)
    for (const [client, owner] of attempt.writers) owners.own(client, owner)
    return { outcomes, edited }
  }

  /** After something broke: whose it was is told by trying each alone. */
  function takeEach(offers: readonly Offer[]): Taken {
    const edits: Edited[] = []
    const outcomes = offers.map((offer): Outcome => {
      try {
        const alone = takeTogether([offer])
        edits.push(alone.edited)
        return alone.outcomes[0] ?? 'malformed'
      } catch (error) {
        // The shadow that it cost.
        offer.owe(Math.min(bytes.size() * limits.effortOfShadowPerByte, limits.effortOfShadow))
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

  function takeOne(doc: Y.Doc, offer: Offer, attempt: Attempt): Outcome {
    const { update, by } = offer
    const verdict = judge(doc, offer, attempt.writers)
    if ('refused' in verdict) return verdict.refused
    if (verdict.passed === 'nothingNew') {
      attempt.idle.push(update)
      return 'nothingNew'
    }
    if (!offer.mayWrite()) return 'readOnly'
    if (!offer.mayWork(verdict.effort)) return 'tooFast'
    Y.applyUpdate(doc, update)
    if (!verdict.touched.every((value) => isStanding(doc, value))) throw new TookAway()
    for (const client of verdict.clients) attempt.writers.set(client, by)
    return 'taken'
  }

  function judge(doc: Y.Doc, { update, by, mayHide }: Offer, writers: ReadonlyMap<number, string>): Verdict {
    if (known.has(update)) return { passed: 'nothingNew' }
    // Who has just begun to write has no claim yet, though the document has their structs.
    function mayUse(client: number): boolean {
      const writer = writers.get(client)
      return writer === undefined ? owners.mayUse(client, by) : writer === by
    }
    const verdict = admitUpdate(update, doc, { mayUse }, { by, mayHide })
    if ('refused' in verdict || verdict.passed === 'nothingNew') return verdict
    return bytes.size() + update.length > limits.boardBytes ? { refused: 'boardFull' } : verdict
  }

  return {
    get doc() {
      return shadow.doc
    },
    bytes,
    owners,
    queue,
    isAwake: shadow.isAwake,
    take(offers) {
      if (offers.every(({ update }) => known.has(update)))
        return { outcomes: offers.map(() => 'nothingNew'), edited: { update: null, notes: [] }, claims: [] }
      const { outcomes, edited } = takeAll(offers)
      return { outcomes, edited, claims: edited.update === null ? [] : owners.takeUnsaved() }
    },
    edit: (change) => edit((doc) => doc.transact(() => change(doc), 'server')),
    takeBack() {
      bytes.takeBack()
      question = null
      shadow.forget()
    },
    question: () => (question ??= writeStep1(shadow.stateVector())),
    knownAnswer: bytes.answer,
    makeAnswer(stateVector) {
      try {
        return bytes.answerAnew(stateVector, Y.encodeStateAsUpdate(shadow.doc, stateVector))
      } catch {
        return null
      }
    },
    destroy: shadow.forget,
  }
}

/** Seen in the shadow only: a value of a note or a zone is gone, and nothing stands in its place. */
class TookAway extends Error {}
