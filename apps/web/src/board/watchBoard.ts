/** The board's notes and zones as plain values that React can watch: one reading of the document for all views. */
import {
  boardRoots,
  inReadingOrder,
  observeNotes,
  readNote,
  readZones,
  type BoardNote,
  type BoardZone,
} from '@bordet/board'
import type * as Y from 'yjs'

export interface BoardContent {
  zones: readonly BoardZone[]
  /** All that is not removed, hidden ones too. */
  notes: ReadonlyMap<string, BoardNote>
}

export interface BoardWatch {
  readonly content: BoardContent
  /** Notes that came from elsewhere in the last seconds. */
  isFresh(id: string): boolean
  onChange(listener: () => void): () => void
  /** Hears how many notes others put up, each time some came. */
  onArrival(listener: (count: number) => void): () => void
  close(): void
}

const freshMs = 3_000

/** `own` tells which transactions are this device's. Call it when the document is loaded: what is there is not new. */
export function watchBoard(doc: Y.Doc, own: (origin: unknown) => boolean): BoardWatch {
  const listeners = new Set<() => void>()
  const arrivals = new Set<(count: number) => void>()
  const fresh = new Set<string>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const { notes: noteRoot, zones: zoneRoot } = boardRoots(doc)
  const notes = new Map<string, BoardNote>()
  let content: BoardContent = { zones: readZones(doc), notes }
  for (const id of noteRoot.keys()) take(id)

  function take(id: string): void {
    const note = readNote(doc, id)
    if (note && !note.deleted) notes.set(id, note)
    else notes.delete(id)
  }
  const changed = (next: Partial<BoardContent>) => {
    content = { ...content, ...next }
    for (const listener of listeners) listener()
  }
  const keepFresh = (ids: string[]) => {
    for (const id of ids) fresh.add(id)
    const timer = setTimeout(() => {
      timers.delete(timer)
      for (const id of ids) fresh.delete(id)
      changed({})
    }, freshMs)
    timers.add(timer)
    for (const listener of arrivals) listener(ids.length)
  }
  const stopNotes = observeNotes(doc, (ids, origin) => {
    const arrived = own(origin) ? [] : [...ids].filter((id) => !notes.has(id))
    for (const id of ids) take(id)
    const standing = arrived.filter((id) => notes.get(id)?.hidden === false)
    if (standing.length > 0) keepFresh(standing)
    changed({ notes })
  })
  const watchZones = () => changed({ zones: readZones(doc) })
  zoneRoot.observe(watchZones)
  return {
    get content() {
      return content
    },
    isFresh: (id) => fresh.has(id),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onArrival(listener) {
      arrivals.add(listener)
      return () => arrivals.delete(listener)
    },
    close() {
      stopNotes()
      zoneRoot.unobserve(watchZones)
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

export interface ZoneNotes {
  /** Null: outside every zone. */
  zone: BoardZone | null
  notes: BoardNote[]
}

/** The board as an outline: zones in order, their notes in reading order. Hidden notes only for who may see them. */
export function outlineOf(content: BoardContent, showsHidden: boolean): ZoneNotes[] {
  const byZone = new Map<string, BoardNote[]>(content.zones.map((zone) => [zone.id, []]))
  const loose: BoardNote[] = []
  for (const note of content.notes.values()) {
    if (!note.hidden || showsHidden) (byZone.get(note.zone) ?? loose).push(note)
  }
  const outline: ZoneNotes[] = content.zones.map((zone) => ({
    zone,
    notes: inReadingOrder(byZone.get(zone.id) ?? []),
  }))
  if (loose.length > 0) outline.push({ zone: null, notes: inReadingOrder(loose) })
  return outline
}

/** A zone's notes by its parts, or a map's layers, in their order; what has none comes first, under no heading. */
export function byPart({ zone, notes }: ZoneNotes): { title: string | null; notes: BoardNote[] }[] {
  const known = zone?.parts ?? []
  const found = notes.flatMap(({ part }) => (part === undefined || known.includes(part) ? [] : [part]))
  const titles = [...known, ...new Set(found)]
  if (titles.length === 0) return [{ title: null, notes: [...notes] }]
  const loose = notes.filter(({ part }) => part === undefined)
  return [
    ...(loose.length > 0 ? [{ title: null, notes: loose }] : []),
    ...titles.map((title) => ({ title, notes: notes.filter(({ part }) => part === title) })),
  ]
}

/** Notes of one part by their groups, groups first; what is in none comes last, under no heading. */
export function byGroup(notes: readonly BoardNote[]): { title: string | null; notes: BoardNote[] }[] {
  const titles = new Set(notes.flatMap(({ group }) => group ?? []))
  const loose = notes.filter(({ group }) => group === undefined)
  return [
    ...[...titles].map((title) => ({ title, notes: notes.filter(({ group }) => group === title) })),
    ...(loose.length > 0 ? [{ title: null, notes: loose }] : []),
  ]
}

export function countInZone(content: BoardContent, zoneId: string): number {
  let count = 0
  for (const note of content.notes.values()) if (note.zone === zoneId && !note.hidden) count += 1
  return count
}
