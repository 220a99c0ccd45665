/** What every part of the board page needs: the open board, the words, and what this device may do. */
import type { Credentials } from '@bordet/client'
import type { Language, Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import type { View } from '@bordet/workshop'
import { createContext, use, useSyncExternalStore } from 'react'
import type { BoardNote } from '@bordet/board'
import type { NoteMarks } from './noteMarks.ts'
import type { OpenBoard } from './openBoard.ts'
import type { BoardContent } from './watchBoard.ts'

export interface BoardSurroundings {
  who: Credentials
  board: OpenBoard
  say: Say<typeof svWords>
  language: Language
  view: View
  mayWrite: boolean
  /** Facilitators see hidden notes, and may hide and show. */
  mayHide: boolean
  /** What the hall said about notes. */
  marks: ReadonlyMap<string, NoteMarks>
  /** For a note that is put up now. */
  newNote(): { id: string; phase: string; by: string; at: number }
}

export const BoardContext = createContext<BoardSurroundings | null>(null)

export function useBoard(): BoardSurroundings {
  const around = use(BoardContext)
  if (!around) throw new Error('Outside the board page.')
  return around
}

export function useBoardContent(): BoardContent {
  const { watch } = useBoard().board
  return useSyncExternalStore(watch.onChange, () => watch.content)
}

/** One note; undefined when it is gone. Renders only when this note changed. */
export function useNote(id: string): BoardNote | undefined {
  const { watch } = useBoard().board
  return useSyncExternalStore(watch.onChange, () => watch.content.notes.get(id))
}

export function useIsFresh(id: string): boolean {
  const { watch } = useBoard().board
  return useSyncExternalStore(watch.onChange, () => watch.isFresh(id))
}
