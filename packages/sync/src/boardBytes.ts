/**
 * What a board is: a whole state and the updates after it, as they lie in the log. The document is only ever made
 * of these. They are also what a newcomer is sent, as they are: nothing is encoded for anybody's coming.
 */
import * as Y from 'yjs'
import { limits } from './limits.ts'
import { bodyOf, writeStep2, writeUpdate } from './messages.ts'

/** Packets to be sent one after the other; the last ends with the sync step 2. */
export type Answer = readonly (readonly Uint8Array[])[]

export interface BoardBytes {
  /** After the base. */
  updateCount(): number
  /** Of base and updates. */
  size(): number
  /** Base and updates in order, the first `updates` of these when given. */
  parts(updates?: number): Uint8Array[]
  add(update: Uint8Array): void
  /** The last one added, as if it had never been there: in the same turn, before anybody asked. */
  takeBack(): void
  /** From now on this state stands for the base and the first `updates` of the updates. */
  replaceBase(state: Uint8Array, updates: number): void
  /** To a sync step 1; null when nobody asked that before: then `answerAnew`. */
  answer(stateVector: Uint8Array): Answer | null
  /** `difference`: what somebody with this state vector lacks now. Kept for the next who asks the same. */
  answerAnew(stateVector: Uint8Array, difference: Uint8Array): Answer
}

/** A packet, and how many updates it contains. */
interface Kept {
  packet: readonly Uint8Array[]
  updates: number
}

const noUpdate = Uint8Array.of(0, 0)
const nothingMore = writeStep2(noUpdate)
/** Updates that are sent as one from then on. Merging grows faster than their number. */
const mergedAtOnce = 64
const everything = nameOf(Uint8Array.of(0))

export function createBoardBytes(
  snapshot: Uint8Array | null,
  updates: readonly Uint8Array[],
  perChunk = mergedAtOnce,
): BoardBytes {
  let base: Kept = { packet: [writeUpdate(snapshot ?? noUpdate)], updates: 0 }
  let tail = [...updates]
  let tailSize = sizeOf(tail)
  let chunks: Uint8Array[] = []
  let kept = new Map<string, Kept>()
  /** What comes after so many updates; until the next one. */
  const rests = new Map<number, readonly Uint8Array[]>()

  function restAfter(count: number): readonly Uint8Array[] {
    const known = rests.get(count)
    if (known) return known
    const messages: Uint8Array[] = []
    for (let at = count; at < tail.length;) {
      const isWhole = at % perChunk === 0 && at + perChunk <= tail.length
      messages.push(isWhole ? chunkAt(at) : writeUpdate(tail[at] ?? noUpdate))
      at += isWhole ? perChunk : 1
    }
    messages.push(nothingMore)
    rests.set(count, messages)
    return messages
  }

  function chunkAt(at: number): Uint8Array {
    return (chunks[at / perChunk] ??= writeUpdate(Y.mergeUpdates(tail.slice(at, at + perChunk))))
  }

  function complete({ packet, updates }: Kept): Answer {
    return [packet, restAfter(updates)]
  }

  return {
    updateCount: () => tail.length,
    size: () => sizeOf(base.packet) + tailSize,
    parts: (count = tail.length) => [...base.packet.map(bodyOf), ...tail.slice(0, count)],
    add(update) {
      tail.push(update)
      tailSize += update.length
      rests.clear()
    },
    takeBack() {
      tailSize -= tail.pop()?.length ?? 0
      rests.clear()
    },
    replaceBase(state, count) {
      base = { packet: [writeUpdate(state)], updates: 0 }
      tail = tail.slice(count)
      tailSize = sizeOf(tail)
      chunks = []
      kept = new Map()
      rests.clear()
    },
    answer(stateVector) {
      const name = nameOf(stateVector)
      const known = name === everything ? base : name === null ? undefined : kept.get(name)
      return known ? complete(known) : null
    },
    answerAnew(stateVector, difference) {
      const answer: Kept = { packet: [writeUpdate(difference)], updates: tail.length }
      const name = nameOf(stateVector)
      if (name !== null && difference.length <= limits.keptAnswerBytes) {
        const [oldest] = kept.keys()
        if (kept.size >= limits.keptAnswers && oldest !== undefined) kept.delete(oldest)
        kept.set(name, answer)
      }
      return complete(answer)
    },
  }
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0)
}

/** Null for one that is too long to be remembered. */
function nameOf(stateVector: Uint8Array): string | null {
  return stateVector.length <= 16_384 ? String.fromCharCode(...stateVector) : null
}
