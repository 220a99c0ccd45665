/**
 * Which tables each card sends its bearer to: for the people who are there as planned (`planRoutes` keeps it so), for
 * walk-ins by a rule that needs no network.
 */
import type { Person, Phase, Session, WorkshopState } from '@bordet/workshop'
import { isSeatedPhase, keptSeats, routeOf } from '@bordet/workshop/engine'

/** A time at one table: one phase, or several without a move between them. */
export interface Stay {
  phases: Phase[]
  /** How one comes here. */
  by: 'start' | 'scatter' | 'home'
}

export interface Route {
  card: number
  /** Empty on the cards that lie ready for walk-ins. */
  name: string
  keepsSeat: 'host' | 'stays' | null
  /** A table for each stay. */
  tables: number[]
}

/** At least one: where nobody works at tables, one still sits somewhere. */
export function staysOf(session: Session): Stay[] {
  const stays: Stay[] = []
  let by: Stay['by'] | null = 'start'
  for (const phase of session.phases) {
    if (phase.rotation !== 'none' && stays.length > 0) by = phase.rotation === 'home' ? 'home' : 'scatter'
    if (!isSeatedPhase(session, phase) || phase.kind === 'vote') continue
    if (by === null) stays.at(-1)?.phases.push(phase)
    else stays.push({ phases: [phase], by })
    by = null
  }
  const [first] = session.phases
  return stays.length > 0 || !first ? stays : [{ phases: [first], by: 'start' }]
}

/** People by arrival, then as many cards for walk-ins as fill the tables to six, eight at least, and the last sheet of four. */
export function planRoutes(state: WorkshopState): Route[] {
  const stays = staysOf(state.session)
  const numbers = state.tables.map(({ number }) => number)
  const people = Object.values(state.people)
    .filter(({ leftAt }) => leftAt === null)
    .sort((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1))
  const blanks = Math.max(8, numbers.length * seatsPerTable - people.length)
  const cards = Math.ceil((people.length + blanks) / 4) * 4
  return Array.from({ length: cards }, (_, index) => {
    const person = people[index]
    const card = index + 1
    if (!person) return { card, name: '', keepsSeat: null, tables: walkInTables(stays, numbers, index) }
    return { card, ...routeOfPerson(state, person, stays, numbers) }
  })
}

const seatsPerTable = 6

function routeOfPerson(state: WorkshopState, person: Person, stays: readonly Stay[], numbers: number[]) {
  const { name, id, table, nextTable, stays: staysPut } = person
  const first = state.rounds[0]?.seats[id] ?? nextTable ?? table
  const mates = Object.values(state.people).filter((one) => one.table === table)
  const place = mates.findIndex((one) => one.id === id)
  // Where nothing is planned (a workshop that is closed) the rule for walk-ins has to do.
  const otherwise = walkInTables(stays, numbers, numbers.indexOf(first) + place * numbers.length)
  const route = new Map(routeOf(state, id).map((stop) => [stop.phaseId, stop.table]))
  const tables = stays.map(({ phases }, index) => route.get(phases[0]?.id ?? '') ?? otherwise[index] ?? first)
  // A host whom somebody relieves, since they cannot move, goes round like a guest.
  const isHost = state.tables.some(({ hostId }) => hostId === id) && keptSeats(state, 'scatter').has(id)
  return { name, keepsSeat: isHost ? ('host' as const) : staysPut ? ('stays' as const) : null, tables }
}

/**
 * Cards are dealt round the tables. Everybody of one table moves on by another number of tables, so that they part;
 * no step returns anybody to a table before the way home.
 */
export function walkInTables(stays: readonly Stay[], numbers: readonly number[], index: number): number[] {
  const count = numbers.length
  const moves = stays.filter(({ by }) => by === 'scatter').length
  const steps = fairSteps(count, moves)
  const step = steps[Math.floor(index / count) % steps.length] ?? 0
  const start = index % count
  let moved = 0
  return stays.map(({ by }) => {
    if (by === 'home') moved = 0
    else if (by === 'scatter') moved += 1
    return numbers[(start + moved * step) % count] ?? 1
  })
}

/** Steps after which no table comes twice within that many moves; where the tables are too few, all there are. */
function fairSteps(count: number, moves: number): number[] {
  const steps = Array.from({ length: Math.max(1, count - 1) }, (_, index) => index + 1)
  const fair = steps.filter((step) =>
    Array.from({ length: moves }, (_, index) => index + 1).every((move) => (move * step) % count !== 0),
  )
  return fair.length > 0 ? fair : steps
}
