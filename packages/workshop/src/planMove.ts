/** Plans where people go when a phase moves them, and balances the tables when nobody is on the move. */
import { mixSeeds } from './random.ts'
import { scatter, type Sitter } from './rotation.ts'
import { byArrival, isHost, presentPeople } from './handler.ts'
import { countSeats, emptiestTable, isSeatedPhase, latestFirst, seatOf, withPeople } from './seats.ts'
import type { Phase } from './session.ts'
import type { Person, WorkshopState } from './state.ts'

/**
 * Gives everybody the next table for this phase's rotation. When the move is on already, only those who are still
 * under way are planned anew.
 */
export function planMove(state: WorkshopState, phase: Phase): WorkshopState {
  switch (phase.rotation) {
    case 'none':
      return state
    case 'home':
      return send(state, homeSeats(state))
    case 'scatter':
    case 'other_town':
    case 'mixed':
      return send(state, scatteredSeats(state))
    default:
      return phase.rotation satisfies never
  }
}

/** Moves as few people as it takes for the sizes of the tables to differ by at most one, the latest comers first. */
export function balanceTables(state: WorkshopState): WorkshopState {
  const counts = countSeats(state)
  const seats = new Map<string, number>()
  const movable = latestFirst(presentPeople(state)).filter(
    (person) => !keepsSeat(state, person) && person.group === null,
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

function scatteredSeats(state: WorkshopState): Map<string, number> {
  const people = presentPeople(state).sort(byArrival)
  const fixed = fixedSeats(state, people)
  const sitters: Sitter[] = people.map(({ id, group }) => ({ id, group, fixed: fixed.get(id) ?? null }))
  return scatter({
    tables: state.tables.map((table) => table.number),
    sitters,
    history: earlierRounds(state),
    seed: mixSeeds(state.seed, state.version),
  })
}

/** Back to the table of the first round; who was not there yet evens out the tables. Companions follow the first of them. */
function homeSeats(state: WorkshopState): Map<string, number> {
  const people = presentPeople(state).sort(byArrival)
  const seats = fixedSeats(state, people)
  const first = earlierRounds(state)[0]?.seats ?? {}
  const counts = new Map(state.tables.map((table) => [table.number, 0]))
  const seatOfGroup = new Map<string, number>()
  const sit = (person: Person, table: number) => {
    seats.set(person.id, table)
    counts.set(table, (counts.get(table) ?? 0) + 1)
    if (person.group !== null && !seatOfGroup.has(person.group)) seatOfGroup.set(person.group, table)
  }
  for (const person of people) if (seats.has(person.id)) sit(person, seats.get(person.id) ?? 1)
  const homeless: Person[] = []
  for (const person of people.filter((one) => !seats.has(one.id))) {
    const home = (person.group === null ? undefined : seatOfGroup.get(person.group)) ?? first[person.id]
    if (home !== undefined && counts.has(home)) sit(person, home)
    else homeless.push(person)
  }
  for (const person of homeless) {
    const group = person.group === null ? undefined : seatOfGroup.get(person.group)
    sit(person, group ?? emptiestTable(counts))
  }
  return seats
}

/**
 * Who keeps which table: hosts, people who stay and their companions; and, while a move is on, whoever is not under
 * way (any more).
 */
function fixedSeats(state: WorkshopState, people: readonly Person[]): Map<string, number> {
  const fixed = new Map<string, number>()
  const isOn = people.some((person) => person.nextTable !== null)
  const seatOfGroup = new Map<string, number>()
  for (const person of people) {
    if (!keepsSeat(state, person) && !(isOn && person.nextTable === null)) continue
    fixed.set(person.id, person.table)
    if (person.group !== null && !seatOfGroup.has(person.group)) seatOfGroup.set(person.group, person.table)
  }
  for (const person of people) {
    const table = person.group === null ? undefined : seatOfGroup.get(person.group)
    if (table !== undefined && !fixed.has(person.id)) fixed.set(person.id, table)
  }
  return fixed
}

function keepsSeat(state: WorkshopState, person: Person): boolean {
  return person.stays || isHost(state, person.id)
}

/** Every round but the one that is on: its record holds the very seats that are being planned. */
function earlierRounds(state: WorkshopState): WorkshopState['rounds'] {
  const phase = state.session.phases[state.phaseIndex]
  const isRecording = state.timer !== null && phase !== undefined && isSeatedPhase(state.session, phase)
  return isRecording ? state.rounds.slice(0, -1) : state.rounds
}
