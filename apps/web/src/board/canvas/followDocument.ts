/**
 * Keeps tldraw's store a view of the board's document, both ways. From the document: only what changed, merged as
 * remote changes. Back: what the person did, gathered into one transaction at most ten times a second; drawings when
 * the pointer is lifted, since they are kept whole. What tldraw itself mends because of a remote change stays here.
 */
import { boardRoots, markRemoved, observeNotes, readNote, readZones } from '@bordet/board'
import { createShapeId, type TLArrowBinding, type TLRecord, type TLShape, type TLStore } from 'tldraw'
import type * as Y from 'yjs'
import {
  isZoneId,
  noteIdOf,
  noteShapeId,
  noteToRecord,
  noteType,
  readDrawn,
  writeDrawn,
  zoneToRecord,
  zoneType,
  type Drawn,
} from './records.ts'

export interface FollowOptions {
  doc: Y.Doc
  store: TLStore
  /** Marks this device's own transactions. */
  origin: unknown
  showsHidden: boolean
  /** While the pointer is down nothing is settled: a dragged note has no zone yet, a stroke is not whole. */
  isBusy(): boolean
  mayWrite(): boolean
  /** Puts a note where it was dropped, inside a transaction. */
  dropNote(id: string, pos: readonly [number, number]): void
}

export interface Following {
  /** Writes at once what waits, as far as it is settled. */
  flush(): void
  stop(): void
}

const commitMs = 100

export function followDocument(options: FollowOptions): Following {
  const { doc, store, origin } = options
  const { notes, shapes, zones } = boardRoots(doc)
  /** Ids of shapes that the person changed and that are not in the document yet. */
  const dirty = new Set<string>()
  /** Notes that were written while moving and still need their zone. */
  const unsettled = new Set<string>()
  const isNote = (id: string) => notes.has(noteIdOf(id))
  let isMerging = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const merge = (change: () => void) => {
    isMerging = true
    try {
      store.mergeRemoteChanges(change)
    } finally {
      isMerging = false
    }
  }

  const showNote = (id: string) => {
    const note = readNote(doc, id)
    if (!note || note.deleted || (note.hidden && !options.showsHidden)) remove(store, noteShapeId(id))
    else if (!put(store, noteToRecord(note))) put(store, noteToRecord({ ...note, z: 'a0' }))
  }
  const showNotes = (ids: Iterable<string>) => {
    const before = shapeCount(store)
    merge(() => {
      for (const id of ids) if (!dirty.has(noteShapeId(id))) showNote(id)
    })
    // An arrow holds on to notes, which come and go under it.
    if (shapeCount(store) !== before) showBindings()
  }

  const showZones = () =>
    merge(() => {
      const records = readZones(doc).map(zoneToRecord)
      const standing = new Set(records.map(({ id }) => id))
      for (const shape of shapesOf(store)) {
        if (shape.type === zoneType && !standing.has(shape.id)) remove(store, shape.id)
      }
      for (const record of records) put(store, record)
    })

  const showDrawings = (keys: Iterable<string>) =>
    merge(() => {
      for (const key of keys) {
        if (dirty.has(key)) continue
        const drawn = readDrawn(key, shapes.get(key))
        if (drawn) put(store, drawn.record)
        else remove(store, key)
      }
    })

  /** After everything else, since a binding needs both its ends. */
  const showBindings = () =>
    merge(() => {
      const wanted = new Map<string, Drawn['bindings'][number]>()
      for (const [key, value] of shapes.entries()) {
        if (dirty.has(key) || !hasShape(store, key)) continue
        for (const binding of readDrawn(key, value)?.bindings ?? []) {
          if (hasShape(store, binding.toId)) wanted.set(binding.id, binding)
        }
      }
      for (const binding of bindingsOf(store)) {
        if (!wanted.has(binding.id) && !dirty.has(binding.fromId)) store.remove([binding.id])
      }
      for (const binding of wanted.values()) put(store, binding.record)
    })

  const commit = (settled: boolean) => {
    const ids = [...dirty].filter((id) => settled || isNote(id))
    if (settled) for (const id of unsettled) if (!dirty.has(id)) ids.push(id)
    if (ids.length === 0) return
    if (options.mayWrite()) doc.transact(() => ids.forEach((id) => write(id, settled)), origin)
    for (const id of ids) dirty.delete(id)
    if (settled) unsettled.clear()
    // What the document made of it: refused, in another zone, or gone meanwhile.
    showNotes(ids.filter((id) => !shapes.has(id)).map(noteIdOf))
    showDrawings(ids.filter((id) => !isNote(id)))
    if (ids.some(isZoneId)) showZones()
    showBindings()
  }

  const write = (id: string, settled: boolean) => {
    const shape = shapeOf(store, id)
    if (isNote(id)) {
      const noteId = noteIdOf(id)
      if (!shape) return markRemoved(doc, noteId, true)
      if (settled) options.dropNote(noteId, [round(shape.x), round(shape.y)])
      else {
        unsettled.add(id)
        notes.get(noteId)?.set('pos', [round(shape.x), round(shape.y)])
      }
    } else if (!shape) shapes.delete(id)
    // A copy of a note (Alt and drag) has no words of its own to keep.
    else if (shape.type !== noteType && shape.type !== zoneType) {
      shapes.set(
        id,
        writeDrawn(
          shape,
          bindingsOf(store).filter((binding) => binding.fromId === id),
        ),
      )
    }
  }

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const settled = !options.isBusy()
    commit(settled)
    if (dirty.size > 0 || unsettled.size > 0) timer = setTimeout(flush, commitMs)
  }

  const changed = (id: string) => {
    if (isMerging) return
    dirty.add(id)
    timer ??= setTimeout(flush, commitMs)
  }
  const stops = [
    store.sideEffects.registerAfterCreateHandler('shape', ({ id }) => changed(id)),
    store.sideEffects.registerAfterChangeHandler('shape', (_before, { id }) => changed(id)),
    store.sideEffects.registerAfterDeleteHandler('shape', ({ id }) => changed(id)),
    store.sideEffects.registerAfterCreateHandler('binding', ({ fromId }) => changed(fromId)),
    store.sideEffects.registerAfterChangeHandler('binding', (_before, { fromId }) => changed(fromId)),
    store.sideEffects.registerAfterDeleteHandler('binding', ({ fromId }) => changed(fromId)),
    observeNotes(doc, showNotes),
  ]
  const onShapes = (event: Y.YMapEvent<unknown>) => {
    showDrawings(event.keysChanged)
    showBindings()
  }
  shapes.observe(onShapes)
  zones.observe(showZones)
  showZones()
  showNotes(notes.keys())
  showDrawings(shapes.keys())
  showBindings()
  return {
    flush,
    stop() {
      flush()
      clearTimeout(timer)
      shapes.unobserve(onShapes)
      zones.unobserve(showZones)
      for (const stop of stops) stop()
    },
  }
}

const round = (value: number) => Math.round(value * 10) / 10

/** False when tldraw's validators refuse it: whatever stands in a document, the board goes on. */
function put(store: TLStore, record: object): boolean {
  try {
    const typeName = 'typeName' in record && record.typeName === 'binding' ? 'binding' : 'shape'
    const valid: TLRecord = store.schema.types[typeName].validate(record)
    store.put([valid])
    return true
  } catch {
    return false
  }
}

function remove(store: TLStore, id: string): void {
  const shape = shapeOf(store, id)
  if (shape) store.remove([shape.id])
}

function shapeOf(store: TLStore, id: string): TLShape | undefined {
  return store.get(createShapeId(noteIdOf(id)))
}

function hasShape(store: TLStore, id: string): boolean {
  return shapeOf(store, id) !== undefined
}

function shapesOf(store: TLStore): TLShape[] {
  return store.query.records('shape').get()
}

function shapeCount(store: TLStore): number {
  return store.query.ids('shape').get().size
}

function bindingsOf(store: TLStore): TLArrowBinding[] {
  return store.query
    .records('binding')
    .get()
    .filter((binding): binding is TLArrowBinding => binding.type === 'arrow')
}
