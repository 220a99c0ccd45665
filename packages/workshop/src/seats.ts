/** Who sits where: counting, seating one person, and the record of every round. */
import { byArrival, entryOf, presentPeople, type PhaseNow } from './handler.ts'
import type { Phase, Session } from './session.ts'
import type { Person, WorkshopState } from './state.ts'

/** Where a person sits, or will when the running move is over. */
export function seatOf(person: Person): number {
  return person.nextTable ?? person.table
}

/** Phases in which people work at their tables: who sat together is recorded, and they should not meet again. */
export function isSeatedPhase(session: Session, phase: Phase): boolean {
  if (phase.kind === 'round' || phase.kind === 'harvest') return true
  return session.zones.some((zone) => zone.scope === 'table' && phase.zones.includes(zone.id))
}

export function countSeats(state: WorkshopState): Map<number, number> {
  const counts = new Map(state.tables.map((table) => [table.number, 0]))
  for (const person of presentPeople(state)) {
    const seat = seatOf(person)
    if (seat === 0) continue
    counts.set(seat, (counts.get(seat) ?? 0) + 1)
  }
  return counts
}

/** The table with the fewest people; of several the lowest number. */
export function emptiestTable(counts: ReadonlyMap<number, number>): number {
  let best: number | null = null
  for (const [number, count] of counts) {
    const bestCount = best === null ? Infinity : (counts.get(best) ?? 0)
    if (count < bestCount || (count === bestCount && best !== null && number < best)) best = number
  }
  if (best === null) throw new Error('a workshop has at least one table')
  return best
}

/** Changes some people, and the record of the running round with them. */
export function withPeople(state: WorkshopState, changed: readonly Person[]): WorkshopState {
  if (changed.length === 0) return state
  const people = { ...state.people }
  for (const person of changed) people[person.id] = person
  return recordSeats({ ...state, people })
}

/** Sits somebody down for good: whatever move they were on is over for them; a host elsewhere no longer is one. */
export function sitDown(state: WorkshopState, person: Person, table: number): WorkshopState {
  const tables = state.tables.some((one) => one.hostId === person.id && one.number !== table)
    ? state.tables.map((one) =>
        one.hostId === person.id && one.number !== table ? { ...one, hostId: null } : one,
      )
    : state.tables
  return withPeople({ ...state, tables }, [{ ...person, table, nextTable: null, leftAt: null }])
}

/** Everybody who is still under way counts as arrived. */
export function seatWhoeverIsUnderWay(state: WorkshopState): WorkshopState {
  const underWay = Object.values(state.people).filter((person) => person.nextTable !== null)
  if (underWay.length === 0) return state
  const people = { ...state.people }
  for (const person of underWay) people[person.id] = { ...person, table: seatOf(person), nextTable: null }
  return { ...state, people }
}

/** Begins the record of a round that starts. */
export function beginRound(state: WorkshopState, phase: Phase): WorkshopState {
  if (!isSeatedPhase(state.session, phase)) return state
  return { ...state, rounds: [...state.rounds, { phaseId: phase.id, seats: seatsNow(state) }] }
}

/**
 * Brings the record of the round that is on up to date: seats that changed and people who came late. Who left keeps
 * the entry, since they did sit there.
 */
export function recordSeats(state: WorkshopState): WorkshopState {
  const run = state.runs.at(-1)
  const round = state.rounds.at(-1)
  const phase = state.session.phases[state.phaseIndex]
  if (!run || !round || !phase || !isSeatedPhase(state.session, phase) || round.phaseId !== run.phaseId)
    return state
  return {
    ...state,
    rounds: [...state.rounds.slice(0, -1), { ...round, seats: { ...round.seats, ...seatsNow(state) } }],
  }
}

export function seatsNow(state: WorkshopState): Record<string, number> {
  return Object.fromEntries(presentPeople(state).map((person) => [person.id, seatOf(person)]))
}

/** In a round people write where the round has them, even while they still walk; else where they sit. */
export function writingTable(now: PhaseNow, session: Session, person: Person): number {
  return isSeatedPhase(session, now.phase) ? seatOf(person) : person.table
}

/**
 * Where a person sat in the n-th run of a phase, null when that was not recorded. Every run of a seated phase has
 * its round, in the same order.
 */
export function seatInRun(state: WorkshopState, runIndex: number, personId: string): number | null {
  const run = state.runs[runIndex]
  if (!run) return null
  const earlier = state.runs.slice(0, runIndex).filter((one) => one.phaseId === run.phaseId).length
  const round = state.rounds.filter((one) => one.phaseId === run.phaseId)[earlier]
  return round ? (entryOf(round.seats, personId) ?? null) : null
}

/** Newest first: whom a balance asks to move before others. */
export function latestFirst(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => byArrival(b, a))
}
