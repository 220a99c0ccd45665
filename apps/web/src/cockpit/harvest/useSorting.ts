/** Sends what sorts notes and shapes themes, and keeps what this page did, so that the last of it can be undone. */
import { newOpId } from '@bordet/client'
import type { Ask } from '@bordet/workshop'
import { useState } from 'react'
import { useCockpit } from '../cockpitContext.ts'

export interface DoneSorting {
  /** Of the commands, in their order. */
  opIds: readonly string[]
  /** What was done, as a sentence without its full stop. */
  words: string
  noteIds: readonly string[]
}

export interface Sorted {
  /** The newest; null when there is nothing to undo. */
  last: DoneSorting | null
  /** All of them, or as many as were taken; false when one was not. */
  run(asks: readonly Ask[], words: string, noteIds?: readonly string[]): Promise<boolean>
  /** Null when it was refused, which the page says. `left`: how much stays because others have changed it since. */
  undo(): Promise<{ done: DoneSorting; left: number } | null>
}

const mostKept = 50

export function useSorting(): Sorted {
  const { commands } = useCockpit()
  const [kept, setKept] = useState<readonly DoneSorting[]>([])
  const last = kept.at(-1) ?? null
  return {
    last,
    async run(asks, words, noteIds = []) {
      const opIds: string[] = []
      for (const ask of asks) {
        const opId = newOpId()
        if (!(await commands.send(ask, opId))) break
        opIds.push(opId)
      }
      if (opIds.length > 0) setKept((before) => [...before, { opIds, words, noteIds }].slice(-mostKept))
      return opIds.length === asks.length
    },
    async undo() {
      if (!last) return null
      // Off the pile first: whoever presses twice undoes two things, not one of them twice.
      setKept((before) => before.filter((one) => one !== last))
      const answer = await commands.send({ type: 'undoSorting', of: last.opIds.toReversed() })
      return answer && { done: last, left: answer.left ?? 0 }
    },
  }
}

/** As many as one command takes, and its body. */
const notesAtOnce = 500

/** The commands that lay notes into one theme and take them out of another; null is none. */
export function sortAsks(noteIds: readonly string[], add: string | null, remove: string | null): Ask[] {
  const asks: Ask[] = []
  for (let at = 0; at < noteIds.length; at += notesAtOnce)
    asks.push({
      type: 'sortNotes',
      noteIds: noteIds.slice(at, at + notesAtOnce),
      ...(add === null ? {} : { add: [add] }),
      ...(remove === null ? {} : { remove: [remove] }),
    })
  return asks
}
