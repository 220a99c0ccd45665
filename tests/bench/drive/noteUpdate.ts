/**
 * What Yjs writes when a page puts up a note, written by hand: a member of the load needs no document. A test holds
 * every byte against Yjs itself.
 */
import { createByteWriter, type AnyValue, type ByteWriter } from './byteWriter.ts'

export interface LoadNote {
  id: string
  text: string
  pos: readonly [number, number]
  z: string
  color: string
  zone: string
  phase: string
  by: string
  at: number
  via: string
}

/** The client id that writes, and how far its clock has come. */
export interface WritersClock {
  client: number
  clock: number
}

const plainFields = ['pos', 'z', 'color', 'zone', 'phase', 'by', 'at', 'via'] as const
const contents = { string: 4, type: 7, any: 8 } as const
const types = { map: 1, text: 2 } as const
const hasKey = 0x20

/** How far the clock goes on: the note, its text, each letter, each field. */
export function clocksOfNote({ text }: LoadNote): number {
  return 2 + text.length + plainFields.length
}

export function encodeNote(note: LoadNote, { client, clock }: WritersClock): Buffer {
  const writer = createByteWriter(512)
  const within = (parentClock: number) => {
    writer.varUint(0)
    writer.varUint(client)
    writer.varUint(parentClock)
  }
  // One client's structs: the note, its text, the text's letters, and the plain fields.
  writer.varUint(1)
  writer.varUint(3 + plainFields.length)
  writer.varUint(client)
  writer.varUint(clock)

  writer.byte(contents.type | hasKey)
  writer.varUint(1)
  writer.varString('notes')
  writer.varString(note.id)
  writer.varUint(types.map)

  writer.byte(contents.type | hasKey)
  within(clock)
  writer.varString('text')
  writer.varUint(types.text)

  writer.byte(contents.string)
  within(clock + 1)
  writer.varString(note.text)

  for (const field of plainFields) {
    writer.byte(contents.any | hasKey)
    within(clock)
    writer.varString(field)
    writeOne(writer, note[field])
  }
  // Nothing is deleted.
  writer.varUint(0)
  return writer.bytes()
}

function writeOne(writer: ByteWriter, value: AnyValue): void {
  writer.varUint(1)
  writer.any(value)
}

/** An awareness update of y-protocols with one client's state. */
export function encodePresence({ client, clock }: WritersClock, state: object): Buffer {
  const writer = createByteWriter(256)
  writer.varUint(1)
  writer.varUint(client)
  writer.varUint(clock)
  writer.varString(JSON.stringify(state))
  return writer.bytes()
}
