/**
 * What one follower has of its view, and what it takes to bring that up to date. Every key of the view is compared
 * as JSON and sent whole; notes are compared one by one. Works on ready-made JSON, because a hall of six hundred
 * shares nearly all of it.
 */
import type { NoteView, View } from '@bordet/workshop'

/** What a follower has. */
export interface Held {
  version: number
  frame: Map<string, string>
  notes: Map<string, NoteView>
}

export interface Difference {
  version: number
  frame: Map<string, string>
  changed: NoteView[]
  removed: string[]
}

export type ToJson = (value: unknown) => string

/** Remembers the JSON of objects that come again, for the length of one round. */
export function rememberJson(): ToJson {
  const known = new WeakMap<object, string>()
  return (value) => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    const json = known.get(value) ?? JSON.stringify(value)
    known.set(value, json)
    return json
  }
}

/** Null when nothing differs. */
export function differenceFrom(held: Held, view: View, toJson: ToJson): Difference | null {
  const { notes, version, serverTime: _serverTime, ...rest } = view
  const frame = new Map<string, string>()
  for (const [key, value] of Object.entries(rest)) {
    const json = toJson(value)
    if (held.frame.get(key) !== json) frame.set(key, json)
  }
  const changed = notes.filter((note) => !isSameNote(note, held.notes.get(note.id)))
  const standing = new Set(notes.map((note) => note.id))
  const removed = [...held.notes.keys()].filter((id) => !standing.has(id))
  const isSame = version === held.version && frame.size + changed.length + removed.length === 0
  return isSame ? null : { version, frame, changed, removed }
}

export function take(held: Held, { version, frame, changed, removed }: Difference): void {
  held.version = version
  for (const [key, json] of frame) held.frame.set(key, json)
  for (const note of changed) held.notes.set(note.id, note)
  for (const id of removed) held.notes.delete(id)
}

/** A `Change` of the event stream, as JSON. */
export function toChange({ version, frame, changed, removed }: Difference, serverTime: number): string {
  const set = [...frame].map(([key, json]) => `${JSON.stringify(key)}:${json}`).join()
  const notes = changed.length + removed.length > 0 ? `,"notes":${JSON.stringify({ changed, removed })}` : ''
  return `{"type":"change","version":${version},"serverTime":${serverTime},"set":{${set}}${notes}}`
}

function isSameNote(a: NoteView, b: NoteView | undefined): boolean {
  return (
    b !== undefined &&
    a.text === b.text &&
    a.zone === b.zone &&
    a.table === b.table &&
    a.phase === b.phase &&
    a.color === b.color &&
    a.at === b.at &&
    a.via === b.via &&
    a.mine === b.mine
  )
}
