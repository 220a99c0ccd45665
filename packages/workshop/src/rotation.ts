/**
 * Seats for a scatter move: as few people as possible meet again, and as few as possible come back to a table they
 * know. A swap search with annealing, deterministic by its seed; it also starts from the shift rule (everybody has a
 * step of their own), which is perfect where the number of tables is a prime. Rules [R…] of SPEC.md.
 */
import { seededRandom, type Random } from './random.ts'
import { improveSeating, type Hall, type Seating } from './seatSearch.ts'
import type { Round } from './state.ts'

export interface Sitter {
  id: string
  /** The table this person keeps: hosts, people who stay, people who have arrived. */
  fixed: number | null
  /** People with the same group sit together. A group with a fixed member must be fixed by the caller. */
  group: string | null
}

export interface ScatterRequest {
  /** Numbers of the tables, ascending. */
  tables: readonly number[]
  sitters: readonly Sitter[]
  /** Who sat where, oldest round first. */
  history: readonly Round[]
  seed: number
}

/** A table somebody knows already weighs more than any crowd of acquaintances. */
const knownTableCost = 50
const attempts = 4

/** The table number for every sitter's id. Sizes differ by at most one where fixed seats and groups allow it. */
export function scatter(request: ScatterRequest): Map<string, number> {
  const hall = readHall(request)
  const random = seededRandom(request.seed)
  let best: Int32Array | null = null
  let bestCost = Infinity
  for (let attempt = 0; attempt < attempts && bestCost > 0; attempt += 1) {
    const seating = startSeating(hall, random, attempt === 0 ? shiftedTables(request, hall) : new Map())
    const cost = improveSeating(hall, seating, random)
    if (cost < bestCost) {
      bestCost = cost
      best = seating.tableOf.slice()
    }
  }
  return new Map(
    request.sitters.map(({ id }, person) => [
      id,
      request.tables[best?.[person] ?? 0] ?? request.tables[0] ?? 1,
    ]),
  )
}

function readHall({ tables, sitters, history }: ScatterRequest): Hall {
  const people = sitters.length
  const indexOfPerson = new Map(sitters.map(({ id }, index) => [id, index]))
  const indexOfTable = new Map(tables.map((number, index) => [number, index]))
  const met = new Uint16Array(people * people)
  const known = new Uint16Array(people * tables.length)
  for (const { seats } of history) {
    const together = new Map<number, number[]>()
    for (const [id, number] of Object.entries(seats)) {
      const person = indexOfPerson.get(id)
      if (person === undefined) continue
      const table = indexOfTable.get(number)
      if (table !== undefined) known[person * tables.length + table] = knownTableCost
      together.set(number, [...(together.get(number) ?? []), person])
    }
    for (const group of together.values())
      for (const a of group)
        for (const b of group) if (a !== b) met[a * people + b] = (met[a * people + b] ?? 0) + 1
  }
  const units = unitsOf(sitters)
  const isSingle = new Uint8Array(people)
  for (const unit of units) if (unit.length === 1) isSingle[unit[0] ?? 0] = 1
  return {
    people,
    tables: tables.length,
    fixed: Int32Array.from(sitters, ({ fixed }) => (fixed === null ? -1 : (indexOfTable.get(fixed) ?? -1))),
    units,
    isSingle,
    acquaintance: met.map((times) => times * times),
    known,
  }
}

function unitsOf(sitters: readonly Sitter[]): number[][] {
  const units = new Map<string, number[]>()
  sitters.forEach(({ id, fixed, group }, person) => {
    if (fixed !== null) return
    const key = group === null ? `person:${id}` : `group:${group}`
    units.set(key, [...(units.get(key) ?? []), person])
  })
  return [...units.values()]
}

/** Fixed seats first, then groups, largest first, then the others; each to the smallest table that is left. */
function startSeating(hall: Hall, random: Random, wished: ReadonlyMap<number, number>): Seating {
  const tableOf = new Int32Array(hall.people).fill(-1)
  const members: number[][] = Array.from({ length: hall.tables }, () => [])
  const put = (person: number, table: number) => {
    tableOf[person] = table
    members[table]?.push(person)
  }
  hall.fixed.forEach((table, person) => {
    if (table >= 0) put(person, table)
  })
  const fullSize = Math.floor(hall.people / hall.tables)
  const units = random.shuffle(hall.units).sort((a, b) => b.length - a.length)
  const rest: number[][] = []
  for (const unit of units) {
    const table = unit.length === 1 ? wished.get(unit[0] ?? -1) : undefined
    if (unit.length > 1)
      for (const person of unit) put(person, smallest(members, random, tableOf[unit[0] ?? -1]))
    else if (table !== undefined && (members[table]?.length ?? 0) < fullSize) put(unit[0] ?? 0, table)
    else rest.push(unit)
  }
  for (const unit of rest) for (const person of unit) put(person, smallest(members, random, -1))
  return { tableOf, members }
}

/** `chosen` when the unit's first member sits already. */
function smallest(members: readonly number[][], random: Random, chosen: number | undefined): number {
  if (chosen !== undefined && chosen >= 0) return chosen
  let best = 0
  let ties = 0
  members.forEach((people, table) => {
    const bestSize = members[best]?.length ?? 0
    if (people.length > bestSize) return
    ties = people.length < bestSize ? 1 : ties + 1
    if (random.below(ties) === 0) best = table
  })
  return best
}

/**
 * The shift rule: who has rank s at the table of their first round goes s tables on, every time. (Two people of one
 * first table never meet again, and nobody returns, for tables × rounds as in a Latin square of prime order.)
 */
function shiftedTables({ tables, sitters, history }: ScatterRequest, hall: Hall): Map<number, number> {
  const first = history[0]?.seats ?? {}
  const last = history.at(-1)?.seats ?? {}
  const ranks = new Map<number, number>()
  const wished = new Map<number, number>()
  sitters.forEach(({ id }, person) => {
    const from = last[id]
    const origin = first[id]
    if (hall.fixed[person] !== -1 || from === undefined || origin === undefined) return
    const rank = (ranks.get(origin) ?? 0) + 1
    ranks.set(origin, rank)
    const index = tables.indexOf(from)
    if (index >= 0) wished.set(person, (index + rank) % tables.length)
  })
  return wished
}
