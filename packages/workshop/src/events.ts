/**
 * The event stream: a snapshot, then changes. The same JSON travels in websocket text frames, in server-sent events
 * and, as a snapshot each time, by polling `state`.
 */
import type { NoteView, View, VoteView } from './view.ts'

export interface Snapshot {
  type: 'snapshot'
  version: number
  view: View
}

export interface Change {
  type: 'change'
  version: number
  serverTime: number
  /** Top-level keys of the view that differ, whole. Never `notes`. */
  set: Partial<Omit<View, 'notes'>>
  /**
   * While a vote goes on, the keys of it that differ: every dot given changes a number, and the words of all that one
   * can vote for would go to everybody with it. A vote that begins or ends is in `set`, whole.
   */
  vote?: Partial<VoteView>
  notes?: { changed: NoteView[]; removed: string[] }
}

export type ServerEvent = Snapshot | Change

/** Applies a change to a view; notes keep the order in which they were written. */
export function applyChange(view: View, change: Change): View {
  const next: View = { ...view, ...change.set, version: change.version, serverTime: change.serverTime }
  if (change.vote && view.vote) next.vote = { ...view.vote, ...change.vote }
  if (!change.notes) return next
  const byId = new Map(view.notes.map((note) => [note.id, note]))
  for (const id of change.notes.removed) byId.delete(id)
  for (const note of change.notes.changed) byId.set(note.id, note)
  next.notes = [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  return next
}
