/** The shadow document: made only when it is needed, and thrown away with what it could not stomach. */
import { newBoard, placeNote, readNotes } from '@bordet/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { loadBoardCore, type BoardCore } from './boardCore.ts'
import { buildDoc } from './buildDoc.ts'
import { bodyOf } from './messages.ts'
import { createFakeClock } from './testing/fakeClock.ts'

const zone = { id: 'z', title: 'Det här saknas', kind: 'notes', color: 'sun', icon: 'gap' } as const
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
  return loadBoardCore(stored, { clock: createFakeClock(), failed: () => {} })
}

function offer(update: Uint8Array, by = 'table 4') {
  return { update, by, mayHide: false, mayWrite: () => true, mayWork: () => true, owe: () => {} }
}

function noteBy(client: number, key = 's'): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('shapes').set(key, client)
  return Y.encodeStateAsUpdate(doc)
}

describe('a board’s document', () => {
  it('is not made for asking, for answering newcomers, or for hearing that nothing is new', () => {
    const core = load()
    expect(bodyOf(core.question()).length).toBeGreaterThan(3)
    expect(core.knownAnswer(nobody)).not.toBeNull()
    expect(core.owners.mayUse(77, 'table 4')).toBe(true)
    expect(core.take([offer(Uint8Array.of(0, 0))]).outcomes).toEqual(['nothingNew'])
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

  it('is as before when an edit breaks half way', () => {
    const core = load()
    const before = readNotes(core.doc)
    expect(() =>
      core.edit((doc) => {
        doc.getMap('notes').clear()
        throw new Error('half way')
      }),
    ).toThrow('half way')
    expect(readNotes(core.doc)).toEqual(before)
    expect(core.bytes.updateCount()).toBe(0)
  })

  it('takes in what came together as one entry of the log, with an outcome and a claim for each', () => {
    const core = load()
    const { outcomes, edited, claims } = core.take([
      offer(noteBy(1, 'a'), 'anna'),
      offer(Uint8Array.of(9, 9, 9), 'mallory'),
      offer(noteBy(2, 'b'), 'bo'),
      offer(noteBy(1, 'c'), 'mallory'),
      { ...offer(noteBy(3, 'd'), 'reader'), mayWrite: () => false },
      offer(noteBy(1, 'a'), 'anna'),
    ])
    expect(outcomes).toEqual(['taken', 'malformed', 'taken', 'nothingNew', 'readOnly', 'nothingNew'])
    expect(core.doc.getMap('shapes').toJSON()).toEqual({ a: 1, b: 2 })
    expect(core.bytes.updateCount()).toBe(1)
    expect(claims).toEqual([
      { client: 1, owner: 'anna' },
      { client: 2, owner: 'bo' },
    ])
    const again = new Y.Doc()
    if (edited.update) Y.applyUpdate(again, edited.update)
    expect(again.getMap('shapes').toJSON()).toEqual({ a: 1, b: 2 })
  })

  it('knows in the same round who has just begun to write', () => {
    const doc = new Y.Doc()
    doc.clientID = 4
    const said: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => said.push(update))
    doc.getMap('shapes').set('a', 1)
    doc.getMap('shapes').set('b', 2)
    doc.getMap('shapes').set('c', 3)
    const [first = nobody, second = nobody, third = nobody] = said
    const core = load()
    const { outcomes, claims } = core.take([
      offer(first, 'anna'),
      offer(second, 'anna'),
      offer(third, 'mallory'),
    ])
    expect(outcomes).toEqual(['taken', 'taken', 'foreignClient'])
    expect(claims).toEqual([{ client: 4, owner: 'anna' }])
  })

  it('tells whose update it was that Yjs could not take in, and takes in the others', () => {
    const core = load()
    const breaking = {
      ...offer(noteBy(7)),
      mayWrite: (): boolean => {
        throw new Error('stands for whatever may break while an update is taken in')
      },
    }
    const { outcomes, edited } = core.take([offer(noteBy(1, 'a')), breaking, offer(noteBy(2, 'b'))])
    expect(outcomes).toEqual(['taken', 'malformed', 'taken'])
    expect(edited.update).not.toBeNull()
    expect(core.doc.getMap('shapes').toJSON()).toEqual({ a: 1, b: 2 })
    expect(core.bytes.updateCount()).toBe(1)
    expect(buildDoc(core.bytes.parts()).getMap('shapes').toJSON()).toEqual({ a: 1, b: 2 })
  })

  it('charges the shadow that broke to whoever broke it, and to nobody else', () => {
    const core = load()
    const owed = new Map<string, number>()
    const charged = (by: string, update: Uint8Array) => ({
      ...offer(update, by),
      owe: (steps: number) => void owed.set(by, (owed.get(by) ?? 0) + steps),
    })
    const breaking = {
      ...charged('mallory', noteBy(7)),
      mayWrite: (): boolean => {
        throw new Error('stands for whatever may break while an update is taken in')
      },
    }
    core.take([charged('anna', noteBy(1, 'a')), breaking, charged('bo', noteBy(2, 'b'))])
    expect([...owed.keys()]).toEqual(['mallory'])
    expect(owed.get('mallory')).toBeGreaterThan(0)
  })

  it('does not take an update for known that was in a round which broke', () => {
    const core = load()
    const [note] = readNotes(core.doc)
    const hostile = new Y.Doc()
    hostile.clientID = 7
    Y.applyUpdate(hostile, Y.encodeStateAsUpdate(core.doc))
    const before = Y.encodeStateVector(hostile)
    const item = hostile.getMap('notes').get(note?.id ?? '')
    if (item instanceof Y.Map) item.delete('pos')
    const breaking = Y.encodeStateAsUpdate(hostile, before)
    const words = noteBy(1, 'precious')
    const { outcomes } = core.take([offer(words), offer(words), offer(breaking, 'mallory')])
    expect(outcomes).toEqual(['taken', 'nothingNew', 'noteGone'])
    expect(buildDoc(core.bytes.parts()).getMap('shapes').has('precious')).toBe(true)
  })

  it('claims for the log only the client ids of what was taken in, and each of them', () => {
    const core = load()
    const breaking = {
      ...offer(noteBy(7), 'mallory'),
      mayWrite: (): boolean => {
        throw new Error('stands for whatever may break while an update is taken in')
      },
    }
    expect(core.take([breaking]).claims).toEqual([])
    expect(core.take([breaking, offer(noteBy(1, 'a'), 'anna')]).claims).toEqual([
      { client: 1, owner: 'anna' },
    ])
    expect(core.take([offer(noteBy(7), 'mallory')]).claims).toEqual([{ client: 7, owner: 'mallory' }])
    const many = Array.from({ length: 80 }, (_, i) => offer(noteBy(1000 + i, `s${i}`), 'screen'))
    expect(core.take(many).claims).toHaveLength(80)
    expect(core.owners.mayUse(1000, 'screen')).toBe(true)
  })

  it('takes nothing in from whoever has made too much work', () => {
    const core = load()
    const { outcomes } = core.take([
      { ...offer(noteBy(1)), mayWork: () => false },
      offer(noteBy(2, 'b'), 'bo'),
    ])
    expect(outcomes).toEqual(['tooFast', 'taken'])
    expect(core.doc.getMap('shapes').toJSON()).toEqual({ b: 2 })
  })

  it('lets one key bring only so many client ids', () => {
    const core = load()
    const offers = Array.from({ length: 520 }, (_, i) => offer(noteBy(1000 + i, `s${i}`), 'mallory'))
    for (const one of offers) core.take([one])
    expect(core.take([offer(noteBy(5000), 'mallory')]).outcomes).toEqual(['foreignClient'])
    expect(core.take([offer(noteBy(5000), 'anna')]).outcomes).toEqual(['taken'])
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
