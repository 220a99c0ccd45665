/** The search behind `planRounds`: swaps of people between tables over all moves at once, by simulated annealing. */
import type { Random } from './random.ts'
import type { SeatPlan } from './seatPlan.ts'

export interface Effort {
  /** How many swaps are tried; a budget of steps, since one of time would give every machine its own plan. */
  steps: number
  /** The heat at the start: what is worsened by this is taken in one case of e. */
  heat: number
  /** A cost that cannot be beaten: the search ends there. */
  floor: number
}

/** Improves the plan in place as far as the effort goes, leaves it at the best it saw, and tells its cost. */
export function improveSeats(plan: SeatPlan, effort: Effort, random: Random): number {
  const { hall } = plan
  const free = freeUnits(plan)
  const moves = free.flatMap((units, move) => (units.length > 0 ? [move] : []))
  let cost = plan.totalCost()
  let bestCost = cost
  let best = plan.tableOf.slice()
  if (moves.length === 0 || hall.tables < 2) return cost
  for (let step = 0; step < effort.steps && bestCost > effort.floor; step += 1) {
    const heat = effort.heat * (1 - step / effort.steps) + 0.05
    const move = moves[random.below(moves.length)] ?? 0
    const units = free[move] ?? []
    const unit = hall.units[units[random.below(units.length)] ?? 0] ?? []
    cost +=
      unit.length === 1
        ? trySwap(plan, move, unit[0] ?? 0, heat, random)
        : tryUnit(plan, move, unit, heat, random)
    if (cost >= bestCost) continue
    bestCost = cost
    best = plan.tableOf.slice()
  }
  returnTo(plan, best)
  return bestCost
}

function freeUnits(plan: SeatPlan): number[][] {
  const { units, moves } = plan.hall
  return Array.from({ length: moves }, (_, move) =>
    units.flatMap((unit, index) => (unit.some((person) => plan.isFixed(move, person)) ? [] : index)),
  )
}

/** With the chance e^(−change / heat), by a power, since Math.exp may round differently on another machine. */
function isTaken(change: number, heat: number, random: Random): boolean {
  if (change <= 0) return true
  const base = 1 - change / heat / 16
  if (base < 0.5) return false
  const power4 = (base * base) ** 2
  return random.fraction() < power4 * power4 * power4 * power4
}

/** Somebody who moves alone, against another such or an empty chair; the change of cost, 0 when it is not done. */
function trySwap(plan: SeatPlan, move: number, person: number, heat: number, random: Random): number {
  const { hall } = plan
  const sitting = plan.costOfSitting(move, person)
  // Most people sit well already; passing over them most of the time finds the others sooner.
  if (sitting === 0 && random.below(8) !== 0) return 0
  const from = plan.seatOf(move, person)
  const to = random.below(hall.tables)
  if (from === to) return 0
  const there = plan.membersOf(move, to)
  const isRoomy = plan.membersOf(move, from).length > there.length
  const pick = random.below(there.length + (isRoomy ? 1 : 0))
  const other = there[pick]
  if (other === undefined) {
    if (!isRoomy) return 0
    const change = plan.costOfJoining(move, person, to, -1) - sitting
    if (!isTaken(change, heat, random)) return 0
    plan.take(move, person)
    plan.put(move, person, to)
    return change
  }
  if (plan.isFixed(move, other) || (hall.units[plan.unitOf[other] ?? 0]?.length ?? 0) > 1) return 0
  const change =
    plan.costOfJoining(move, person, to, other) +
    plan.costOfJoining(move, other, from, person) -
    sitting -
    plan.costOfSitting(move, other)
  if (!isTaken(change, heat, random)) return 0
  plan.take(move, person)
  plan.take(move, other)
  plan.put(move, person, to)
  plan.put(move, other, from)
  return change
}

/** Companions against as many others of another table, or fewer where that one is smaller. */
function tryUnit(
  plan: SeatPlan,
  move: number,
  unit: readonly number[],
  heat: number,
  random: Random,
): number {
  const from = plan.seatOf(move, unit[0] ?? 0)
  const to = random.below(plan.hall.tables)
  if (from === to) return 0
  const gap = plan.membersOf(move, from).length - plan.membersOf(move, to).length
  // After `coming` people come for `unit.length` the gap is this far from where it was.
  const coming = comingUnits(plan, move, to, unit.length - random.below(Math.max(0, gap) + 1), random)
  if (coming === null) return 0
  const change = trade(plan, move, unit, to) + trade(plan, move, coming, from)
  if (isTaken(change, heat, random)) return change
  trade(plan, move, coming, to)
  trade(plan, move, unit, from)
  return 0
}

/** People of whole units, exactly so many; null when the table has none to give. */
function comingUnits(
  plan: SeatPlan,
  move: number,
  table: number,
  count: number,
  random: Random,
): number[] | null {
  const coming: number[] = []
  const members = plan.membersOf(move, table)
  const start = random.below(members.length)
  for (let index = 0; index < members.length && coming.length < count; index += 1) {
    const person = members[(start + index) % members.length] ?? 0
    const unit = plan.hall.units[plan.unitOf[person] ?? 0] ?? []
    if (unit[0] !== person || plan.isFixed(move, person) || coming.length + unit.length > count) continue
    coming.push(...unit)
  }
  return coming.length === count ? coming : null
}

function trade(plan: SeatPlan, move: number, people: readonly number[], to: number): number {
  let change = 0
  for (const person of people) change += plan.take(move, person)
  for (const person of people) change += plan.put(move, person, to)
  return change
}

function returnTo(plan: SeatPlan, best: Int16Array): void {
  const { people, moves } = plan.hall
  for (let move = 0; move < moves; move += 1)
    for (let person = 0; person < people; person += 1) {
      const table = best[move * people + person] ?? 0
      if (plan.seatOf(move, person) === table) continue
      plan.take(move, person)
      plan.put(move, person, table)
    }
}
