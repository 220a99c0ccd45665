/**
 * What people do to notes on a board, as steps that this device can undo. Putting up a note is done in two
 * transactions: the note comes in removed and not undoable, then is shown. So undo marks it removed and never deletes
 * it, with whatever others wrote in it.
 */
import {
  boardRoots,
  findPlace,
  groupFrames,
  inReadingOrder,
  markHidden,
  markRemoved,
  moveNote,
  noteHeight,
  noteWidth,
  placeNote,
  readNote,
  readNotes,
  readZones,
  setGroup,
  tidyZone,
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

/** What a note comes with that is pasted. */
export interface NoteContent {
  text: string
  photoId?: string
}

export interface BoardEdits {
  /** With its upper left corner there; outside every zone in a free place of the nearest. Null on a board without zones. */
  addNoteAt(note: NewNote, pos: readonly [number, number]): string | null
  addNoteIn(note: NewNote, zoneId: string): string | null
  /** Several at once, in free places of the zone there or nearest to it, as one step. Answers how many. */
  addNotes(notes: readonly (NewNote & NoteContent)[], pos: readonly [number, number]): number
  /** To the first free place of another zone. */
  moveToZone(id: string, zoneId: string): void
  /**
   * Where it was dropped, in the zone under it; outside every zone in a free place of the nearest, where it is counted.
   * On another note the two become a group; in a group's frame it joins, outside its own it leaves.
   */
  dropNote(id: string, pos: readonly [number, number]): void
  /** Into a group of its zone by title, into a new one named after its words, or out of its group. */
  putInGroup(id: string, group: { title: string } | 'new' | null): void
  renameGroup(noteIds: readonly string[], title: string): void
  /** Before or after the note beside it in its part and group, as the list reads them. False where there is none. */
  moveInOrder(id: string, by: -1 | 1): boolean
  tidy(zoneIds: readonly string[]): void
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
    addNotes(added, pos) {
      const zones = readZones(doc)
      const zone = zoneAt(zones, pos) ?? nearestZone(zones, pos)
      if (!zone) return 0
      doc.transact(() => {
        for (const note of added) placeNote(doc, { ...seed(note, zone), ...note })
        for (const { id } of added) markRemoved(doc, id, true)
      }, arrivalOrigin)
      step(() => added.forEach(({ id }) => markRemoved(doc, id, false)))
      return added.length
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
    putInGroup(id, group) {
      const note = readNote(doc, id)
      if (!note) return
      const title = group === 'new' ? groupTitle(note.text) : (group?.title ?? null)
      if (title === (note.group ?? null)) return
      step(() => {
        setGroup(doc, [id], title)
        tidyZone(doc, note.zone)
      })
    },
    renameGroup(noteIds, title) {
      const words = title.trim().slice(0, longestTitle)
      if (words !== '') step(() => setGroup(doc, noteIds, words))
    },
    moveInOrder(id, by) {
      const note = readNote(doc, id)
      if (!note) return false
      const peers = inReadingOrder(
        readNotes(doc).filter(
          (other) =>
            !other.deleted &&
            other.zone === note.zone &&
            other.part === note.part &&
            other.group === note.group,
        ),
      ).map((peer) => peer.id)
      const at = peers.indexOf(id)
      const beside = peers[at + by]
      if (beside === undefined) return false
      peers[at] = beside
      peers[at + by] = id
      step(() => tidyZone(doc, note.zone, peers))
      return true
    },
    tidy: (zoneIds) => step(() => zoneIds.forEach((id) => tidyZone(doc, id))),
    removeNote: (id) => step(() => markRemoved(doc, id, true)),
    discardEmpty(id) {
      const note = readNote(doc, id)
      if (note?.text === '' && note.photoId === undefined)
        doc.transact(() => markRemoved(doc, id, true), arrivalOrigin)
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
  regroup(doc, id, pos)
}

/** What dropping it there means for groups; the zone is laid out anew when it means something. */
function regroup(doc: Y.Doc, id: string, pos: readonly [number, number]): void {
  const note = readNote(doc, id)
  if (!note) return
  const middle: [number, number] = [pos[0] + noteWidth / 2, pos[1] + noteHeight(note) / 2]
  const others = readNotes(doc).filter(
    (other) =>
      other.id !== id &&
      !other.deleted &&
      !other.hidden &&
      other.zone === note.zone &&
      other.part === note.part,
  )
  const frame = groupFrames(others).find((group) => covers(group, middle))
  const beneath = others.find((other) => covers(frameOfNote(other), middle))
  if (frame === undefined && beneath === undefined && note.group === undefined) return
  if (frame) setGroup(doc, [id], frame.title)
  else if (beneath) setGroup(doc, [beneath.id, id], groupTitle(beneath.text))
  // A group's own single note has no frame to leave.
  else if (others.some(({ group }) => group === note.group)) setGroup(doc, [id], null)
  else return
  tidyZone(doc, note.zone)
}

interface Frame {
  x: number
  y: number
  w: number
  h: number
}

function frameOfNote(note: BoardNote): Frame {
  return { x: note.pos[0], y: note.pos[1], w: noteWidth, h: noteHeight(note) }
}

function covers({ x, y, w, h }: Frame, [left, top]: readonly [number, number]): boolean {
  return left > x && left < x + w && top > y && top < y + h
}

const longestTitle = 80
const firstTitle = 28

/** A new group is called after the words it began with, until somebody finds a better name. */
export function groupTitle(text: string): string {
  const line = text.trim().split('\n')[0] ?? ''
  if (line.length <= firstTitle) return line || '…'
  return `${line.slice(0, firstTitle).replace(/\s+\S*$/, '')} …`
}

function moveToFreePlace(doc: Y.Doc, note: BoardNote, zone: BoardZone): void {
  const others = readNotes(doc).filter((other) => other.id !== note.id && !other.deleted)
  const { pos } = findPlace(zone, note, others)
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
