/**
 * What goes out to the members of a room: each message built once for all of them, and everything there is to say in
 * one write for each. A quiet room speaks at once, a busy one at its pace. Whoever cannot keep up loses presence
 * first, then the connection.
 */
import * as Y from 'yjs'
import type { Clock } from './clock.ts'
import { closeCodes } from './closeCodes.ts'
import { limits, waits } from './limits.ts'
import { writeAwareness, writeSaved, writeUpdate } from './messages.ts'
import type { Pace } from './pace.ts'
import type { Socket } from './socket.ts'

export interface Receiver {
  socket: Socket
  wantsSaved: boolean
  /** How many of its document messages are durable. */
  savedCount: number
  /** Which number it was told last. */
  savedTold: number
}

export interface FanOut {
  /** It is durable. `from` already has it and is told that it is saved; null when the server made it. */
  relay(update: Uint8Array, from: Receiver | null): void
  /** One more document message of this member is durable, and had nothing new. */
  countSaved(from: Receiver): void
  presenceChanged(): void
  keepAlive(): void
  stop(): void
}

export interface FanOutParts {
  clock: Clock
  pace: Pace
  receivers: ReadonlySet<Receiver>
  /** What of everybody's presence changed since it was last taken; null when nothing did. */
  takePresence(): Uint8Array | null
}

/** More than this are not merged into one: merging grows faster than their number. */
const mergeAtMost = 64
const nobodyChanged = writeAwareness(Uint8Array.of(0))

export function createFanOut({ clock, pace, receivers, takePresence }: FanOutParts): FanOut {
  let updates: Uint8Array[] = []
  let senders = new Set<Receiver | null>()
  let untold = new Set<Receiver>()
  let presenceSentAt = -Infinity
  let presenceWindowMs: number = waits.presenceMs
  let cancelDocuments: (() => void) | null = null
  let cancelPresence: (() => void) | null = null

  function documentsChanged(): void {
    cancelDocuments ??= clock.after(pace.waitMs(), () => send(presenceWaitMs() <= waits.presenceEarlyMs))
  }

  function presenceWaitMs(): number {
    const waitMs = presenceSentAt + presenceWindowMs - clock.now()
    // A machine's clock that was set back must not hold anything up.
    return waitMs > presenceWindowMs ? 0 : Math.max(0, waitMs)
  }

  function presenceChanged(): void {
    cancelPresence ??= clock.after(Math.max(presenceWaitMs(), pace.waitMs()), () => send(true))
  }

  function send(withPresence: boolean): void {
    cancelDocuments?.()
    cancelDocuments = null
    const documents = mergeAll(updates)
    const presence = withPresence ? takePresenceMessage() : []
    const sole = senders.size === 1 ? [...senders][0] : undefined
    const saved = untold
    updates = []
    senders = new Set()
    untold = new Set()
    // The very same arrays for all: they are framed once.
    const all = [...documents, ...presence]
    for (const receiver of documents.length + presence.length > 0 ? receivers : saved) {
      if (!receivers.has(receiver)) continue
      const isSlow = receiver.socket.bufferedBytes() > limits.slowBytes
      const common = receiver === sole ? (isSlow ? [] : presence) : isSlow ? documents : all
      sendTo(receiver, saved.has(receiver) ? withSaved(common, receiver) : common)
    }
  }

  function sendTo({ socket }: Receiver, messages: readonly Uint8Array[]): void {
    if (messages.length === 0) return
    pace.spend(1)
    if (socket.bufferedBytes() > limits.tooSlowBytes) socket.close(closeCodes.tooSlow, 'too slow')
    else socket.send(messages)
  }

  function takePresenceMessage(): readonly Uint8Array[] {
    cancelPresence?.()
    cancelPresence = null
    const changed = takePresence()
    if (changed === null) return []
    presenceSentAt = clock.now()
    const shareMs = ((changed.length * receivers.size) / limits.presenceBytesPerSecond) * 1000
    presenceWindowMs = Math.min(waits.presenceMostMs, Math.max(waits.presenceMs, shareMs))
    return [writeAwareness(changed)]
  }

  function count(from: Receiver): void {
    from.savedCount += 1
    if (from.wantsSaved) untold.add(from)
  }

  return {
    relay(update, from) {
      updates.push(update)
      senders.add(from)
      if (from) count(from)
      documentsChanged()
    },
    countSaved(from) {
      count(from)
      if (from.wantsSaved) documentsChanged()
    },
    presenceChanged,
    keepAlive() {
      const messages = [nobodyChanged]
      for (const { socket } of receivers)
        if (socket.bufferedBytes() <= limits.slowBytes) socket.send(messages)
    },
    stop() {
      cancelDocuments?.()
      cancelPresence?.()
    },
  }
}

function withSaved(common: readonly Uint8Array[], receiver: Receiver): readonly Uint8Array[] {
  if (receiver.savedTold === receiver.savedCount) return common
  receiver.savedTold = receiver.savedCount
  return [...common, writeSaved(receiver.savedCount)]
}

function mergeAll(updates: readonly Uint8Array[]): Uint8Array[] {
  const messages: Uint8Array[] = []
  for (let i = 0; i < updates.length; i += mergeAtMost) {
    const some = updates.slice(i, i + mergeAtMost)
    const [only] = some
    messages.push(writeUpdate(some.length === 1 && only ? only : Y.mergeUpdates(some)))
  }
  return messages
}
