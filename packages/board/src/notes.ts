/** Reading and changing the notes of a board, without tldraw. Each change is one transaction. */
import * as Y from 'yjs'
import { editText } from './editText.ts'
import {
  boardRoots,
  layoutVersion,
  readNote,
  readZones,
  type BoardNote,
  type BoardZone,
  type NoteColor,
  type NoteVia,
  type ZoneSeed,
} from './layout.ts'
import {
  findPlace,
  frameBelow,
  inReadingOrder,
  layOutNotes,
  layOutZones,
  noteHeight,
  partAt,
  placeInZone,
} from './placement.ts'

/** A note before it has a place. */
export interface NoteSeed {
  id: string
  zone: string
  phase: string
  text: string
  color: NoteColor
  by: string
  at: number
  via: NoteVia
  photoId?: string | undefined
  part?: string | undefined
  pin?: readonly [number, number] | undefined
  sheet?: string | undefined
}

/** A document with these zones and nothing else. */
export function newBoard(zones: readonly ZoneSeed[]): Y.Doc {
  const doc = new Y.Doc()
  seedZones(doc, zones)
  return doc
}

/** Puts up the zones that are not there yet; those that are stay as they are. */
export function seedZones(doc: Y.Doc, seeds: readonly ZoneSeed[]): void {
  const { zones, meta } = boardRoots(doc)
  doc.transact(() => {
    if (!meta.has('layout')) meta.set('layout', layoutVersion)
    const missing = seeds.filter((seed) => !zones.has(seed.id))
    for (const zone of layOutZones(missing, readZones(doc))) zones.set(zone.id, zone)
  })
}

/** Gives a zone its new words and looks where it stands, or puts it up where it is missing. */
export function editZone(doc: Y.Doc, seed: ZoneSeed): void {
  const zone = readZones(doc).find(({ id }) => id === seed.id)
  if (!zone) return seedZones(doc, [seed])
  const { max: _max, parts: _parts, ...stands } = zone
  const { title, kind, color, icon, max, parts } = seed
  // Another kind of zone has another shape: it is laid out anew where it stood.
  const [anew] = isShapedAs(zone, seed) ? [] : layOutZones([seed], [])
  doc.transact(() =>
    boardRoots(doc).zones.set(seed.id, {
      ...stands,
      ...(anew ? { w: anew.w, h: anew.h } : {}),
      title,
      kind,
      color,
      icon,
      ...(max === undefined ? {} : { max }),
      ...(parts === undefined ? {} : { parts: [...parts] }),
    }),
  )
}

function isShapedAs(zone: BoardZone, seed: ZoneSeed): boolean {
  return zone.kind === seed.kind && (zone.parts?.length ?? 0) === (seed.parts?.length ?? 0)
}

/** Takes a zone off the board; notes that stood in it stay where they are. */
export function removeZone(doc: Y.Doc, zoneId: string): void {
  const { zones } = boardRoots(doc)
  if (zones.has(zoneId)) zones.delete(zoneId)
}

/** All notes, also removed and hidden ones: by zone, then in reading order. Notes outside every zone come last. */
export function readNotes(doc: Y.Doc): BoardNote[] {
  const byZone = new Map<string, BoardNote[]>(readZones(doc).map((zone) => [zone.id, []]))
  const loose: BoardNote[] = []
  for (const id of boardRoots(doc).notes.keys()) {
    const note = readNote(doc, id)
    if (note) (byZone.get(note.zone) ?? loose).push(note)
  }
  return [...byZone.values(), loose].flatMap(inReadingOrder)
}

/** The notes that people see. */
export function standingNotes(doc: Y.Doc): BoardNote[] {
  return readNotes(doc).filter((note) => !note.deleted && !note.hidden)
}

/**
 * Puts up a note that has no place yet: the first free place of its zone, in reading order; the zone grows when it
 * is full, and below everything where the board lacks the zone. A note whose id stands already is left as it is.
 */
export function placeNote(doc: Y.Doc, seed: NoteSeed): void {
  if (boardRoots(doc).notes.has(seed.id)) return
  const zones = readZones(doc)
  const standing = visibleNotes(doc)
  const zone = zones.find(({ id }) => id === seed.zone)
  const place = zone
    ? placeInZone(zone, seed.part, seed, standing)
    : findPlace(frameBelow(zones, standing), seed, standing)
  doc.transact(() => {
    if (zone && place.zoneHeight > zone.h)
      boardRoots(doc).zones.set(zone.id, { ...zone, h: place.zoneHeight })
    writeNote(doc, { ...seed, pos: place.pos })
  })
}

/** Puts up a note where somebody wants it. */
export function writeNote(doc: Y.Doc, note: NoteSeed & { pos: readonly [number, number] }): void {
  const { notes } = boardRoots(doc)
  doc.transact(() => {
    const entry = new Y.Map<unknown>()
    const fields: [string, unknown][] = [
      ['text', new Y.Text(note.text)],
      ['pos', [note.pos[0], note.pos[1]]],
      ['z', indexKey(notes.size)],
      ['color', note.color],
      ['zone', note.zone],
      ['phase', note.phase],
      ['by', note.by],
      ['at', note.at],
      ['via', note.via],
    ]
    if (note.photoId !== undefined) fields.push(['photoId', note.photoId])
    if (note.part !== undefined) fields.push(['part', note.part])
    if (note.pin !== undefined) fields.push(['pin', [note.pin[0], note.pin[1]]])
    if (note.sheet !== undefined) fields.push(['sheet', note.sheet])
    for (const [name, value] of fields) entry.set(name, value)
    notes.set(note.id, entry)
  })
}

/** The smallest edit that makes the text so; letters that others write meanwhile stay. Grows the zone if need be. */
export function setNoteText(doc: Y.Doc, id: string, next: string): void {
  const text = noteEntry(doc, id)?.get('text')
  if (!(text instanceof Y.Text)) return
  doc.transact(() => {
    editText(text, next)
    growZoneFor(doc, id)
  })
}

/** Moves a note, and into another zone where one is given; both in one transaction. */
export function moveNote(doc: Y.Doc, id: string, pos: readonly [number, number], zone?: string): void {
  const entry = noteEntry(doc, id)
  if (!entry) return
  doc.transact(() => {
    entry.set('pos', [pos[0], pos[1]])
    if (zone !== undefined && entry.get('zone') !== zone) {
      entry.set('zone', zone)
      if (entry.get('group')) entry.set('group', '')
    }
    const part = partUnder(doc, entry.get('zone'), pos)
    if (part !== null && entry.get('part') !== part) {
      entry.set('part', part)
      if (entry.get('group')) entry.set('group', '')
    }
    growZoneFor(doc, id)
  })
}

/** Moves a note into another part of its zone, to the first free place there. */
export function moveToPart(doc: Y.Doc, id: string, part: string): void {
  const note = readNote(doc, id)
  const zone = note && readZones(doc).find((candidate) => candidate.id === note.zone)
  if (!note || !zone || note.part === part) return
  const others = visibleNotes(doc).filter((other) => other.id !== id)
  const { pos } = placeInZone(zone, part, note, others)
  doc.transact(() => {
    noteEntry(doc, id)?.set('part', part)
    if (note.group !== undefined) noteEntry(doc, id)?.set('group', '')
    noteEntry(doc, id)?.set('pos', pos)
    growZoneFor(doc, id)
  })
}

/**
 * Puts notes of one zone together under a title; null takes them out. A group lives in its notes: it has no other
 * being, and is gone with the last of them.
 */
export function setGroup(doc: Y.Doc, ids: readonly string[], title: string | null): void {
  doc.transact(() => {
    for (const id of ids) {
      const group = readNote(doc, id)?.group ?? null
      if (group !== title) noteEntry(doc, id)?.set('group', title ?? '')
    }
  })
}

/**
 * Lays the notes of a zone in rows, groups first. `order` names notes in the order they shall stand in; those that it
 * leaves out, and all without it, keep the order they are read in.
 */
export function tidyZone(doc: Y.Doc, zoneId: string, order: readonly string[] = []): void {
  const zone = readZones(doc).find(({ id }) => id === zoneId)
  if (!zone) return
  const standing = visibleNotes(doc).filter((note) => note.zone === zoneId)
  const read = inReadingOrder(standing)
  const named = order.flatMap((id) => standing.find((note) => note.id === id) ?? [])
  // Those that are named take the places that they have among the others.
  const queue = [...named]
  const notes = read.map((note) => (order.includes(note.id) ? (queue.shift() ?? note) : note))
  const { places, zoneHeight } = layOutNotes(zone, notes)
  doc.transact(() => {
    for (const note of standing) {
      const pos = places.get(note.id)
      if (pos && (pos[0] !== note.pos[0] || pos[1] !== note.pos[1])) noteEntry(doc, note.id)?.set('pos', pos)
    }
    if (zoneHeight > zone.h) boardRoots(doc).zones.set(zone.id, { ...zone, h: zoneHeight })
  })
}

function partUnder(doc: Y.Doc, zoneId: unknown, pos: readonly [number, number]): string | null {
  const zone = readZones(doc).find((candidate) => candidate.id === zoneId)
  return zone ? partAt(zone, pos) : null
}

export function markRemoved(doc: Y.Doc, id: string, removed: boolean): void {
  const entry = noteEntry(doc, id)
  if (entry && entry.get('deleted') !== removed) entry.set('deleted', removed)
}

/** A facilitator's decision; unlike removing it is not the author's. */
export function markHidden(doc: Y.Doc, id: string, hidden: boolean): void {
  const entry = noteEntry(doc, id)
  if (entry && entry.get('hidden') !== hidden) entry.set('hidden', hidden)
}

/** Calls with the ids of notes that came, changed or went, once a transaction. Returns how to stop. */
export function observeNotes(
  doc: Y.Doc,
  listener: (changedIds: Set<string>, origin: unknown) => void,
): () => void {
  const { notes } = boardRoots(doc)
  const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    const ids = new Set<string>()
    for (const event of events) {
      const first = event.path[0]
      if (first !== undefined) ids.add(String(first))
      else for (const key of event.changes.keys.keys()) ids.add(key)
    }
    listener(ids, transaction.origin)
  }
  notes.observeDeep(observe)
  return () => notes.unobserveDeep(observe)
}

function noteEntry(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  const entry: unknown = boardRoots(doc).notes.get(id)
  return entry instanceof Y.Map ? entry : null
}

function visibleNotes(doc: Y.Doc): BoardNote[] {
  const notes: BoardNote[] = []
  for (const id of boardRoots(doc).notes.keys()) {
    const note = readNote(doc, id)
    if (note && !note.deleted) notes.push(note)
  }
  return notes
}

function growZoneFor(doc: Y.Doc, id: string): void {
  const note = readNote(doc, id)
  const zone = note && readZones(doc).find((candidate) => candidate.id === note.zone)
  if (!note || !zone) return
  const bottom = note.pos[1] + noteHeight(note) + 24 - zone.y
  if (bottom > zone.h) boardRoots(doc).zones.set(zone.id, { ...zone, h: bottom })
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * The n-th of a series of growing fractional index keys, as `fractional-indexing` (and so tldraw) writes whole
 * numbers: `a` and one digit, `b` and two, `c` and three, in base 62.
 */
function indexKey(n: number): string {
  let rest = n
  for (const [width, head] of ['a', 'b', 'c', 'd'].entries()) {
    const room = 62 ** (width + 1)
    if (rest < room) {
      let key = ''
      for (let place = 0; place <= width; place += 1) {
        key = digits.charAt(rest % 62) + key
        rest = Math.floor(rest / 62)
      }
      return head + key
    }
    rest -= room
  }
  throw new Error('A board holds at most fifteen million notes.')
}
