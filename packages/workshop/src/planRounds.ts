/**
 * Seats for all moves that are still to come, planned at once: as few people as possible meet again, and as few as
 * possible come back to a table they know. Deterministic by its seed. Rules [R…] of SPEC.md.
 */
import { costFloor } from './costFloor.ts'
import { seededRandom } from './random.ts'
import { SeatPlan, type Hall } from './seatPlan.ts'
import { improveSeats } from './seatSearch.ts'
import { shiftPattern } from './shiftPattern.ts'
import { startSeats, type Wishes } from './startSeats.ts'
import type { Round } from './state.ts'

export interface Sitter {
  id: string
  /** People with the same group sit together, and must be fixed together or not at all. */
  group: string | null
  /** Whom a mixed move parts; null when there is nobody to be parted from. */
  town?: string | null
}

type SeatsById = Readonly<Record<string, number>>

export interface MoveRequest {
  /** Who keeps which table in this move: hosts, people who stay, people who have arrived. */
  fixed: ReadonlyMap<string, number>
  /** What people were told: changed for as few as the sizes of the tables allow, however many then meet again. */
  told?: SeatsById
  /** Of an earlier plan that nobody was told: where the search begins. */
  draft?: SeatsById
  /** Where somebody is not sent if it can be helped. */
  isBarred?: (id: string, table: number) => boolean
  /** People of one town are spread over all tables. */
  mixes?: boolean
}

export interface PlanRequest {
  /** Numbers of the tables, ascending; at least one. */
  tables: readonly number[]
  sitters: readonly Sitter[]
  moves: readonly MoveRequest[]
  /** Who sat where, oldest round first. */
  history: readonly Round[]
  seed: number
  /** How hard to try: 1 is fast enough for a button, more is for measuring what could be had. */
  effort?: number
}

export interface PlannedRounds {
  /** For every move the table's number by person. */
  moves: Map<string, number>[]
  /** As `SeatPlan` counts it. */
  cost: number
  /** No plan can cost less. */
  floor: number
}

/** Sizes of the tables differ by at most one where fixed seats and groups allow it. */
export function planRounds(request: PlanRequest): PlannedRounds {
  const hall = readHall(request)
  const random = seededRandom(request.seed)
  const floor = costFloor(hall, pastSeats(request))
  const steps = (request.effort ?? 1) * stepsFor(hall)
  let best = new SeatPlan(hall)
  startSeats(best, firstWishes(request, hall), random)
  let cost = improveSeats(best, { steps, heat: heats[0] ?? 1, floor }, random)
  let times = 1
  for (const heat of heats.slice(1)) {
    if (cost <= floor || times >= enoughTimes || hall.moves === 0) break
    const plan = new SeatPlan(hall)
    startSeats(plan, wishesFrom(request, hall, 'told'), random)
    const found = improveSeats(plan, { steps, heat, floor }, random)
    times = found < cost ? 1 : times + (found === cost ? 1 : 0)
    if (found >= cost) continue
    best = plan
    cost = found
  }
  const numberOf = (move: number, person: number) => request.tables[best.seatOf(move, person)] ?? 1
  return {
    moves: request.moves.map(
      (_, move) => new Map(request.sitters.map(({ id }, person) => [id, numberOf(move, person)])),
    ),
    cost,
    floor,
  }
}

/** Enough to try every swap of a small hall some times over; in a large one most people sit well from the start. */
function stepsFor({ people, moves }: Hall): number {
  return Math.min(200 * people * moves, 10_000 + 40 * people)
}

/** First from a good start and hardly warmer than needed, then from anywhere. */
const heats = Array.from({ length: 12 }, (_, attempt) => (attempt === 0 ? 0.3 : attempt % 2 === 0 ? 0.6 : 2))

/** What was found so often from different starts is most likely the best there is. */
const enoughTimes = 8

/** Heavier than any number of meetings and returns. */
const barredBurden = 1000
const changeBurden = 500

function readHall(request: PlanRequest): Hall {
  const { tables, sitters, moves } = request
  const people = sitters.length
  const fixed = new Int16Array(moves.length * people).fill(-1)
  moves.forEach((move, index) => {
    sitters.forEach(({ id }, person) => {
      const table = move.fixed.get(id)
      if (table !== undefined) fixed[index * people + person] = tables.indexOf(table)
    })
  })
  const towns = [...new Set(sitters.flatMap(({ town }) => town ?? []))]
  return {
    people,
    tables: tables.length,
    moves: moves.length,
    fixed,
    units: unitsOf(sitters),
    ...readHistory(request),
    burden: readBurden(request),
    town: Int16Array.from(sitters, ({ town }) => towns.indexOf(town ?? '')),
    mixes: moves.map(({ mixes }) => mixes ?? false),
  }
}

/** People at tables that are gone met there all the same. */
function readHistory({ tables, sitters, history }: PlanRequest): Pick<Hall, 'met' | 'visits'> {
  const people = sitters.length
  const met = new Uint8Array(people * people)
  const visits = new Uint8Array(people * tables.length)
  const add = (counts: Uint8Array, at: number) => {
    counts[at] = Math.min(255, (counts[at] ?? 0) + 1)
  }
  for (const { seats } of history) {
    const together = new Map<number, number[]>()
    sitters.forEach(({ id }, person) => {
      const number = Object.hasOwn(seats, id) ? seats[id] : undefined
      if (number === undefined) return
      const table = tables.indexOf(number)
      if (table >= 0) add(visits, person * tables.length + table)
      const others = together.get(number) ?? []
      for (const other of others) {
        add(met, person * people + other)
        add(met, other * people + person)
      }
      others.push(person)
      together.set(number, others)
    })
  }
  return { met, visits }
}

function readBurden({ tables, sitters, moves }: PlanRequest): Uint16Array | null {
  if (moves.every(({ told, isBarred }) => !told && !isBarred)) return null
  const burden = new Uint16Array(moves.length * sitters.length * tables.length)
  let at = 0
  for (const { told, isBarred } of moves)
    for (const { id } of sitters) {
      const toldTable = told && Object.hasOwn(told, id) ? told[id] : undefined
      for (const table of tables) {
        if (toldTable !== undefined && toldTable !== table) burden[at] = changeBurden
        // Who was told to go there goes there.
        if (toldTable === undefined && isBarred?.(id, table)) burden[at] = barredBurden
        at += 1
      }
    }
  return burden
}

function unitsOf(sitters: readonly Sitter[]): number[][] {
  const units = new Map<string, number[]>()
  sitters.forEach(({ id, group }, person) => {
    const key = group === null ? `person:${id}` : `group:${group}`
    const unit = units.get(key)
    if (unit) unit.push(person)
    else units.set(key, [person])
  })
  return [...units.values()]
}

function pastSeats({ tables, sitters, history }: PlanRequest): Int16Array[] {
  return history.map(({ seats }) => Int16Array.from(sitters, ({ id }) => tables.indexOf(seats[id] ?? 0)))
}

function firstWishes(request: PlanRequest, hall: Hall): Wishes {
  const { moves, history } = request
  if (moves.some(({ told }) => told)) return wishesFrom(request, hall, 'told')
  if (moves.some(({ draft }) => draft)) return wishesFrom(request, hall, 'draft')
  return history.length > 1 ? wishesFrom(request, hall, 'told') : wishesOfShifts(request, hall)
}

function wishesFrom({ tables, sitters, moves }: PlanRequest, hall: Hall, source: 'told' | 'draft'): Wishes {
  const wishes = new Int16Array(hall.moves * hall.people).fill(-1)
  moves.forEach((move, index) => {
    const seats = move[source] ?? {}
    sitters.forEach(({ id }, person) => {
      if (Object.hasOwn(seats, id)) wishes[index * hall.people + person] = tables.indexOf(seats[id] ?? 0)
    })
  })
  return wishes
}

/** By shifts from the first round, which is the one that has been or else the first that is planned. */
function wishesOfShifts({ tables, sitters, history }: PlanRequest, hall: Hall): Wishes {
  const wishes = new Int16Array(hall.moves * hall.people).fill(-1)
  const first = history[0]?.seats
  const ranks = new Int16Array(hall.tables)
  let free = 0
  const places = sitters.map(({ id }, person) => {
    if (hall.fixed[person] !== -1) return null
    const table = first ? tables.indexOf(first[id] ?? 0) : free++ % hall.tables
    if (table < 0) return null
    ranks[table] = (ranks[table] ?? 0) + 1
    return { table, rank: ranks[table] ?? 0 }
  })
  const roundOfFirstMove = first ? 1 : 0
  const { pattern, shift } = shiftPattern(hall.tables, hall.moves + roundOfFirstMove, Math.max(0, ...ranks))
  places.forEach((place, person) => {
    if (!place) return
    for (let move = 0; move < hall.moves; move += 1) {
      const by = pattern[move + roundOfFirstMove]?.[place.rank]
      if (by !== undefined) wishes[move * hall.people + person] = shift(place.table, by)
    }
  })
  return wishes
}
