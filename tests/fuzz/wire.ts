/** Whole messages of the y-websocket protocol, as attackers say and hear them. */
import { bodyOf, writeAwareness } from '../../packages/sync/src/messages.ts'
import { bytesOf } from './craftedBytes.ts'

/** Presence of one client, as y-protocols writes it. */
export function sayPresence(...entries: { client: number; clock: number; state: string }[]): Uint8Array {
  const parts = entries.flatMap(({ client, clock, state }) => [client, clock, state])
  return writeAwareness(bytesOf(entries.length, ...parts))
}

/** Null when it is neither. `isLast`: the answer to a step 1 ends here. */
export function readStep2OrUpdate(message: Uint8Array): { update: Uint8Array; isLast: boolean } | null {
  if (message[0] !== 0 || (message[1] !== 1 && message[1] !== 2)) return null
  return { update: bodyOf(message), isLast: message[1] === 1 }
}

/** A masked final binary frame as a client sends it; the mask is zero. */
export function clientFrame(payload: Uint8Array, firstByte = 0x82): Buffer {
  const mask = Buffer.alloc(4)
  if (payload.length < 126) return Buffer.concat([Buffer.of(firstByte, 128 + payload.length), mask, payload])
  const header = Buffer.alloc(10)
  header[0] = firstByte
  header[1] = 255
  header.writeBigUInt64BE(BigInt(payload.length), 2)
  return Buffer.concat([header, mask, payload])
}
