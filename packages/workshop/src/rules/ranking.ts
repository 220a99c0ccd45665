/** Putting things in order: everybody an order of their own, and what the room makes of them. Rules [J…] of SPEC.md. */
import type { BoardFacts } from '../effects.ts'
import {
  entryOf,
  isOfOtherPhase,
  phaseNow,
  presentPerson,
  refuse,
  unlessClosed,
  whilePresent,
  zonesOf,
  type Handler,
  type Moment,
} from '../handler.ts'
import type { Refusal } from '../refusals.ts'
import type { Phase, Zone } from '../session.ts'
import type { WorkshopState } from '../state.ts'
import { sumVotes, votesOnThemes, votingZones } from './votes.ts'

/** What a vote hands on to be put in order, where the zone has no maximum. */
const usualItems = 5
/** With ties at the end more may come along, but not more than one can put in order. */
const mostItems = 12

export const rank: Handler<'rank'> = {
  moment(moment) {
    const { state, now } = moment
    const shut = whilePresent(moment) ?? rankingShut(moment)
    if (shut) return shut
    return phaseNow(state, now).status === 'paused' ? 'phasePaused' : null
  },
  apply(applying, { order, personId: other, phaseId }) {
    const { state, actor, now, facts } = applying
    if (isOfOtherPhase(applying, phaseId)) return refuse('rankingClosed')
    const { phase, status } = phaseNow(state, now)
    if (actor.role === 'participant' && status !== 'running') return refuse('rankingClosed')
    const personId = actor.role === 'participant' ? actor.personId : (other ?? null)
    if (personId === null || !presentPerson(state, personId)) return refuse('personUnknown')
    if (new Set(order).size < order.length) return refuse('voteTargetUnknown')
    const choosable = facts && rankedFrom(state, phase, facts)
    if (facts && !choosable) return refuse('rankingClosed')
    if (choosable && !order.every(choosable)) return refuse('voteTargetUnknown')
    const { [personId]: _, ...others } = entryOf(state.orders, phase.id) ?? {}
    const orders = order.length === 0 ? others : { ...others, [personId]: order }
    return { state: { ...state, orders: { ...state.orders, [phase.id]: orders } } }
  },
}

export function rankingZone(state: WorkshopState, phase: Phase): Zone | undefined {
  return zonesOf(state, phase).find(({ kind }) => kind === 'ranking')
}

/** Revealed for this run of the phase: when it runs once more, it begins hidden. */
export function isRankingRevealed({ ordersRevealed, runs }: WorkshopState, phaseId: string): boolean {
  const run = runs.findLast((one) => one.phaseId === phaseId)
  return run !== undefined && entryOf(ordersRevealed, phaseId) === run.startedAt
}

export function revealRanking(state: WorkshopState, now: number): WorkshopState {
  const { phase } = phaseNow(state, now)
  const startedAt = state.runs.findLast(({ phaseId }) => phaseId === phase.id)?.startedAt ?? now
  return { ...state, ordersRevealed: { ...state.ordersRevealed, [phase.id]: startedAt } }
}

/** Null while there is a ranking to reveal. */
export function nothingRanked(moment: Moment): Refusal | null {
  const { state, now } = moment
  const { phase } = phaseNow(state, now)
  const isEmpty = Object.keys(entryOf(state.orders, phase.id) ?? {}).length === 0
  return unlessClosed(moment) ?? rankingShut(moment) ?? (isEmpty ? 'rankingClosed' : null)
}

/**
 * Which ids may be put in order: notes in the zone itself; without any, what came out on top of the phase's dots, or,
 * where no dots are given, the phase's other notes or the themes of its wall. Null while there is nothing yet.
 */
export function rankedFrom(
  state: WorkshopState,
  phase: Phase,
  facts: Pick<BoardFacts, 'note' | 'countInZone'>,
): ((id: string) => boolean) | null {
  const zone = rankingZone(state, phase)
  if (!zone) return null
  const isStanding = (id: string) => {
    const note = facts.note(id)
    return note !== undefined && !note.removed && !note.hidden
  }
  if (facts.countInZone(state.hallBoardId, zone.id) > 0)
    return (id) => isStanding(id) && facts.note(id)?.zone === zone.id
  const isTheme = (id: string) => state.themes.some((theme) => theme.id === id)
  if (phase.kind === 'vote') {
    if (!state.votesRevealed) return null
    const isThere = votesOnThemes(state, phase) ? isTheme : isStanding
    const top = new Set(mostDots(state, zone.max ?? usualItems, isThere))
    return top.size === 0 ? null : (id) => top.has(id)
  }
  if (votesOnThemes(state, phase)) return isTheme
  const zones = votingZones(state.session, phase)
  return (id) => isStanding(id) && zones.has(facts.note(id)?.zone ?? '')
}

/** Who shares the last place comes along. */
function mostDots(state: WorkshopState, count: number, isThere: (id: string) => boolean): string[] {
  const sums = [...sumVotes(state.votes).dots]
    .filter(([id]) => isThere(id))
    .sort(([a, x], [b, y]) => y.all - x.all || (a < b ? -1 : 1))
  const least = sums[Math.min(count, sums.length) - 1]?.[1].all ?? 0
  return sums
    .filter(([, { all }]) => all >= least)
    .slice(0, mostItems)
    .map(([id]) => id)
}

export interface Placing {
  id: string
  /** 1 is first; whoever has the same mean shares it. */
  place: number
  /** The mean of everybody's places. */
  mean: number
  /** How many put it first, second, third, …: those who left it out are nowhere in it. */
  placed: number[]
}

/**
 * The room's order, by mean place (Borda's count with ties shared). What a person left out shares the places that are
 * left: three of five put in order leave 4 and 5, so each of the others counts as 4.5.
 */
export function placings(items: readonly string[], orders: readonly (readonly string[])[]): Placing[] {
  const counted = orders
    .map((order) => order.filter((id) => items.includes(id)))
    .filter((order) => order.length > 0)
  const placed = new Map(items.map((id) => [id, items.map(() => 0)]))
  /** Twice the sum of places, so that halves stay whole and equal ones are equal. */
  const doubled = new Map(items.map((id) => [id, 0]))
  for (const order of counted) {
    const rest = order.length + 1 + items.length
    for (const id of items) {
      const index = order.indexOf(id)
      doubled.set(id, (doubled.get(id) ?? 0) + (index === -1 ? rest : 2 * (index + 1)))
      const its = placed.get(id)
      if (its && index !== -1) its[index] = (its[index] ?? 0) + 1
    }
  }
  const sums = items.map((id) => doubled.get(id) ?? 0)
  return items
    .map((id, index) => ({
      id,
      place: 1 + sums.filter((sum) => sum < (sums[index] ?? 0)).length,
      mean: counted.length === 0 ? 0 : (sums[index] ?? 0) / 2 / counted.length,
      placed: placed.get(id) ?? [],
    }))
    .sort((a, b) => a.place - b.place)
}

/** Without a ranking in the current phase, or once it is revealed. */
function rankingShut({ state, now }: Moment): Refusal | null {
  const { phase, status } = phaseNow(state, now)
  const isShut = status === 'waiting' || !rankingZone(state, phase) || isRankingRevealed(state, phase.id)
  return isShut ? 'rankingClosed' : null
}
