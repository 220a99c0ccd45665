/** Dots: a budget each, on standing notes, open until they are revealed. Rules [V…] of SPEC.md. */
import {
  phaseNow,
  refuse,
  unlessClosed,
  whilePresent,
  type Applying,
  type Handler,
  type Moment,
} from '../handler.ts'
import type { Refusal } from '../refusals.ts'
import type { Phase, Session } from '../session.ts'

const usualBudget = 3

export function budgetOf(phase: Phase): number {
  return phase.votes ?? usualBudget
}

/**
 * Zones whose notes one can give dots to: the phase's own, and, where the phase shows the harvest wall, what the
 * tables carry to it.
 */
export function votingZones(session: Session, phase: Phase): ReadonlySet<string> {
  const zones = new Set(phase.zones)
  const showsWall = session.zones.some((zone) => zone.kind === 'themes' && zones.has(zone.id))
  const harvests = showsWall ? session.phases.filter((one) => one.kind === 'harvest') : []
  for (const harvest of harvests) for (const zone of harvest.zones) zones.add(zone)
  return zones
}

export const castVotes: Handler<'castVotes'> = {
  moment(moment) {
    const { status } = phaseNow(moment.state, moment.now)
    const shut = whilePresent(moment) ?? voteShut(moment)
    if (shut) return shut
    if (status === 'paused') return 'phasePaused'
    return status === 'running' ? null : 'votingClosed'
  },
  apply(applying, { votes }) {
    const { state, actor } = applying
    const wrong = judgeDots(applying, votes)
    if (wrong || actor.personId === null) return refuse(wrong ?? 'personUnknown')
    return { state: { ...state, votes: { ...state.votes, [actor.personId]: given(votes) } } }
  },
}

export const castVotesFor: Handler<'castVotesFor'> = {
  /** Paper is counted when time is out, so the clock does not matter. */
  moment: (moment) => unlessClosed(moment) ?? voteShut(moment),
  apply(applying, { votes }) {
    const { state } = applying
    const wrong = judgeDots(applying, votes)
    if (wrong) return refuse(wrong)
    const sheets = Object.keys(state.votes).filter((voter) => voter.startsWith('paper:')).length
    return { state: { ...state, votes: { ...state.votes, [`paper:${sheets + 1}`]: given(votes) } } }
  },
}

export const reveal: Handler<'reveal'> = {
  moment: (moment) => unlessClosed(moment) ?? voteShut(moment),
  apply: ({ state }) => ({ state: { ...state, votesRevealed: true } }),
}

/** Without a vote that has started, or once it is revealed. */
function voteShut({ state, now }: Moment): Refusal | null {
  const { phase, status } = phaseNow(state, now)
  return phase.kind !== 'vote' || status === 'waiting' || state.votesRevealed ? 'votingClosed' : null
}

function judgeDots({ state, now, facts }: Applying, votes: Readonly<Record<string, number>>): Refusal | null {
  const { phase } = phaseNow(state, now)
  const sum = Object.values(votes).reduce((total, dots) => total + dots, 0)
  if (sum > budgetOf(phase)) return 'tooManyVotes'
  const zones = votingZones(state.session, phase)
  for (const noteId of Object.keys(given(votes))) {
    const note = facts?.note(noteId)
    if (facts && (!note || note.removed || note.hidden || !zones.has(note.zone))) return 'voteTargetUnknown'
  }
  return null
}

function given(votes: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(votes).filter(([, dots]) => dots > 0))
}
