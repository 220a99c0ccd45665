import { readNote } from '@bordet/board'
import { describe, expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { makeBoard } from './board.ts'
import { addTime, mergeHistograms, newHistogram, percentileMs } from './histogram.ts'
import { createLoadNote, noteIdOf } from './loadNotes.ts'
import { createMarker, scanMarkers } from './marker.ts'
import { clocksOfNote, encodeNote, encodePresence } from './noteUpdate.ts'
import { createFrameParser, opcodes } from './websocketFrames.ts'

describe('what the members of the load send', () => {
  it('is to the byte what Yjs would send', () => {
    const note = createLoadNote(7, 3, createMarker(7, 3))
    const doc = new Y.Doc()
    doc.clientID = 100_000_007
    const sent = Promise.withResolvers<Uint8Array>()
    doc.once('update', (update: Uint8Array) => sent.resolve(update))
    doc.transact(() => {
      const record = new Y.Map<unknown>()
      doc.getMap('notes').set(note.id, record)
      record.set('text', new Y.Text(note.text))
      for (const [field, value] of Object.entries(note))
        if (field !== 'id' && field !== 'text') record.set(field, value)
    })
    const update = encodeNote(note, { client: 100_000_007, clock: 0 })
    expect(Y.getState(doc.store, 100_000_007)).toBe(clocksOfNote(note))
    return expect(sent.promise.then((bytes) => Buffer.from(bytes))).resolves.toEqual(update)
  })

  it('is a note that our pages can read, one after the other', () => {
    const doc = new Y.Doc()
    const first = createLoadNote(7, 0, createMarker(7, 0))
    const second = createLoadNote(7, 1, createMarker(7, 1))
    Y.applyUpdate(doc, encodeNote(first, { client: 9, clock: 0 }))
    Y.applyUpdate(doc, encodeNote(second, { client: 9, clock: clocksOfNote(first) }))
    expect(readNote(doc, noteIdOf(7, 0))?.text).toBe(first.text)
    expect(readNote(doc, noteIdOf(7, 1))?.text).toBe(second.text)
  })

  it('is presence that y-protocols takes', () => {
    const awareness = new Awareness(new Y.Doc())
    applyAwarenessUpdate(awareness, encodePresence({ client: 9, clock: 1 }, { seat: 'S9' }), null)
    expect(awareness.getStates().get(9)).toEqual({ seat: 'S9' })
    awareness.destroy()
  })

  it('is found again after updates were merged', () => {
    const notes = [createLoadNote(3, 17, createMarker(3, 17)), createLoadNote(4, 7, createMarker(4, 70_000))]
    const updates = notes.map((note, n) => encodeNote(note, { client: n + 1, clock: 0 }))
    const found: string[] = []
    scanMarkers(Buffer.from(Y.mergeUpdates(updates)), (sender, sequence) =>
      found.push(`${sender}:${sequence}`),
    )
    expect(found.sort()).toEqual(['3:17', '4:70000'])
  })

  it('has boards that say of themselves what they hold', () => {
    const { update, stateVector, step2 } = makeBoard(130)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    expect(doc.getMap('notes').size).toBe(130)
    expect(Y.encodeStateVector(doc)).toEqual(stateVector)
    expect(Y.encodeStateAsUpdate(doc, stateVector)).toEqual(step2)
  })
})

describe('what they read', () => {
  it('is the same however the frames are cut', () => {
    const payloads = [5, 200, 70_000, 0, 125, 126].map((size) => Buffer.alloc(size, size))
    const stream = Buffer.concat(payloads.flatMap((payload) => [headOf(payload.length), payload]))
    for (const step of [1, 3, 1000, 65_536, stream.length]) {
      const read: Buffer[] = []
      const parser = createFrameParser((_opcode, payload) => read.push(Buffer.from(payload)))
      for (let at = 0; at < stream.length; at += step) parser.push(stream.subarray(at, at + step))
      expect(read).toEqual(payloads)
    }
  })

  it('is counted in percentiles within two percent', () => {
    const halves = [newHistogram(), newHistogram()]
    for (let micros = 1; micros <= 10_000; micros += 1) {
      const half = halves[micros % 2]
      if (half) addTime(half, micros)
    }
    const p99 = percentileMs(mergeHistograms(halves), 0.99) ?? 0
    expect(Math.abs(p99 - 9.9)).toBeLessThan(0.2)
  })
})

/** Of an unmasked frame, as a server sends it. */
function headOf(length: number): Buffer {
  const first = 0x80 | opcodes.binary
  if (length < 126) return Buffer.of(first, length)
  const short = Buffer.alloc(4)
  short[0] = first
  if (length < 65_536) {
    short[1] = 126
    short.writeUInt16BE(length, 2)
    return short
  }
  const long = Buffer.alloc(10)
  long[0] = first
  long[1] = 127
  long.writeUIntBE(length, 4, 6)
  return long
}
