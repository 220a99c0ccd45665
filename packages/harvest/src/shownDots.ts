/** The dots that may be told: those of the last vote, once it is revealed or the workshop is closed. */
import type { BoardNote } from '@bordet/board'
import type { WorkshopState } from '@bordet/workshop'
import { sumVotes } from '@bordet/workshop/engine'
import type { ReportQuestion } from './model.ts'

/**
 * Note id → dots, 0 included, for all notes in the zones that got any. Empty while the result is hidden, and without
 * a vote.
 */
export function shownDots(state: WorkshopState, notes: readonly BoardNote[]): Map<string, number> {
  if (!isShown(state)) return new Map()
  const sums = new Map<string, number>()
  for (const ballot of Object.values(state.votes))
    for (const [noteId, dots] of Object.entries(ballot)) sums.set(noteId, (sums.get(noteId) ?? 0) + dots)
  const votedZones = new Set(notes.filter(({ id }) => sums.has(id)).map(({ zone }) => zone))
  return new Map(
    notes.filter(({ zone }) => votedZones.has(zone)).map(({ id }) => [id, sums.get(id) ?? 0] as const),
  )
}

/**
 * Puts the turnout into the question of the vote that was run last. Notes are mostly put up in an earlier phase and
 * stand there with their dots; the vote's own empty zones then say nothing and go.
 */
export function shownVote(state: WorkshopState, questions: readonly ReportQuestion[]): ReportQuestion[] {
  const kindOf = new Map(state.session.phases.map(({ id, kind }) => [id, kind]))
  const last = state.runs.findLast(({ phaseId }) => kindOf.get(phaseId) === 'vote')?.phaseId
  const { dots: sums, voters } = sumVotes(state.votes)
  const total = (of: 'all' | 'paper') => [...sums.values()].reduce((sum, one) => sum + one[of], 0)
  if (!isShown(state) || last === undefined) return [...questions]
  const hasDots = ({ zones }: ReportQuestion) =>
    zones.some(({ notes }) => notes.some(({ dots }) => dots !== null))
  const vote = {
    voters,
    dots: total('all'),
    paper: total('paper'),
    themes: [],
    notesUnder: questions.filter((one) => one.phaseId !== last && hasDots(one)).map(({ name }) => name),
  }
  return questions.map((one) =>
    one.phaseId === last ? { ...one, vote, zones: one.zones.filter(({ notes }) => notes.length > 0) } : one,
  )
}

function isShown({ status, votesRevealed }: WorkshopState): boolean {
  return votesRevealed || status === 'closed'
}
