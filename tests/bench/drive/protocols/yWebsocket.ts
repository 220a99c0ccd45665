/** The y-websocket protocol, spoken by most of the servers; ours says in addition what is saved. */
import { createByteWriter } from '../byteWriter.ts'
import { createLoadCursor, createLoadNote } from '../loadNotes.ts'
import { clocksOfNote, encodeNote, encodePresence } from '../noteUpdate.ts'
import { opcodes } from '../websocketFrames.ts'
import type { Incoming, Outgoing, Protocol } from './protocol.ts'

const messages = { sync: 0, awareness: 1, saved: 4 } as const
const syncs = { step1: 0, step2: 1, update: 2 } as const
export const emptyStateVector = Uint8Array.of(0)
const emptyUpdate = Uint8Array.of(0, 0)

/** Each member's Yjs client id is this and its index: four bytes, like most that Yjs draws. */
export const firstClient = 100_000_000

/** `prefixOf`: what stands before each message to a room. */
export function createYWebsocketProtocol(
  prefixOf: (room: string) => Uint8Array = () => new Uint8Array(0),
): Protocol {
  function message(room: string, numbers: readonly number[], body: Uint8Array): Uint8Array {
    const writer = createByteWriter(body.length + 64)
    for (const byte of prefixOf(room)) writer.byte(byte)
    for (const number of numbers) writer.varUint(number)
    writer.varBytes(body)
    return writer.bytes()
  }
  const document = (room: string, type: number, body: Uint8Array): Outgoing => ({
    bytes: message(room, [messages.sync, type], body),
    isDocument: true,
  })

  return {
    opcode: opcodes.binary,
    opening: ({ room, stateVector = emptyStateVector }) => [
      { bytes: message(room, [messages.sync, syncs.step1], stateVector), isDocument: false },
    ],
    reply: ({ kind }, { room, step2 = emptyUpdate }) =>
      kind === 'asked' ? [document(room, syncs.step2, step2)] : [],
    decode: (payload) => decodeAt(payload, 0),
    board: (room, update) => document(room, syncs.update, update),
    createWriter({ room, index }) {
      const client = firstClient + index
      let clock = 0
      return {
        addNote(sequence, marker) {
          const note = createLoadNote(index, sequence, marker)
          const update = encodeNote(note, { client, clock })
          clock += clocksOfNote(note)
          return document(room, syncs.update, update)
        },
        moveCursor(sequence, marker) {
          const state = createLoadCursor(index, sequence, marker)
          const body = encodePresence({ client, clock: sequence + 1 }, state)
          return { bytes: message(room, [messages.awareness], body), isDocument: false }
        },
      }
    },
  }
}

export function decodeAt(payload: Buffer, at: number): Incoming {
  const type = payload[at]
  if (type === messages.awareness) return { kind: 'presence', body: payload }
  if (type === messages.saved) return { kind: 'saved', count: readVarUint(payload, at + 1).value }
  if (type !== messages.sync) return { kind: 'other' }
  if (payload[at + 1] === syncs.step1) return { kind: 'asked' }
  return { kind: payload[at + 1] === syncs.step2 ? 'synced' : 'content', body: payload }
}

export function readVarUint(bytes: Buffer, from: number): { value: number; next: number } {
  let value = 0
  for (let at = from, factor = 1; at < bytes.length; at += 1, factor *= 128) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * factor
    if (byte < 128) return { value, next: at + 1 }
  }
  throw new Error('A number without an end')
}
