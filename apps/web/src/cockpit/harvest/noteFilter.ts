/** Which notes the theme board shows: those of one part of the evening, of one table, with some words in them. */
import type { SortingNote } from '@bordet/client'

export interface NoteFilter {
  words: string
  /** Phase id; null is all. */
  phase: string | null
  /** 0 is the hall; null is all. */
  table: number | null
}

export const noFilter: NoteFilter = { words: '', phase: null, table: null }

export function isFiltering({ words, phase, table }: NoteFilter): boolean {
  return words.trim() !== '' || phase !== null || table !== null
}

/** All notes as they came while nothing is asked for. Every word must stand somewhere in the note, whatever its capitals. */
export function filterNotes(notes: readonly SortingNote[], filter: NoteFilter): readonly SortingNote[] {
  if (!isFiltering(filter)) return notes
  const wanted = plain(filter.words).split(/\s+/u).filter(Boolean)
  return notes.filter(({ note }) => {
    if (filter.phase !== null && note.phase !== filter.phase) return false
    if (filter.table !== null && note.table !== filter.table) return false
    const text = plain(note.text)
    return wanted.every((word) => text.includes(word))
  })
}

function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase()
}
