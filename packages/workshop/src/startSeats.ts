/** Where the search begins: every move filled evenly, by the shifts where they lead and else where it costs least. */
import type { Random } from './random.ts'
import type { SeatPlan } from './seatPlan.ts'

/** Moves × people: the table (index) somebody should sit at if there is room, else -1. */
export type Wishes = Int16Array

/** Fixed seats first, then companions, then wishes, then all others; sizes differ by at most one where that can be. */
export function startSeats(plan: SeatPlan, wishes: Wishes, random: Random): void {
  for (let move = 0; move < plan.hall.moves; move += 1) startMove(plan, move, wishes, random)
}

function startMove(plan: SeatPlan, move: number, wishes: Wishes, random: Random): void {
  const { people, fixed, units } = plan.hall
  for (let person = 0; person < people; person += 1) {
    const table = fixed[move * people + person] ?? -1
    if (table >= 0) plan.put(move, person, table)
  }
  const isFree = (unit: readonly number[]) => unit.length > 0 && !plan.isFixed(move, unit[0] ?? 0)
  const wish = (unit: readonly number[]) => wishes[move * people + (unit[0] ?? 0)] ?? -1
  const groups = units.filter((unit) => unit.length > 1 && isFree(unit))
  for (const unit of random.shuffle(groups).sort((a, b) => b.length - a.length)) {
    const table = tableForUnit(plan, move, unit, wish(unit))
    for (const person of unit) plan.put(move, person, table)
  }
  const room = countRoom(plan, move)
  const rest: number[] = []
  for (const unit of random.shuffle(units.filter((one) => one.length === 1 && isFree(one)))) {
    const person = unit[0] ?? 0
    if (room.take(wish(unit))) plan.put(move, person, wish(unit))
    else rest.push(person)
  }
  for (const person of rest) {
    const table = cheapest(plan, move, [person], (one) => room.has(one))
    room.take(table)
    plan.put(move, person, table)
  }
}

function tableForUnit(plan: SeatPlan, move: number, unit: readonly number[], wished: number): number {
  const full = Math.ceil(plan.hall.people / plan.hall.tables)
  const size = (table: number) => plan.membersOf(move, table).length
  const fits = (table: number) => size(table) + unit.length <= full
  if (wished >= 0 && fits(wished)) return wished
  const smallest = Math.min(...Array.from({ length: plan.hall.tables }, (_, table) => size(table)))
  const fitting = cheapest(plan, move, unit, fits)
  return fitting >= 0 ? fitting : cheapest(plan, move, unit, (table) => size(table) === smallest)
}

/** -1 when no table is allowed. */
function cheapest(
  plan: SeatPlan,
  move: number,
  unit: readonly number[],
  isAllowed: (table: number) => boolean,
): number {
  let best = -1
  let bestCost = Infinity
  for (let table = 0; table < plan.hall.tables; table += 1) {
    if (!isAllowed(table)) continue
    let cost = 0
    for (const person of unit) cost += plan.costOfJoining(move, person, table, -1)
    if (cost >= bestCost) continue
    best = table
    bestCost = cost
  }
  return best
}

interface Room {
  has(table: number): boolean
  /** Takes a chair there; false when there is none. */
  take(table: number): boolean
}

/** Exactly as many chairs as people without a seat, so that the smallest tables are filled to one level. */
function countRoom(plan: SeatPlan, move: number): Room {
  const { people, tables } = plan.hall
  const sizes = Array.from({ length: tables }, (_, table) => plan.membersOf(move, table).length)
  const waiting = people - sizes.reduce((sum, size) => sum + size, 0)
  const chairsUpTo = (level: number) => sizes.reduce((sum, size) => sum + Math.max(0, level - size), 0)
  let level = 0
  while (chairsUpTo(level + 1) <= waiting) level += 1
  let spare = waiting - chairsUpTo(level)
  const has = (table: number) => {
    const size = sizes[table] ?? Infinity
    return size < level || (size === level && spare > 0)
  }
  return {
    has,
    take(table) {
      if (table < 0 || !has(table)) return false
      if (sizes[table] === level) spare -= 1
      sizes[table] = (sizes[table] ?? 0) + 1
      return true
    },
  }
}
