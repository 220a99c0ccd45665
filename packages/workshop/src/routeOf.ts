/** Where one person sits all evening, as far as it is known: for route cards. */
import { entryOf, presentPerson } from './handler.ts'
import { keptSeats } from './keptSeats.ts'
import { isMoving, phasesAhead } from './movePlan.ts'
import { isSeatedPhase, seatOf } from './seats.ts'
import type { WorkshopState } from './state.ts'

export interface RouteStop {
  phaseId: string
  /** Null where it is not planned yet, and in rounds before the person came. */
  table: number | null
}

/**
 * One stop for every seated phase of the session, in its order; empty for who is not there. Seats to come are those
 * that people were told of: `planRoutes` plans them, and from then on they are kept.
 */
export function routeOf(state: WorkshopState, personId: string): RouteStop[] {
  const person = presentPerson(state, personId)
  if (!person) return []
  const ahead = new Set(phasesAhead(state))
  let table: number | null = seatOf(person)
  return state.session.phases.flatMap((phase) => {
    const isAhead = ahead.has(phase)
    if (isAhead && isMoving(phase) && !keptSeats(state, phase.rotation).has(personId)) {
      const move = state.plan.find(({ phaseId, told }) => told && phaseId === phase.id)
      table = move ? (entryOf(move.seats, personId) ?? null) : null
    }
    if (!isSeatedPhase(state.session, phase)) return []
    if (isAhead) return { phaseId: phase.id, table }
    const round = state.rounds.findLast(({ phaseId }) => phaseId === phase.id)
    return { phaseId: phase.id, table: round ? (entryOf(round.seats, personId) ?? null) : null }
  })
}
