/**
 * What goes out to the members of a room, each message built once for all of them. A quiet room sends at once; a busy
 * one merges updates over some milliseconds. Whoever cannot keep up loses presence first, then the connection.
 */
import * as Y from 'yjs'
import type { Clock } from './clock.ts'
import { closeCodes } from './closeCodes.ts'
import { limits, waits } from './limits.ts'
import { writeAwareness, writeSaved, writeUpdate } from './messages.ts'
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

/** More than this are not merged into one: merging grows faster than their number. */
const mergeAtMost = 64
const nobodyChanged = writeAwareness(Uint8Array.of(0))

export function createFanOut(
  clock: Clock,
  receivers: ReadonlySet<Receiver>,
  takePresence: () => Uint8Array | null,
): FanOut {
  let updates: Uint8Array[] = []
  let senders = new Set<Receiver | null>()
  let untold = new Set<Receiver>()
  const documents = createWindow(clock, waits.updateWindowMs, sendDocuments)
  const presence = createWindow(clock, waits.awarenessWindowMs, sendPresence)

  function sendDocuments(): void {
    const common = mergeInto(updates)
    const [sender] = senders.size === 1 ? senders : []
    const saved = untold
    updates = []
    senders = new Set()
    untold = new Set()
    if (common.length > 0) {
      for (const receiver of receivers) if (receiver !== sender) sendTo(receiver, common)
    }
    for (const receiver of saved) {
      if (!receivers.has(receiver) || receiver.savedTold === receiver.savedCount) continue
      receiver.savedTold = receiver.savedCount
      receiver.socket.send([writeSaved(receiver.savedCount)])
    }
  }

  function count(from: Receiver): void {
    from.savedCount += 1
    if (from.wantsSaved) untold.add(from)
  }

  function sendPresence(): void {
    const changed = takePresence()
    if (changed) sendPresenceTo([writeAwareness(changed)])
  }

  /** Also to whoever said it: a stock client takes silence of 30 s for a dead connection. */
  function sendPresenceTo(messages: readonly Uint8Array[]): void {
    for (const { socket } of receivers) {
      if (socket.bufferedBytes() <= limits.slowBytes) socket.send(messages)
    }
  }

  return {
    relay(update, from) {
      updates.push(update)
      senders.add(from)
      if (from) count(from)
      documents.open()
    },
    countSaved(from) {
      count(from)
      if (from.wantsSaved) documents.open()
    },
    presenceChanged: presence.open,
    keepAlive: () => sendPresenceTo([nobodyChanged]),
    stop() {
      documents.stop()
      presence.stop()
    },
  }
}

function sendTo({ socket }: Receiver, messages: readonly Uint8Array[]): void {
  if (socket.bufferedBytes() > limits.tooSlowBytes) socket.close(closeCodes.tooSlow, 'too slow')
  else socket.send(messages)
}

function mergeInto(updates: readonly Uint8Array[]): Uint8Array[] {
  const messages: Uint8Array[] = []
  for (let i = 0; i < updates.length; i += mergeAtMost) {
    const some = updates.slice(i, i + mergeAtMost)
    const [only] = some
    messages.push(writeUpdate(some.length === 1 && only ? only : Y.mergeUpdates(some)))
  }
  return messages
}

/** Leading edge: at once when the last time is long enough ago, else when it is. */
function createWindow(
  clock: Clock,
  windowMs: number,
  run: () => void,
): { open: () => void; stop: () => void } {
  let lastAt = -Infinity
  let cancel: (() => void) | null = null
  function flush(): void {
    cancel = null
    lastAt = clock.now()
    run()
  }
  return {
    open() {
      if (cancel) return
      const waitMs = lastAt + windowMs - clock.now()
      // A machine's clock that was set back must not hold anything up.
      if (waitMs <= 0 || waitMs > windowMs) flush()
      else cancel = clock.after(waitMs, flush)
    },
    stop() {
      cancel?.()
      cancel = null
    },
  }
}
