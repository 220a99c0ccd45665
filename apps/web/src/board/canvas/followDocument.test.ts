import {
  boardRoots,
  markRemoved,
  moveNote,
  newBoard,
  placeNote,
  readNote,
  setNoteText,
  type ZoneSeed,
} from '@bordet/board'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ArrowShapeUtil, createShapeId, createTLStore, DrawShapeUtil, type TLStore } from 'tldraw'
import * as Y from 'yjs'
import { createBoardEdits } from '../boardEdits.ts'
import { createBoardUndo } from '../boardUndo.ts'
import { followDocument } from './followDocument.ts'
import { bindingUtils, shapeUtils } from './shapeUtils.ts'

const zones: ZoneSeed[] = [
  { id: 'works', title: 'Det fungerar i dag', kind: 'notes', color: 'sky', icon: 'full' },
  { id: 'missing', title: 'Det saknas', kind: 'notes', color: 'sun', icon: 'gap' },
]

function device(doc: Y.Doc, showsHidden = false) {
  const store = createTLStore({ shapeUtils, bindingUtils })
  const undo = createBoardUndo(doc)
  const edits = createBoardEdits(doc, undo)
  const busy = { now: false }
  let mayWrite = true
  const following = followDocument({
    doc,
    store,
    origin: undo.origin,
    showsHidden,
    isBusy: () => busy.now,
    mayWrite: () => mayWrite,
    dropNote: edits.dropNote,
  })
  let transactions = 0
  doc.on('afterTransaction', (transaction) => {
    if (transaction.changed.size > 0) transactions += 1
  })
  return {
    store,
    undo,
    edits,
    following,
    busy,
    lock: () => (mayWrite = false),
    transactions: () => transactions,
    move(id: string, x: number, y: number) {
      const shape = shapeOn(store, id)
      if (shape) store.put([{ ...shape, x, y }])
    },
  }
}

function shapeOn(store: TLStore, id: string) {
  return store.get(createShapeId(id))
}

function board(texts: readonly string[] = ['Lanthandeln är öppen.', 'Fibern!']) {
  const doc = newBoard(zones)
  for (const [index, text] of texts.entries()) {
    placeNote(doc, {
      id: `n${index}`,
      text,
      zone: 'works',
      phase: 'r1',
      color: 'sky',
      by: 'participant',
      at: index,
      via: 'phone',
    })
  }
  return doc
}

function stroke(id: string) {
  return {
    id,
    typeName: 'shape',
    type: 'draw',
    parentId: 'page:page',
    index: 'a5',
    x: 10,
    y: 20,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      ...new DrawShapeUtil(Object.create(null)).getDefaultProps(),
      segments: [
        {
          type: 'free',
          points: [
            { x: 0, y: 0, z: 0.5 },
            { x: 9, y: 9, z: 0.5 },
          ],
        },
      ],
      isComplete: true,
    },
  }
}

function hold(id: string, toId: string, terminal: 'start' | 'end') {
  const props = {
    terminal,
    normalizedAnchor: { x: 0.5, y: 0.5 },
    isExact: false,
    isPrecise: false,
    snap: 'none',
  }
  return { id, toId, props }
}

function visible(store: TLStore): Record<string, unknown> {
  return Object.fromEntries(
    store
      .allRecords()
      .filter((record) => record.typeName === 'shape' || record.typeName === 'binding')
      .map((record) => [record.id, record]),
  )
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the canvas as a view of the document', () => {
  it('shows zones locked behind and notes at their places, without their words', () => {
    const doc = board()
    const { store } = device(doc)
    expect(shapeOn(store, 'zone-works')).toMatchObject({ isLocked: true, x: 0, y: 0 })
    const note = readNote(doc, 'n0')
    expect(shapeOn(store, 'n0')).toMatchObject({ x: note?.pos[0], y: note?.pos[1], type: 'bordet-note' })
    expect(JSON.stringify(store.allRecords())).not.toContain('Lanthandeln')
  })

  it('follows what others do, note by note, and writes nothing back', () => {
    const doc = board()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const { store, transactions } = device(doc)
    setNoteText(other, 'n0', 'Lanthandeln är öppen på söndagar och tar emot paket för hela bygden varje dag.')
    moveNote(other, 'n1', [300, 200])
    markRemoved(other, 'n0', true)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'network')
    vi.runAllTimers()
    expect(shapeOn(store, 'n0')).toBeUndefined()
    expect(shapeOn(store, 'n1')).toMatchObject({ x: 300, y: 200 })
    markRemoved(other, 'n0', false)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'network')
    expect(shapeOn(store, 'n0')?.props).toMatchObject({ h: 44 + 5 * 22 })
    expect(transactions()).toBe(2)
  })

  it('commits a drag at most ten times a second, gives the note its zone when it is dropped, and undoes it as one', () => {
    const doc = board()
    const { move, busy, transactions, following, undo } = device(doc)
    const before = readNote(doc, 'n0')?.pos
    undo.beginStep('gesture')
    busy.now = true
    for (let step = 1; step <= 100; step += 1) {
      move('n0', step * 8, 100)
      vi.advanceTimersByTime(10)
    }
    expect(transactions()).toBeGreaterThan(5)
    expect(transactions()).toBeLessThanOrEqual(10)
    expect(readNote(doc, 'n0')).toMatchObject({ zone: 'works' })
    busy.now = false
    following.flush()
    expect(readNote(doc, 'n0')).toMatchObject({ pos: [800, 100], zone: 'missing', color: 'sun' })
    undo.undo()
    expect(readNote(doc, 'n0')).toMatchObject({ pos: before, zone: 'works', color: 'sky' })
  })

  it('makes one transaction of a batch and deletes no key', () => {
    const doc = board()
    const { store, following, transactions } = device(doc)
    store.remove([createShapeId('n0'), createShapeId('n1')])
    following.flush()
    expect(transactions()).toBe(1)
    expect(boardRoots(doc).notes.size).toBe(2)
    expect(readNote(doc, 'n0')).toMatchObject({ deleted: true, text: 'Lanthandeln är öppen.' })
  })

  it('keeps a drawing whole: nothing of it is shared before the pointer is lifted', () => {
    const doc = board([])
    const { store, busy, following } = device(doc)
    const { shapes } = boardRoots(doc)
    busy.now = true
    store.put([store.schema.types.shape.validate(stroke('shape:s1'))])
    vi.advanceTimersByTime(500)
    expect(shapes.size).toBe(0)
    busy.now = false
    following.flush()
    expect(shapes.get('shape:s1')).toMatchObject({ type: 'draw', x: 10 })
    store.remove([createShapeId('s1')])
    following.flush()
    expect(shapes.size).toBe(0)
  })

  it('goes on when the document holds what is no drawing', () => {
    const doc = board([])
    const { shapes } = boardRoots(doc)
    const { store } = device(doc)
    shapes.set('shape:bad', { ...stroke('shape:bad'), props: { segments: 'no' } })
    shapes.set('shape:image', { ...stroke('shape:image'), type: 'image' })
    shapes.set('page:page', { id: 'page:page', typeName: 'page' })
    shapes.set('shape:word', 'a string')
    shapes.set('shape:good', stroke('shape:good'))
    expect(store.query.ids('shape').get()).toEqual(
      new Set(['shape:zone-works', 'shape:zone-missing', 'shape:good']),
    )
  })

  it('lets an arrow hold on to notes that come and go', () => {
    const doc = board()
    const { store } = device(doc)
    const arrow = {
      ...stroke('shape:a1'),
      type: 'arrow',
      props: new ArrowShapeUtil(Object.create(null)).getDefaultProps(),
      meta: { bindings: [hold('binding:b1', 'shape:n0', 'start'), hold('binding:b2', 'shape:n1', 'end')] },
    }
    boardRoots(doc).shapes.set('shape:a1', arrow)
    expect(store.query.ids('binding').get().size).toBe(2)
    expect(shapeOn(store, 'a1')?.meta).toEqual({})
    markRemoved(doc, 'n1', true)
    expect(store.query.ids('binding').get()).toEqual(new Set(['binding:b1']))
    markRemoved(doc, 'n1', false)
    expect(store.query.ids('binding').get().size).toBe(2)
    expect(boardRoots(doc).shapes.get('shape:a1')).toEqual(arrow)
  })

  it('puts everything back when the board is locked', () => {
    const doc = board()
    const { store, lock, move, following, transactions } = device(doc)
    const before = visible(store)
    lock()
    move('n0', 500, 500)
    store.remove([createShapeId('n1')])
    store.put([store.schema.types.shape.validate(stroke('shape:s1'))])
    following.flush()
    expect(visible(store)).toEqual(before)
    expect(transactions()).toBe(0)
  })

  it('shows hidden notes only to those who may see them', () => {
    const doc = board()
    const table = device(doc)
    const facilitator = device(doc, true)
    facilitator.edits.hideNote('n0', true)
    expect(shapeOn(table.store, 'n0')).toBeUndefined()
    expect(shapeOn(facilitator.store, 'n0')?.props).toMatchObject({ isHidden: true })
  })

  it('ends alike on two devices, whatever both do', () => {
    const id = fc.constantFrom('n0', 'n1', 'n2')
    const who = fc.constantFrom(0 as const, 1 as const)
    const action = fc.oneof(
      fc.record({
        kind: fc.constant('move' as const),
        who,
        id,
        x: fc.integer({ min: -200, max: 1600 }),
        y: fc.nat(900),
      }),
      fc.record({ kind: fc.constant('remove' as const), who, id }),
      fc.record({ kind: fc.constant('draw' as const), who, id: fc.constantFrom('shape:s1', 'shape:s2') }),
      fc.record({ kind: fc.constant('write' as const), who, id, words: fc.string({ maxLength: 60 }) }),
      fc.record({ kind: fc.constant('zone' as const), who, id, zone: fc.constantFrom('works', 'missing') }),
      fc.record({
        kind: fc.constantFrom('flush' as const, 'undo' as const, 'redo' as const, 'deliver' as const),
        who,
      }),
    )
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const docs = [board(['ett', 'två', 'tre']), new Y.Doc()] as const
        const deliver = (to: 0 | 1) =>
          Y.applyUpdate(
            docs[to],
            Y.encodeStateAsUpdate(docs[to === 0 ? 1 : 0], Y.encodeStateVector(docs[to])),
            'network',
          )
        deliver(1)
        const devices = [device(docs[0]), device(docs[1])] as const
        for (const one of actions) {
          const here = devices[one.who]
          if (one.kind === 'move') here.move(one.id, one.x, one.y)
          else if (one.kind === 'remove') here.store.remove([createShapeId(one.id)])
          else if (one.kind === 'draw')
            here.store.put([here.store.schema.types.shape.validate(stroke(one.id))])
          else if (one.kind === 'write') setNoteText(docs[one.who], one.id, one.words)
          else if (one.kind === 'zone') here.edits.moveToZone(one.id, one.zone)
          else if (one.kind === 'deliver') deliver(one.who)
          else if (one.kind === 'flush') here.following.flush()
          else here.undo[one.kind]()
        }
        for (const { following } of devices) following.flush()
        deliver(0)
        deliver(1)
        expect(visible(devices[0].store)).toEqual(visible(devices[1].store))
        const fresh = device(docs[0])
        expect(visible(fresh.store)).toEqual(visible(devices[0].store))
      }),
      { numRuns: 60 },
    )
  })
})
