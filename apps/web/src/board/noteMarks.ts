/** What the hall said about each note, where this page may know it: dots once they are shown, and reactions. Pure. */
import { reactions, type Reaction, type View } from '@bordet/workshop'

export interface NoteMarks {
  /** Null until they are shown. */
  dots: number | null
  /** In the order of the phones' buttons, those that somebody pressed. */
  reactions: { reaction: Reaction; count: number }[]
}

/** By note; notes that nobody said anything about are not in it. */
export function noteMarks(view: Pick<View, 'vote' | 'notes' | 'reactions'>): ReadonlyMap<string, NoteMarks> {
  const marks = new Map<string, NoteMarks>()
  const { vote, notes } = view
  const counted = view.reactions ?? Object.fromEntries(notes.map((note) => [note.id, note.reactions ?? {}]))
  for (const [noteId, counts] of Object.entries(counted)) {
    const said = reactions.flatMap((reaction) => {
      const count = counts[reaction] ?? 0
      return count > 0 ? [{ reaction, count }] : []
    })
    if (said.length > 0) marks.set(noteId, { dots: null, reactions: said })
  }
  for (const { noteId, dots } of vote?.targets ?? [])
    if (dots !== null && dots > 0) marks.set(noteId, { dots, reactions: marks.get(noteId)?.reactions ?? [] })
  return marks
}
