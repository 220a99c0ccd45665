/** The vote's result as the room sees it: the most dots first, equal ones with the same rank. */
import type { VoteView } from '@bordet/workshop'

export interface Ranked {
  noteId: string
  text: string
  dots: number
  /** How many of the dots were given on paper. */
  paper: number
  rank: number
  /** Others have as many dots. */
  shared: boolean
  /** One of the chosen few, which are yellow, bold and first. */
  top: boolean
}

export const rowsShown = 6
const chosen = 3

/** `more`: how many others got dots and do not fit on the wall; `tied` of them as many as the last one shown. */
export function rankResults(vote: Pick<VoteView, 'targets'>): { rows: Ranked[]; more: number; tied: number } {
  const sorted = vote.targets
    .map(({ noteId, text, dots, paper }) => ({ noteId, text, dots: dots ?? 0, paper: paper ?? 0 }))
    .sort((a, b) => b.dots - a.dots)
  const rows = sorted.slice(0, rowsShown).map((target) => {
    const rank = 1 + sorted.filter((other) => other.dots > target.dots).length
    const shared = sorted.filter((other) => other.dots === target.dots).length > 1
    return { ...target, rank, shared: shared && target.dots > 0, top: rank <= chosen && target.dots > 0 }
  })
  const left = sorted.slice(rowsShown).filter(({ dots }) => dots > 0)
  return { rows, more: left.length, tied: left.filter(({ dots }) => dots === rows.at(-1)?.dots).length }
}
