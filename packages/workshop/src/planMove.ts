/** Sends people where the plan has them when a phase moves them, and balances the tables when nobody is on the move. */
import { isHost, presentPeople } from './handler.ts'
import { handOverHosting } from './keptSeats.ts'
import { isMoving, withPlanFromNow } from './movePlan.ts'
import { countSeats, emptiestTable, latestFirst, seatOf, withPeople } from './seats.ts'
import type { Phase } from './session.ts'
import type { Person, WorkshopState } from './state.ts'

/**
 * Gives everybody the next table for this phase's rotation; the phase is the current one. When the move is on already,
 * only those who are still under way are planned anew.
 */
export function planMove(state: WorkshopState, phase: Phase): WorkshopState {
  if (!isMoving(phase)) return state
  const isUnderWay = presentPeople(state).some(({ nextTable }) => nextTable !== null)
  const planned = withPlanFromNow(isUnderWay || phase.rotation === 'home' ? state : handOverHosting(state))
  const move = planned.plan.find(({ phaseId }) => phaseId === phase.id)
  return send(planned, new Map(Object.entries(move?.seats ?? {})))
}

/** Moves as few people as it takes for the sizes of the tables to differ by at most one, the latest comers first. */
export function balanceTables(state: WorkshopState): WorkshopState {
  const counts = countSeats(state)
  const seats = new Map<string, number>()
  const movable = latestFirst(presentPeople(state)).filter(
    (person) => !person.stays && !isHost(state, person.id) && person.group === null,
  )
  for (const person of movable) {
    const from = seatOf(person)
    const to = emptiestTable(counts)
    const fromCount = counts.get(from) ?? 0
    const toCount = counts.get(to) ?? 0
    if (fromCount - toCount < 2) continue
    counts.set(from, fromCount - 1).set(to, toCount + 1)
    seats.set(person.id, to)
  }
  return send(state, seats)
}

function send(state: WorkshopState, seats: ReadonlyMap<string, number>): WorkshopState {
  const changed: Person[] = []
  for (const person of presentPeople(state)) {
    const table = seats.get(person.id)
    if (table === undefined) continue
    const nextTable = table === person.table ? null : table
    if (nextTable !== person.nextTable) changed.push({ ...person, nextTable })
  }
  return withPeople(state, changed)
}
