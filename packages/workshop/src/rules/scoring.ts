/** Giving numbers: every proposal one for each thing that matters, by everybody. Rules [X…] of SPEC.md. */
import {
  entryOf,
  isOfOtherPhase,
  phaseNow,
  presentPerson,
  refuse,
  whilePresent,
  zonesOf,
  type Handler,
  type Moment,
} from '../handler.ts'
import type { Refusal } from '../refusals.ts'
import type { Phase, Zone } from '../session.ts'
import type { WorkshopState } from '../state.ts'
import { votingZones } from './votes.ts'

export const score: Handler<'score'> = {
  moment(moment) {
    const shut = whilePresent(moment) ?? scoringShut(moment)
    if (shut) return shut
    return phaseNow(moment.state, moment.now).status === 'paused' ? 'phasePaused' : null
  },
  apply(applying, { scores, personId: other, phaseId }) {
    const { state, actor, now, facts } = applying
    if (isOfOtherPhase(applying, phaseId)) return refuse('scoringClosed')
    const { phase, status } = phaseNow(state, now)
    if (actor.role === 'participant' && status !== 'running') return refuse('scoringClosed')
    const personId = actor.role === 'participant' ? actor.personId : (other ?? null)
    if (personId === null || !presentPerson(state, personId)) return refuse('personUnknown')
    const criteria = scoringZone(state, phase)?.criteria?.length ?? 0
    const zones = votingZones(state.session, phase)
    for (const [noteId, numbers] of Object.entries(scores)) {
      const note = facts?.note(noteId)
      const isThere = !facts || (note && !note.removed && !note.hidden && zones.has(note.zone))
      if (!isThere || numbers.length !== criteria) return refuse('voteTargetUnknown')
    }
    const given = Object.fromEntries(Object.entries(scores).filter(([, numbers]) => numbers.some(Boolean)))
    const { [personId]: _, ...others } = entryOf(state.scores, phase.id) ?? {}
    const all = Object.keys(given).length === 0 ? others : { ...others, [personId]: given }
    return { state: { ...state, scores: { ...state.scores, [phase.id]: all } } }
  },
}

export function scoringZone(state: WorkshopState, phase: Phase): Zone | undefined {
  return zonesOf(state, phase).find(({ kind, criteria }) => kind === 'scoring' && criteria?.length)
}

/** With the dots where the phase has some, else when its time is out. */
export function areScoresShown(state: WorkshopState, now: number): boolean {
  const { phase, status } = phaseNow(state, now)
  return phase.kind === 'vote' ? state.votesRevealed : status === 'over'
}

export interface ScoreSum {
  id: string
  /** For each criterion the mean of the numbers given, null where there is none. */
  means: (number | null)[]
  /** Of all numbers given, whatever they were for. */
  mean: number | null
  /** How many gave it a number. */
  people: number
}

/** Highest mean first; what got no number comes last, in the order of `items`. */
export function sumScores(
  items: readonly string[],
  criteria: number,
  scores: readonly Readonly<Record<string, readonly number[]>>[],
): ScoreSum[] {
  return items
    .map((id): ScoreSum => {
      const given = scores.flatMap((own) => (Object.hasOwn(own, id) ? [own[id] ?? []] : []))
      const columns = Array.from({ length: criteria }, (_, at) =>
        given.map((numbers) => numbers[at] ?? 0).filter((number) => number > 0),
      )
      return { id, means: columns.map(meanOf), mean: meanOf(columns.flat()), people: given.length }
    })
    .sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0))
}

function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

function scoringShut({ state, now }: Moment): Refusal | null {
  const { phase, status } = phaseNow(state, now)
  const isShut = status === 'waiting' || !scoringZone(state, phase)
  return isShut || (phase.kind === 'vote' && state.votesRevealed) ? 'scoringClosed' : null
}
