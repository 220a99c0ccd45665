import {
  boardRoots,
  newBoard,
  readNote,
  readZones,
  readNotes,
  setNoteText,
  zoneAt,
  type ZoneSeed,
} from '@bordet/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createBoardEdits, isTicked } from './boardEdits.ts'
import { createBoardUndo } from './boardUndo.ts'
import { outlineOf, watchBoard } from './watchBoard.ts'

const zones: ZoneSeed[] = [
  { id: 'works', title: 'Det fungerar i dag', kind: 'notes', color: 'sky', icon: 'full' },
  { id: 'missing', title: 'Det saknas', kind: 'notes', color: 'sun', icon: 'gap' },
]
const seed = (id: string) => ({ id, phase: 'r1', by: 'table', at: 1 })

function open() {
  const doc = newBoard(zones)
  const undo = createBoardUndo(doc)
  return { doc, undo, edits: createBoardEdits(doc, undo) }
}

describe('notes put up at the table', () => {
  it('belong to the zone under them, in its colour, or else stand in the nearest', () => {
    const { doc, edits } = open()
    const left = readZones(doc)[1]?.x ?? 0
    edits.addNoteAt(seed('a'), [left - 28, 20])
    edits.addNoteAt(seed('b'), [-900, 100])
    expect(readNote(doc, 'a')).toMatchObject({
      zone: 'missing',
      color: 'sun',
      deleted: false,
      by: 'table',
      via: 'board',
    })
    expect(readNote(doc, 'a')?.pos).toEqual([left + 12, 56])
    expect(readNote(doc, 'b')?.zone).toBe('works')
    expect(zoneAt(readZones(doc), readNote(doc, 'b')?.pos ?? [0, 0])?.id).toBe('works')
  })

  it('are marked by undo and never deleted, with what others wrote in them', () => {
    const { doc, edits, undo } = open()
    edits.addNoteIn(seed('a'), 'works')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    setNoteText(other, 'a', 'Bussen')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'network')
    undo.undo()
    expect(readNote(doc, 'a')).toMatchObject({ deleted: true, text: 'Bussen' })
    expect(boardRoots(doc).notes.size).toBe(1)
    undo.redo()
    expect(readNote(doc, 'a')).toMatchObject({ deleted: false, text: 'Bussen' })
  })

  it('leave no trace for undo when nothing was written on them', () => {
    const { doc, edits, undo } = open()
    edits.addNoteIn(seed('a'), 'works')
    edits.discardEmpty('a')
    undo.undo()
    expect(readNote(doc, 'a')?.deleted).toBe(true)
  })
})

describe('undo', () => {
  it('takes back this device’s own last step and nobody else’s', () => {
    const { doc, edits, undo } = open()
    edits.addNoteIn(seed('a'), 'works')
    edits.addNoteIn(seed('b'), 'works')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const theirs = createBoardUndo(other)
    createBoardEdits(other, theirs).moveToZone('a', 'missing')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'network')
    undo.undo()
    expect(readNote(doc, 'b')?.deleted).toBe(true)
    expect(readNote(doc, 'a')).toMatchObject({ zone: 'missing', deleted: false })
    undo.undo()
    expect(readNote(doc, 'a')).toMatchObject({ zone: 'missing', deleted: true })
    expect(undo.can.undo).toBe(false)
  })

  it('tells when there is something to undo', () => {
    const { edits, undo } = open()
    const heard: boolean[] = []
    undo.onChange(() => heard.push(undo.can.undo))
    edits.addNoteIn(seed('a'), 'works')
    undo.undo()
    expect(heard).toEqual([true, false])
  })
})

describe('moving to a zone', () => {
  it('finds a free place there and takes its colour', () => {
    const { doc, edits } = open()
    edits.addNoteIn(seed('a'), 'works')
    edits.addNoteIn(seed('b'), 'missing')
    edits.moveToZone('a', 'missing')
    const [a, b] = [readNote(doc, 'a'), readNote(doc, 'b')]
    expect(a).toMatchObject({ zone: 'missing', color: 'sun' })
    expect(a?.pos).not.toEqual(b?.pos)
    expect(readNotes(doc).map(({ id }) => id)).toEqual(['b', 'a'])
  })
})

describe('a note that is dropped', () => {
  it('stays where it is in a zone, and outside them all goes to a free place of the nearest', () => {
    const { doc, edits } = open()
    edits.addNoteIn(seed('a'), 'works')
    edits.addNoteIn(seed('b'), 'missing')
    const left = readZones(doc)[1]?.x ?? 0
    edits.dropNote('a', [left + 230, 300])
    expect(readNote(doc, 'a')).toMatchObject({ zone: 'missing', color: 'sun', pos: [left + 230, 300] })
    edits.dropNote('a', [left + 3000, 5000])
    const a = readNote(doc, 'a')
    expect(a).toMatchObject({ zone: 'missing', color: 'sun' })
    expect(zoneAt(readZones(doc), a?.pos ?? [0, 0])?.id).toBe('missing')
    expect(a?.pos).not.toEqual(readNote(doc, 'b')?.pos)
  })
})

describe('watching a board', () => {
  it('reads it as an outline and tells of notes that come from elsewhere', () => {
    const { doc, edits, undo } = open()
    const watch = watchBoard(doc, (origin) => undo.isOwn(origin) || origin !== 'network')
    const arrivals: number[] = []
    watch.onArrival((count) => arrivals.push(count))
    edits.addNoteIn(seed('mine'), 'works')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    createBoardEdits(other, createBoardUndo(other)).addNoteIn(seed('theirs'), 'missing')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'network')
    expect(arrivals).toEqual([1])
    expect(watch.isFresh('theirs')).toBe(true)
    expect(watch.isFresh('mine')).toBe(false)
    expect(
      outlineOf(watch.content, false).map(({ zone, notes }) => [zone?.id, notes.map(({ id }) => id)]),
    ).toEqual([
      ['works', ['mine']],
      ['missing', ['theirs']],
    ])
    edits.hideNote('mine', true)
    expect(outlineOf(watch.content, false)[0]?.notes).toEqual([])
    expect(outlineOf(watch.content, true)[0]?.notes).toHaveLength(1)
    watch.close()
  })
})

describe('a line of a checklist', () => {
  it('is ticked off in its own words, by whoever is at the board, and undone by itself', () => {
    const { doc, edits, undo } = open()
    edits.addNoteIn(seed('a'), 'works')
    setNoteText(doc, 'a', 'Skolan')
    edits.tickNote('a', true)
    edits.tickNote('a', true)
    expect(readNote(doc, 'a')?.text).toBe('✓ Skolan')
    expect(isTicked(readNote(doc, 'a')?.text ?? '')).toBe(true)
    undo.undo()
    expect(readNote(doc, 'a')?.text).toBe('Skolan')
    edits.tickNote('a', true)
    edits.tickNote('a', false)
    expect(readNote(doc, 'a')?.text).toBe('Skolan')
  })
})

describe('groups', () => {
  const standing = (doc: Y.Doc) => readNotes(doc).filter(({ deleted }) => !deleted)
  const groups = (doc: Y.Doc) => Object.fromEntries(standing(doc).map(({ id, group }) => [id, group ?? null]))

  function openWith(texts: Record<string, string>) {
    const opened = open()
    for (const [id, text] of Object.entries(texts)) {
      opened.edits.addNoteIn(seed(id), 'works')
      setNoteText(opened.doc, id, text)
    }
    return opened
  }
  const drop = ({ doc, edits, undo }: ReturnType<typeof open>, id: string, onto: string) => {
    const [x = 0, y = 0] = readNote(doc, onto)?.pos ?? []
    undo.beginStep('gesture')
    doc.transact(() => edits.dropNote(id, [x + 10, y + 8]), undo.origin)
  }

  it('are made by dropping one note on another, joined by dropping into the frame, left by dropping outside', () => {
    const opened = openWith({
      a: 'Bussen går för sällan på kvällen',
      b: 'Kvällsbuss',
      c: 'Macken',
      d: 'Badet',
    })
    const { doc, edits, undo } = opened
    drop(opened, 'b', 'a')
    const title = 'Bussen går för sällan på …'
    expect(groups(doc)).toEqual({ a: title, b: title, c: null, d: null })
    drop(opened, 'c', 'b')
    expect(groups(doc)).toMatchObject({ c: title })
    const places = standing(doc).map(({ pos }) => pos.join())
    expect(new Set(places).size).toBe(4)
    undo.beginStep('gesture')
    const zone = readZones(doc)[0]
    doc.transact(
      () => edits.dropNote('b', [(zone?.x ?? 0) + 24, (zone?.y ?? 0) + (zone?.h ?? 0) - 120]),
      undo.origin,
    )
    expect(groups(doc)).toEqual({ a: title, b: null, c: title, d: null })
    undo.undo()
    expect(groups(doc)).toMatchObject({ b: title })
    undo.undo()
    undo.undo()
    expect(groups(doc)).toEqual({ a: null, b: null, c: null, d: null })
  })

  it('are named, joined, ordered and left without dragging', () => {
    const { doc, edits } = openWith({ a: 'Buss', b: 'Kvällsbuss', c: 'Macken' })
    edits.putInGroup('a', 'new')
    edits.renameGroup(['a'], '  Kollektivtrafik ')
    edits.putInGroup('c', { title: 'Kollektivtrafik' })
    expect(groups(doc)).toEqual({ a: 'Kollektivtrafik', c: 'Kollektivtrafik', b: null })
    expect(edits.moveInOrder('c', -1)).toBe(true)
    expect(standing(doc).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(edits.moveInOrder('c', -1)).toBe(false)
    edits.putInGroup('c', null)
    expect(groups(doc)).toMatchObject({ c: null })
    edits.renameGroup(['a'], '   ')
    expect(groups(doc)).toMatchObject({ a: 'Kollektivtrafik' })
  })

  it('pasted notes come and go as one, and one with only a picture is not empty', () => {
    const { doc, edits, undo } = open()
    const notes = [
      { ...seed('a'), text: 'Buss' },
      { ...seed('b'), text: '', photoId: 'p' },
    ]
    expect(edits.addNotes(notes, [10, 10])).toBe(2)
    edits.discardEmpty('b')
    expect(standing(doc).map(({ id }) => id)).toEqual(['a', 'b'])
    undo.undo()
    expect(standing(doc)).toEqual([])
    undo.redo()
    expect(standing(doc)).toHaveLength(2)
  })
})
