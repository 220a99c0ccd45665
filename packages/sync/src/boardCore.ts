/**
 * One board as it was loaded: its document, whose client ids are whose, what waits for the disk. It knows how a
 * change gets in and nothing of connections. After a failed write it is thrown away and loaded anew.
 */
import { observeNotes, readNote, type BoardNote } from '@bordet/board'
import * as Y from 'yjs'
import { buildDoc } from './buildDoc.ts'
import { createClientOwners, type ClientOwners } from './clientOwners.ts'
import { createCommitQueue, type CommitQueue } from './commitQueue.ts'
import { admitUpdate, type Verdict } from './gate.ts'
import { writeStep1, writeStep2 } from './messages.ts'
import type { BoardAccess } from './room.ts'
import { partsOf, type StoredBoard } from './storage.ts'

/** What a change did, taken down at once: by the time it is durable the document may have moved on. */
export interface Edited {
  /** Null when nothing changed. */
  update: Uint8Array | null
  notes: BoardNote[]
}

export interface BoardCore {
  readonly doc: Y.Doc
  readonly owners: ClientOwners
  readonly queue: CommitQueue
  admit(update: Uint8Array, access: Pick<BoardAccess, 'by' | 'mayHide'>): Verdict
  /** Throws when Yjs does; the document is then not to be trusted any more. */
  apply(update: Uint8Array): Edited
  /** Throws what the change throws. When it had done a part by then, all that waits for the disk fails. */
  edit(change: (doc: Y.Doc) => void): Edited
  /** Our own sync step 1. */
  question(): Uint8Array
  /**
   * The answer to a sync step 1; null when that was malformed. The same array for the same question, so that it is
   * framed once.
   */
  answer(stateVector: Uint8Array): readonly Uint8Array[] | null
  destroy(): void
}

const keptAnswers = 64

/** `failed` is told once, of the first write that failed. */
export function loadBoardCore(stored: StoredBoard, failed: (error: unknown) => void): BoardCore {
  const doc = buildDoc(partsOf(stored))
  const queue = createCommitQueue(failed)
  const isWritten = (client: number) => client === doc.clientID || Y.getState(doc.store, client) > 0
  const owners = createClientOwners(stored.claims, isWritten)
  /** By state vector: many come at once with the same one, most of all the empty one. */
  const answers = new Map<string, readonly Uint8Array[]>()
  let question: Uint8Array | null = null
  let update: Uint8Array | null = null
  let changedNotes = new Set<string>()
  doc.on('update', (bytes: Uint8Array) => {
    update = bytes
    answers.clear()
    question = null
  })
  const stopObserving = observeNotes(doc, (ids) => ids.forEach((id) => changedNotes.add(id)))

  function edit(change: (doc: Y.Doc) => void): Edited {
    try {
      return takeDown(() => doc.transact(() => change(doc), 'server'))
    } catch (error) {
      if (update !== null) queue.fail(error)
      throw error
    }
  }

  function takeDown(run: () => void): Edited {
    update = null
    changedNotes = new Set()
    const pending = [doc.store.pendingStructs, doc.store.pendingDs]
    run()
    if (doc.store.pendingStructs !== pending[0] || doc.store.pendingDs !== pending[1]) {
      throw new Error('Something passed the gate and waits in Yjs for what is not there')
    }
    return { update, notes: [...changedNotes].map((id) => readNote(doc, id)).filter((note) => note !== null) }
  }

  return {
    doc,
    owners,
    queue,
    admit: (bytes, access) => admitUpdate(bytes, doc, owners, access),
    apply: (bytes) => takeDown(() => Y.applyUpdate(doc, bytes, 'member')),
    edit,
    question: () => (question ??= writeStep1(Y.encodeStateVector(doc))),
    answer(stateVector) {
      const key = stateVector.length <= 4096 ? String.fromCharCode(...stateVector) : null
      const known = key === null ? undefined : answers.get(key)
      if (known) return known
      try {
        const answer = [writeStep2(Y.encodeStateAsUpdate(doc, stateVector))]
        if (key !== null && answers.size < keptAnswers) answers.set(key, answer)
        return answer
      } catch {
        return null
      }
    },
    destroy() {
      stopObserving()
      doc.destroy()
    },
  }
}
