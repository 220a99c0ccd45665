/** The shadow document: made only when it is needed, and thrown away with what it could not stomach. */
import { newBoard, placeNote, readNotes } from '@bordet/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { loadBoardCore, type BoardCore } from './boardCore.ts'
import { bodyOf } from './messages.ts'
import { createFakeClock } from './testing/fakeClock.ts'

const zone = { id: 'z', title: 'Det här saknas', kind: 'notes', color: 'sun', icon: 'gap' } as const
const access = { by: 'table 4' }
const nobody = Uint8Array.of(0)

function load(): BoardCore {
  const doc = newBoard([zone])
  for (let i = 0; i < 5; i++) {
    placeNote(doc, {
      id: crypto.randomUUID(),
      zone: 'z',
      phase: 'p',
      text: 'Fler sittplatser',
      color: 'sky',
      by: 'participant',
      via: 'phone',
      at: 1,
    })
  }
  const stored = { snapshot: Y.encodeStateAsUpdate(doc), snapshotSeq: 0, updates: [], claims: [] }
  return loadBoardCore(stored, createFakeClock(), () => {})
}

describe('a board’s document', () => {
  it('is not made for asking, for answering newcomers, or for hearing that nothing is new', () => {
    const core = load()
    expect(bodyOf(core.question()).length).toBeGreaterThan(3)
    expect(core.knownAnswer(nobody)).not.toBeNull()
    expect(core.owners.mayUse(77, 'table 4')).toBe(true)
    expect(core.admit(Uint8Array.of(0, 0), access)).toEqual({ passed: 'nothingNew' })
    expect(core.isAwake()).toBe(false)
  })

  it('says the same of itself with and without one', () => {
    const core = load()
    const asleep = Y.decodeStateVector(bodyOf(core.question()))
    const other = load()
    expect(asleep.size).toBe(1)
    expect(readNotes(core.doc)).toHaveLength(5)
    core.edit((doc) => doc.getMap('shapes').set('s', 1))
    expect(Y.decodeStateVector(bodyOf(core.question())).size).toBe(2)
    expect(Y.decodeStateVector(bodyOf(other.question())).size).toBe(1)
  })

  it('is as before when an update breaks it or leaves something waiting', () => {
    const core = load()
    const before = readNotes(core.doc)
    const ahead = new Y.Doc()
    ahead.getMap('shapes').set('a', 1)
    const known = Y.encodeStateVector(ahead)
    ahead.getMap('shapes').set('b', 2)
    expect(() => core.apply(Y.encodeStateAsUpdate(ahead, known))).toThrow('waits in Yjs')
    expect(() => core.apply(Uint8Array.of(1, 1, 1, 0, 99))).toThrow()
    expect(() =>
      core.edit((doc) => {
        doc.getMap('notes').clear()
        throw new Error('half way')
      }),
    ).toThrow('half way')
    expect(readNotes(core.doc)).toEqual(before)
    expect(core.doc.store.pendingStructs).toBeNull()
    expect(core.bytes.updateCount()).toBe(0)
  })

  it('writes under one client id, however often it is made', () => {
    const core = load()
    core.edit((doc) => doc.getMap('shapes').set('a', 1))
    expect(() =>
      core.edit(() => {
        throw new Error('made anew after this')
      }),
    ).toThrow()
    core.edit((doc) => doc.getMap('shapes').set('b', 2))
    expect(Y.decodeStateVector(bodyOf(core.question())).size).toBe(2)
    expect(core.doc.getMap('shapes').toJSON()).toEqual({ a: 1, b: 2 })
  })
})
