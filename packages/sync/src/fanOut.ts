/**
 * What goes out to the members of a room: each message built once for all of them, and everything there is to say in
 * one write for each. Whoever cannot keep up loses presence first, then the connection.
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
  /** It is durable, and to be told. Those whose words it is have it already; empty when the server made it. */
  addUpdate(update: Uint8Array, from: readonly Receiver[]): void
  /** One more document message of this member is durable. */
  countSaved(from: Receiver): void
  presenceChanged(): void
  /** Until there is something to say that should be said: 0 for now, Infinity for nothing. */
  waitMs(): number
  /** Says it. */
  send(): void
  keepAlive(): void
}

export interface FanOutParts {
  clock: Clock
  /** Spent as if each update was told by itself: how much is merged does not make a busy room look quiet. */
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
  /** What members sent, merged or not. */
  let given = 0
  /** Null for the server. */
  let senders = new Set<Receiver | null>()
  let untold = new Set<Receiver>()
  let isPresenceNew = false
  let presenceSentAt = -Infinity
  let presenceWindowMs: number = waits.presenceMs

  function presenceWaitMs(): number {
    if (!isPresenceNew) return Infinity
    return Math.max(0, presenceSentAt + presenceWindowMs - clock.now())
  }

  function send(): void {
    const documents = mergeAll(updates)
    const presence = presenceWaitMs() <= waits.presenceEarlyMs ? takePresenceMessage() : []
    const [sole] = senders.size === 1 ? senders : []
    const saved = untold
    // The very same arrays for all: they are framed once.
    const all = [...documents, ...presence]
    pace.spend(all.length > 0 ? receivers.size * Math.max(1, given) : saved.size)
    updates = []
    given = 0
    senders = new Set()
    untold = new Set()
    for (const receiver of all.length > 0 ? receivers : saved) {
      if (!receivers.has(receiver)) continue
      const isSlow = receiver.socket.bufferedBytes() > limits.slowBytes
      const common = receiver === sole ? (isSlow ? [] : presence) : isSlow ? documents : all
      sendTo(receiver, saved.has(receiver) ? withSaved(common, receiver) : common)
    }
  }

  function sendTo({ socket }: Receiver, messages: readonly Uint8Array[]): void {
    if (messages.length === 0) return
    if (socket.bufferedBytes() > limits.tooSlowBytes) socket.close(closeCodes.tooSlow, 'too slow')
    else socket.send(messages)
  }

  function takePresenceMessage(): readonly Uint8Array[] {
    isPresenceNew = false
    const changed = takePresence()
    if (changed === null) return []
    presenceSentAt = clock.now()
    const shareMs = ((changed.length * receivers.size) / limits.presenceBytesPerSecond) * 1000
    presenceWindowMs = Math.min(waits.presenceMostMs, Math.max(waits.presenceMs, shareMs))
    return [writeAwareness(changed)]
  }

  return {
    addUpdate(update, from) {
      updates.push(update)
      given += Math.max(1, from.length)
      for (const sender of from) senders.add(sender)
      if (from.length === 0) senders.add(null)
    },
    countSaved(from) {
      from.savedCount += 1
      if (from.wantsSaved) untold.add(from)
    },
    presenceChanged() {
      isPresenceNew = true
    },
    waitMs: () => (updates.length > 0 || untold.size > 0 ? pace.waitMs() : presenceWaitMs()),
    send,
    keepAlive() {
      const messages = [nobodyChanged]
      for (const { socket } of receivers)
        if (socket.bufferedBytes() <= limits.slowBytes) socket.send(messages)
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
