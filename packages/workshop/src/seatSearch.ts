/** The search behind `scatter`: swaps of people between tables, accepted by simulated annealing. */
import type { Random } from './random.ts'

/** The hall as numbers: people, tables and units (whoever moves as one) are indexes. */
export interface Hall {
  people: number
  tables: number
  /** People who keep a table: its index, else -1. */
  fixed: Int32Array
  units: number[][]
  /** 1 for people who move on their own. */
  isSingle: Uint8Array
  /** People × people: squared number of earlier meetings. */
  acquaintance: Uint16Array
  /** People × tables: the cost of sitting there. */
  known: Uint16Array
}

export interface Seating {
  tableOf: Int32Array
  members: number[][]
}

/** Improves the seating in place and leaves `tableOf` at the best it saw, whose cost it returns. */
export function improveSeating(hall: Hall, seating: Seating, random: Random): number {
  const { units } = hall
  const steps = Math.min(400_000, 20_000 + 400 * hall.people)
  let cost = totalCost(hall, seating)
  let bestCost = cost
  let best = seating.tableOf.slice()
  for (let step = 0; step < steps && bestCost > 0 && units.length > 0; step += 1) {
    const heat = 1.5 * (1 - step / steps) ** 2 + 0.02
    const swap = chooseSwap(hall, seating, units[random.below(units.length)] ?? [], random)
    if (!swap) continue
    const change = costOfSwap(hall, seating, swap)
    if (change > 0 && random.fraction() >= Math.exp(-change / heat)) continue
    carryOut(seating, swap)
    cost += change
    if (cost >= bestCost) continue
    bestCost = cost
    best = seating.tableOf.slice()
  }
  seating.tableOf.set(best)
  return bestCost
}

interface Swap {
  from: number
  to: number
  going: readonly number[]
  coming: readonly number[]
}

/** The unit against as many single people of another table, or against that table's empty chair. */
function chooseSwap(hall: Hall, seating: Seating, unit: readonly number[], random: Random): Swap | null {
  const from = seating.tableOf[unit[0] ?? -1]
  const to = random.below(hall.tables)
  if (from === undefined || from === to) return null
  // Most people sit well already; passing over them most of the time finds the others sooner.
  if (unit.every((person) => costAt(hall, seating, person, from, [person]) === 0) && random.below(8) !== 0)
    return null
  const there = seating.members[to] ?? []
  const chairs = (seating.members[from]?.length ?? 0) - there.length
  if (unit.length === 1 && chairs === 1 && random.below(there.length + 1) === 0)
    return { from, to, going: unit, coming: [] }
  const singles = there.filter((person) => hall.isSingle[person] === 1)
  if (singles.length < unit.length) return null
  const coming =
    unit.length === 1
      ? [singles[random.below(singles.length)] ?? -1]
      : random.shuffle(singles).slice(0, unit.length)
  return { from, to, going: unit, coming }
}

function costOfSwap(hall: Hall, seating: Seating, { from, to, going, coming }: Swap): number {
  let change = 0
  for (const person of going)
    change += costAt(hall, seating, person, to, coming) - costAt(hall, seating, person, from, going)
  for (const person of coming)
    change += costAt(hall, seating, person, from, going) - costAt(hall, seating, person, to, coming)
  return change
}

/** What it costs that this person sits at the table, beside whoever sits there now but the people left out. */
function costAt(
  hall: Hall,
  seating: Seating,
  person: number,
  table: number,
  leftOut: readonly number[],
): number {
  let cost = hall.known[person * hall.tables + table] ?? 0
  const row = person * hall.people
  for (const other of seating.members[table] ?? [])
    if (!leftOut.includes(other)) cost += hall.acquaintance[row + other] ?? 0
  return cost
}

/** Hosts know their own table and their guests; fixed seats cost what they cost, whatever the search does. */
function totalCost(hall: Hall, seating: Seating): number {
  let cost = 0
  for (let person = 0; person < hall.people; person += 1) {
    const table = seating.tableOf[person] ?? 0
    const isFixed = hall.fixed[person] !== -1
    if (!isFixed) cost += hall.known[person * hall.tables + table] ?? 0
    for (const other of seating.members[table] ?? [])
      if (other > person && !(isFixed && hall.fixed[other] !== -1))
        cost += hall.acquaintance[person * hall.people + other] ?? 0
  }
  return cost
}

function carryOut(seating: Seating, { from, to, going, coming }: Swap): void {
  const here = seating.members[from] ?? []
  const there = seating.members[to] ?? []
  seating.members[from] = [...here.filter((person) => !going.includes(person)), ...coming]
  seating.members[to] = [...there.filter((person) => !coming.includes(person)), ...going]
  for (const person of going) seating.tableOf[person] = to
  for (const person of coming) seating.tableOf[person] = from
}
