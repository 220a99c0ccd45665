/**
 * What one follower has of its view, and what it takes to bring that up to date. Every key of the view is compared
 * as JSON and sent whole; notes are compared one by one, and a vote that goes on key by key. Works on ready-made JSON, because a hall of six hundred
 * shares nearly all of it.
 */
import { reactions, type NoteView, type View } from '@bordet/workshop'

/** What a follower has. */
export interface Held {
  version: number
  frame: Map<string, string>
  /** Empty without a vote. */
  vote: Map<string, string>
  notes: Map<string, NoteView>
}

export function holdNothing(): Held {
  return { version: 0, frame: new Map(), vote: new Map(), notes: new Map() }
}

export interface Difference {
  version: number
  frame: Map<string, string>
  /** What differs of a vote. All of it when it begins: then it is in the frame too. */
  vote: Map<string, string>
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
  const { notes, vote: itsVote, version, serverTime: _serverTime, ...rest } = view
  const frame = differing(Object.entries(rest), held.frame, toJson)
  const vote = differing(Object.entries(itsVote ?? {}), held.vote, toJson)
  const wholeVote = itsVote ? objectOf(vote) : 'null'
  if ((held.vote.size === 0 || !itsVote) && held.frame.get('vote') !== wholeVote) frame.set('vote', wholeVote)
  const changed = notes.filter((note) => !isSameNote(note, held.notes.get(note.id)))
  const standing = new Set(notes.map((note) => note.id))
  const removed = [...held.notes.keys()].filter((id) => !standing.has(id))
  const differences = frame.size + vote.size + changed.length + removed.length
  const isSame = version === held.version && differences === 0
  return isSame ? null : { version, frame, vote, changed, removed }
}

export function take(held: Held, { version, frame, vote, changed, removed }: Difference): void {
  held.version = version
  for (const [key, json] of frame) held.frame.set(key, json)
  if (frame.has('vote')) held.vote.clear()
  for (const [key, json] of vote) held.vote.set(key, json)
  for (const note of changed) held.notes.set(note.id, note)
  for (const id of removed) held.notes.delete(id)
}

/** A `Change` of the event stream, as JSON. */
export function toChange({ version, frame, vote, changed, removed }: Difference, serverTime: number): string {
  const votePart = vote.size > 0 && !frame.has('vote') ? `,"vote":${objectOf(vote)}` : ''
  const notes = changed.length + removed.length > 0 ? `,"notes":${JSON.stringify({ changed, removed })}` : ''
  return `{"type":"change","version":${version},"serverTime":${serverTime},"set":${objectOf(frame)}${votePart}${notes}}`
}

function differing(
  entries: readonly [string, unknown][],
  held: ReadonlyMap<string, string>,
  toJson: ToJson,
): Map<string, string> {
  const all = entries.map(([key, value]) => [key, toJson(value)] as const)
  return new Map(all.filter(([key, json]) => held.get(key) !== json))
}

function objectOf(jsonByKey: ReadonlyMap<string, string>): string {
  return `{${[...jsonByKey].map(([key, json]) => `${JSON.stringify(key)}:${json}`).join()}}`
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
    a.mine === b.mine &&
    a.held === b.held &&
    a.part === b.part &&
    a.sheet === b.sheet &&
    a.pin?.[0] === b.pin?.[0] &&
    a.pin?.[1] === b.pin?.[1] &&
    a.photoId === b.photoId &&
    a.reacted === b.reacted &&
    reactions.every((one) => a.reactions?.[one] === b.reactions?.[one])
  )
}
