/** The vote's result as the room sees it: the most dots first, equal ones with the same rank. */
import type { VoteView } from '@bordet/workshop'

export interface Ranked {
  noteId: string
  text: string
  dots: number
  rank: number
  /** One of the chosen few, which are yellow, bold and first. */
  top: boolean
}

export const rowsShown = 6
const chosen = 3

export function rankResults(vote: Pick<VoteView, 'targets'>): Ranked[] {
  const sorted = vote.targets
    .map(({ noteId, text, dots }) => ({ noteId, text, dots: dots ?? 0 }))
    .sort((a, b) => b.dots - a.dots)
  return sorted.slice(0, rowsShown).map((target) => {
    const rank = 1 + sorted.filter((other) => other.dots > target.dots).length
    return { ...target, rank, top: rank <= chosen && target.dots > 0 }
  })
}
