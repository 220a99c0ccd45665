/**
 * The plan of the evening: who goes where in the moves to come. It is made for all of them at once, kept in the state,
 * and changed for nobody who was told of it unless it must be. Rules [R2] and [R8] of SPEC.md.
 */
import { byArrival, entryOf, presentPeople } from './handler.ts'
import { homeSeats } from './homeSeats.ts'
import { keptSeats, withCompanions } from './keptSeats.ts'
import { planRounds, type MoveRequest } from './planRounds.ts'
import { mixSeeds } from './random.ts'
import { isSeatedPhase, seatOf, seatsNow } from './seats.ts'
import type { Phase } from './session.ts'
import type { PlannedMove, Round, WorkshopState } from './state.ts'
import { townOfTable, townsOfPeople } from './towns.ts'

type SeatsById = Readonly<Record<string, number>>

/** With the plan for the phase that moves people now, which they are told of, and all that come after it. */
export function withPlanFromNow(state: WorkshopState): WorkshopState {
  const phases = state.session.phases.slice(state.phaseIndex).filter(isMoving)
  const rounds = state.timer && isRecording(state) ? state.rounds.slice(0, -1) : state.rounds
  const plan = planPhases(state, phases, rounds, whoeverHasArrived(state))
  return { ...state, plan: plan.map((move, index) => (index === 0 ? { ...move, told: true } : move)) }
}

/** With a plan for all moves to come that everybody is told of: for route cards. The running move stays as it is. */
export function withToldPlan(state: WorkshopState): WorkshopState {
  const ahead = phasesAhead(state)
  const running = state.plan.filter(({ phaseId }) => phaseId === state.session.phases[state.phaseIndex]?.id)
  const firstMove = ahead.findIndex(isMoving)
  // Who sits together in a round that comes before the next move has met by then.
  const isSeatedFirst = ahead.slice(0, firstMove).some((phase) => isSeatedPhase(state.session, phase))
  const rounds = isSeatedFirst
    ? [...state.rounds, { phaseId: 'to come', seats: seatsNow(state) }]
    : state.rounds
  const plan = planPhases(state, ahead.filter(isMoving), rounds, null)
  return { ...state, plan: [...running, ...plan.map((move) => ({ ...move, told: true }))] }
}

/** Phases after the current one; all, while the workshop waits for its first. */
export function phasesAhead({ session, phaseIndex, timer }: WorkshopState): Phase[] {
  return session.phases.slice(timer ? phaseIndex + 1 : phaseIndex)
}

export function isMoving({ rotation }: Phase): boolean {
  return rotation !== 'none'
}

/** `arrived`: seats that are not to be planned anew in the first of the moves, null when that has not begun. */
function planPhases(
  state: WorkshopState,
  phases: readonly Phase[],
  rounds: readonly Round[],
  arrived: ReadonlyMap<string, number> | null,
): PlannedMove[] {
  const towns = townsOfPeople(state, rounds)
  const fixedIn = (phase: Phase) =>
    arrived !== null && phase === phases[0] ? arrived : keptSeats(state, phase.rotation)
  const told = (phase: Phase): SeatsById | undefined =>
    arrived !== null && phase === phases[0] ? seatsNow(state) : plannedFor(state, phase, true)
  const scattering = phases.filter(({ rotation }) => rotation !== 'home')
  const { moves } = planRounds({
    tables: state.tables.map(({ number }) => number),
    sitters: presentPeople(state)
      .sort(byArrival)
      .map(({ id, group }) => ({ id, group, town: towns.get(id) ?? null })),
    moves: scattering.map((phase) => ({
      fixed: fixedIn(phase),
      ...townRules(state, phase, towns),
      ...plannedBefore(told(phase), plannedFor(state, phase, false)),
    })),
    history: rounds,
    // Not the version: a plan that is looked at before the move stays the same while notes come in.
    seed: mixSeeds(state.seed, rounds.length),
  })
  const first = rounds[0]?.seats ?? seatsNow(state)
  return phases.map((phase) => {
    const seats =
      phase.rotation === 'home'
        ? homeSeats(state, { kept: fixedIn(phase), told: told(phase) ?? {}, first })
        : moves[scattering.indexOf(phase)]
    const isTold = plannedFor(state, phase, true) !== undefined
    return { phaseId: phase.id, told: isTold, seats: Object.fromEntries(seats ?? []) }
  })
}

function plannedBefore(
  told: SeatsById | undefined,
  draft: SeatsById | undefined,
): Pick<MoveRequest, 'told' | 'draft'> {
  return { ...(told && { told }), ...(draft && { draft }) }
}

function plannedFor(state: WorkshopState, phase: Phase, told: boolean): SeatsById | undefined {
  return state.plan.find((move) => move.phaseId === phase.id && move.told === told)?.seats
}

/** Rule [R7]: in `other_town` nobody goes to a table of their own town, in `mixed` the people of a town are spread. */
function townRules(
  state: WorkshopState,
  { rotation }: Phase,
  towns: ReadonlyMap<string, string>,
): Pick<MoveRequest, 'isBarred' | 'mixes'> {
  if (rotation === 'mixed') return { mixes: true }
  if (rotation !== 'other_town') return {}
  const townByNumber = new Map(state.tables.map(({ number }) => [number, townOfTable(state, number)]))
  return { isBarred: (id, table) => townByNumber.get(table) === towns.get(id) }
}

/** While people are on the move: everybody who is not, with their companions. Null when nobody is under way. */
function whoeverHasArrived(state: WorkshopState): Map<string, number> | null {
  const people = presentPeople(state).sort(byArrival)
  if (people.every(({ nextTable }) => nextTable === null)) return null
  const seated = people.filter(({ nextTable }) => nextTable === null)
  return withCompanions(new Map(seated.map((person) => [person.id, seatOf(person)])), people)
}

/** The record of the running round holds the very seats that are being planned. */
function isRecording(state: WorkshopState): boolean {
  const phase = state.session.phases[state.phaseIndex]
  return phase !== undefined && isSeatedPhase(state.session, phase)
}

/** Gives a newcomer a seat in all moves that people were told of: where fewest go, and whom they meet least again. */
export function withNewcomerInPlan(state: WorkshopState, personId: string): WorkshopState {
  const phases = new Set(phasesAhead(state).map(({ id }) => id))
  if (!state.plan.some(({ told, phaseId }) => told && phases.has(phaseId))) return state
  const people = presentPeople(state)
  const rows = [seatsNow(state)]
  const plan = state.plan.map((move) => {
    if (!move.told || !phases.has(move.phaseId)) return move
    const table = leastCrowded(state, move.seats, { personId, rows, ids: people.map(({ id }) => id) })
    const seats = { ...move.seats, [personId]: table }
    rows.push(seats)
    return { ...move, seats }
  })
  return { ...state, plan }
}

interface Newcomer {
  personId: string
  /** Everybody's seats in the rounds before this move. */
  rows: readonly SeatsById[]
  ids: readonly string[]
}

function leastCrowded(state: WorkshopState, seats: SeatsById, { personId, rows, ids }: Newcomer): number {
  const known = new Set(rows.map((row) => row[personId]))
  const counts = new Map(state.tables.map(({ number }) => [number, { people: 0, again: 0 }]))
  for (const id of ids) {
    const count = counts.get(entryOf(seats, id) ?? 0)
    if (!count) continue
    count.people += 1
    if (rows.some((row) => row[id] === row[personId])) count.again += 1
  }
  const ranked = [...counts].map(([number, { people, again }]) => ({
    number,
    people,
    again: again + (known.has(number) ? ids.length : 0),
  }))
  ranked.sort((a, b) => a.people - b.people || a.again - b.again || a.number - b.number)
  return ranked[0]?.number ?? 1
}
