/** The dots that may be told: those of votes that are revealed, and of all once the workshop is closed. */
import type { BoardNote } from '@bordet/board'
import type { WorkshopState } from '@bordet/workshop'
import { lastVote, sumVotes } from '@bordet/workshop/engine'
import type { ReportQuestion } from './model.ts'

interface ToldVote {
  phaseId: string
  votes: WorkshopState['votes']
}

/** In the order in which they were run last. */
export function toldVotes(state: WorkshopState): ToldVote[] {
  const { status, votes, votesRevealed, pastVotes, runs } = state
  const last = lastVote(state)
  const all = { ...pastVotes, ...(last === null ? {} : { [last]: { votes, revealed: votesRevealed } }) }
  const runOf = (id: string) => runs.findLastIndex(({ phaseId }) => phaseId === id)
  return Object.entries(all)
    .filter(([, { revealed }]) => revealed || status === 'closed')
    .map(([phaseId, { votes: given }]) => ({ phaseId, votes: given }))
    .sort((a, b) => runOf(a.phaseId) - runOf(b.phaseId))
}

/**
 * Note id → dots, 0 included, for all notes in the zones that got any; of the later vote where there were two. Empty
 * while the result is hidden, and without a vote.
 */
export function shownDots(state: WorkshopState, notes: readonly BoardNote[]): Map<string, number> {
  return new Map(toldVotes(state).flatMap(({ votes }) => [...dotsOf(votes, notes)]))
}

function dotsOf(votes: WorkshopState['votes'], notes: readonly BoardNote[]): Map<string, number> {
  const { dots: sums } = sumVotes(votes)
  const votedZones = new Set(notes.filter(({ id }) => sums.has(id)).map(({ zone }) => zone))
  return new Map(
    notes.filter(({ zone }) => votedZones.has(zone)).map(({ id }) => [id, sums.get(id)?.all ?? 0] as const),
  )
}

/**
 * Puts each vote's turnout into its question. Notes are mostly put up in an earlier phase and stand there with their
 * dots; the vote's own empty zones then say nothing and go.
 */
export function shownVotes(
  state: WorkshopState,
  questions: readonly ReportQuestion[],
  notes: readonly BoardNote[],
): ReportQuestion[] {
  const told = new Map(toldVotes(state).map(({ phaseId, votes }) => [phaseId, votes]))
  const placed = new Map(notes.map(({ id, zone }) => [id, zone]))
  return questions.map((question) => {
    const votes = question.phaseId === null ? undefined : told.get(question.phaseId)
    if (votes === undefined) return question
    const { dots: sums, voters } = sumVotes(votes)
    const total = (of: 'all' | 'paper') => [...sums.values()].reduce((sum, one) => sum + one[of], 0)
    const votedZones = new Set([...sums.keys()].map((id) => placed.get(id)))
    const hasDots = ({ zones }: ReportQuestion) =>
      zones.some((zone) => zone.notes.length > 0 && votedZones.has(zone.zoneId ?? undefined))
    const vote = {
      voters,
      dots: total('all'),
      paper: total('paper'),
      themes: [],
      notesUnder: questions.filter((one) => one !== question && hasDots(one)).map(({ name }) => name),
    }
    return { ...question, vote, zones: question.zones.filter((zone) => zone.notes.length > 0) }
  })
}
