/**
 * What people do to notes on a board, as steps that this device can undo. Putting up a note is done in two
 * transactions: the note comes in removed and not undoable, then is shown. So undo marks it removed and never deletes
 * it, with whatever others wrote in it.
 */
import {
  boardRoots,
  findPlace,
  markHidden,
  markRemoved,
  moveNote,
  noteWidth,
  placeNote,
  readNote,
  readNotes,
  readZones,
  writeNote,
  zoneAt,
  type BoardNote,
  type BoardZone,
} from '@bordet/board'
import * as Y from 'yjs'
import type { BoardUndo } from './boardUndo.ts'

export interface NewNote {
  id: string
  phase: string
  /** A role's word, never a person. */
  by: string
  /** On the server's clock. */
  at: number
}

export interface BoardEdits {
  /** With its upper left corner there; outside every zone in a free place of the nearest. Null on a board without zones. */
  addNoteAt(note: NewNote, pos: readonly [number, number]): string | null
  addNoteIn(note: NewNote, zoneId: string): string | null
  /** To the first free place of another zone. */
  moveToZone(id: string, zoneId: string): void
  /** Where it was dropped, in the zone under it; outside every zone in a free place of the nearest, where it is counted. */
  dropNote(id: string, pos: readonly [number, number]): void
  removeNote(id: string): void
  /** A note that was opened and left without a word: gone, and nothing that undo should bring back. */
  discardEmpty(id: string): void
  hideNote(id: string, hidden: boolean): void
  /** What is ticked off begins with a tick, in its words: so it stands on paper and in the harvest too. */
  tickNote(id: string, ticked: boolean): void
  noteText(id: string): Y.Text | null
}

const tick = '✓ '

export function isTicked(text: string): boolean {
  return text.startsWith(tick)
}

const framePadding = 12
const titleHeight = 56

/** Transactions with this origin come from this device too, but are not for undo. */
export const arrivalOrigin: object = { name: 'a note comes in' }

export function createBoardEdits(doc: Y.Doc, undo: BoardUndo): BoardEdits {
  const { notes } = boardRoots(doc)
  const step = (edit: () => void) => {
    undo.beginStep('gesture')
    doc.transact(edit, undo.origin)
    undo.beginStep('typing')
  }
  const bringIn = (note: NewNote, zone: BoardZone | undefined, put: (zone: BoardZone) => void) => {
    if (!zone) return null
    doc.transact(() => {
      put(zone)
      markRemoved(doc, note.id, true)
    }, arrivalOrigin)
    step(() => markRemoved(doc, note.id, false))
    return note.id
  }
  const textOf = (id: string) => {
    const text: unknown = notes.get(id)?.get('text')
    return text instanceof Y.Text ? text : null
  }
  return {
    addNoteAt(note, pos) {
      const zones = readZones(doc)
      const under = zoneAt(zones, pos)
      return bringIn(note, under ?? nearestZone(zones, pos), (zone) => {
        if (!under) return placeNote(doc, seed(note, zone))
        writeNote(doc, { ...seed(note, zone), pos: inside(under, pos) })
        moveNote(doc, note.id, inside(under, pos))
      })
    },
    addNoteIn(note, zoneId) {
      const zone = readZones(doc).find(({ id }) => id === zoneId)
      return bringIn(note, zone, (zone) => placeNote(doc, seed(note, zone)))
    },
    moveToZone(id, zoneId) {
      const note = readNote(doc, id)
      const zone = readZones(doc).find((one) => one.id === zoneId)
      if (!note || !zone || note.zone === zoneId) return
      step(() => moveToFreePlace(doc, note, zone))
    },
    dropNote(id, pos) {
      dropAt(doc, id, pos)
    },
    removeNote: (id) => step(() => markRemoved(doc, id, true)),
    discardEmpty(id) {
      if (readNote(doc, id)?.text === '') doc.transact(() => markRemoved(doc, id, true), arrivalOrigin)
    },
    hideNote: (id, hidden) => step(() => markHidden(doc, id, hidden)),
    tickNote(id, ticked) {
      const text = textOf(id)
      if (!text || isTicked(text.toString()) === ticked) return
      step(() => (ticked ? text.insert(0, tick) : text.delete(0, tick.length)))
    },
    noteText: textOf,
  }
}

function seed(note: NewNote, zone: BoardZone) {
  return { ...note, zone: zone.id, color: zone.color, text: '', via: 'board' as const }
}

/** Inside the caller's transaction. */
function dropAt(doc: Y.Doc, id: string, pos: readonly [number, number]): void {
  const zones = readZones(doc)
  const under = zoneAt(zones, pos)
  const nearest = under ?? nearestZone(zones, pos)
  const note = readNote(doc, id)
  if (!note || !nearest) return
  if (!under) return moveToFreePlace(doc, note, nearest)
  recolour(doc, id, under)
  moveNote(doc, id, pos, under.id)
}

function moveToFreePlace(doc: Y.Doc, note: BoardNote, zone: BoardZone): void {
  const others = readNotes(doc).filter((other) => other.id !== note.id && !other.deleted)
  const { pos } = findPlace(zone, note.text, others)
  recolour(doc, note.id, zone)
  moveNote(doc, note.id, pos, zone.id)
}

/** A note wears its zone's colour, unless somebody gave it another. */
function recolour(doc: Y.Doc, id: string, next: BoardZone): void {
  const note = readNote(doc, id)
  const before = readZones(doc).find((zone) => zone.id === note?.zone)
  if (!note || note.zone === next.id || note.color === next.color) return
  if (!before || note.color === before.color) boardRoots(doc).notes.get(id)?.set('color', next.color)
}

/** A tap near the frame's edge: the note stands inside it, below the title. */
function inside(zone: BoardZone, [x, y]: readonly [number, number]): [number, number] {
  const right = zone.x + zone.w - noteWidth - framePadding
  return [Math.max(zone.x + framePadding, Math.min(x, right)), Math.max(y, zone.y + titleHeight)]
}

function nearestZone(zones: readonly BoardZone[], pos: readonly [number, number]): BoardZone | undefined {
  const distance = (zone: BoardZone) =>
    Math.hypot(
      Math.max(zone.x - pos[0], 0, pos[0] - zone.x - zone.w),
      Math.max(zone.y - pos[1], 0, pos[1] - zone.y - zone.h),
    )
  return [...zones].sort((a, b) => distance(a) - distance(b))[0]
}
