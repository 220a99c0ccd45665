/**
 * The y-websocket wire protocol as in y-protocols 1.0.7, and one message type of our own:
 *
 * `4 saved`: towards clients that asked for `?saved=1`. One varUint `n`: the first `n` document messages (sync step 2
 * and updates) which you sent on this connection are durable, or were known before.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

const messageTypes = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 4 } as const
const syncTypes = { step1: 0, step2: 1, update: 2 } as const

export type Incoming =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2'; update: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'awareness'; update: Uint8Array }
  | { kind: 'queryAwareness' }

/** Null when it is not a whole message of a kind that clients send. */
export function readMessage(bytes: Uint8Array): Incoming | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const message = readKnown(decoder)
    return decoding.hasContent(decoder) ? null : message
  } catch {
    return null
  }
}

function readKnown(decoder: decoding.Decoder): Incoming | null {
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync:
      return readSync(decoder)
    case messageTypes.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case messageTypes.queryAwareness:
      return { kind: 'queryAwareness' }
    default:
      return null
  }
}

function readSync(decoder: decoding.Decoder): Incoming | null {
  switch (decoding.readVarUint(decoder)) {
    case syncTypes.step1:
      return { kind: 'step1', stateVector: decoding.readVarUint8Array(decoder) }
    case syncTypes.step2:
      return { kind: 'step2', update: decoding.readVarUint8Array(decoder) }
    case syncTypes.update:
      return { kind: 'update', update: decoding.readVarUint8Array(decoder) }
    default:
      return null
  }
}

export function writeStep1(stateVector: Uint8Array): Uint8Array {
  return withBody([messageTypes.sync, syncTypes.step1], stateVector)
}

export function writeStep2(update: Uint8Array): Uint8Array {
  return withBody([messageTypes.sync, syncTypes.step2], update)
}

export function writeUpdate(update: Uint8Array): Uint8Array {
  return withBody([messageTypes.sync, syncTypes.update], update)
}

/** What `writeStep2` or `writeUpdate` was given; no copy. */
export function bodyOf(message: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(message)
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}

export function writeAwareness(update: Uint8Array): Uint8Array {
  return withBody([messageTypes.awareness], update)
}

export function writeSaved(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.saved)
  encoding.writeVarUint(encoder, count)
  return encoding.toUint8Array(encoder)
}

function withBody(types: readonly number[], body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const type of types) encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}
