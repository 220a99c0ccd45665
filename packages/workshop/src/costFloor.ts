/**
 * A cost that no plan can go below, by counting: of m people who sat at one table only t − 1 can be sent to different
 * others, so that pairs of them meet again; whoever has seen every table must return. The search stops when it is
 * reached, and the bench prints it beside what was found.
 */
import { returnCost, type Hall } from './seatPlan.ts'

/** `past`: for every earlier round the table (index) of everybody, -1 for who was not there. */
export function costFloor(hall: Hall, past: readonly Int16Array[]): number {
  const movers = freeThroughout(hall)
  const returns = costOfReturns(hall, movers)
  const others = hall.tables - (returns > 0 ? 0 : 1)
  let meetings = 0
  for (const round of past) meetings += hall.moves * sumOf(sizesOf(hall, round, movers), others)
  const even = evenSizes(movers.length, hall.tables)
  meetings += ((hall.moves * (hall.moves - 1)) / 2) * sumOf(even, others)
  return meetings + returns + (returns > 0 ? 0 : costOfSameWay(hall, past, movers))
}

/** One of every unit that can move every time; counting fewer people only lowers the floor. */
function freeThroughout({ units, fixed, moves, people }: Hall): number[] {
  return units.flatMap(([person = 0]) =>
    Array.from({ length: moves }, (_, move) => fixed[move * people + person]).every((table) => table === -1)
      ? person
      : [],
  )
}

/** Pairs that cannot help sitting together when so many go to so many tables. */
function fewestPairs(people: number, tables: number): number {
  if (tables <= 0) return 0
  const each = Math.floor(people / tables)
  const more = people % tables
  return (more * (each * (each + 1))) / 2 + ((tables - more) * (each * (each - 1))) / 2
}

function sumOf(sizes: readonly number[], tables: number): number {
  return sizes.reduce((sum, size) => sum + fewestPairs(size, tables), 0)
}

function sizesOf(hall: Hall, round: Int16Array, movers: readonly number[]): number[] {
  const sizes = Array.from({ length: hall.tables }, () => 0)
  for (const person of movers) {
    const table = round[person] ?? -1
    if (table >= 0) sizes[table] = (sizes[table] ?? 0) + 1
  }
  return sizes
}

function evenSizes(people: number, tables: number): number[] {
  const each = Math.floor(people / tables)
  return Array.from({ length: tables }, (_, table) => each + (table < people % tables ? 1 : 0))
}

function costOfReturns({ tables, moves, visits }: Hall, movers: readonly number[]): number {
  let cost = 0
  for (const person of movers) {
    const seen = [...visits.subarray(person * tables, (person + 1) * tables)].sort((a, b) => a - b)
    for (let move = 0; move < moves; move += 1) {
      cost += returnCost * (seen[0] ?? 0)
      seen[0] = (seen[0] ?? 0) + 1
      seen.sort((a, b) => a - b)
    }
  }
  return cost
}

/**
 * From one table there are only (t − 1)(t − 2)… ways through the other rounds; whoever goes the same way as another
 * meets them every time, and the squares of that cost more than as many meetings of different pairs.
 */
function costOfSameWay(hall: Hall, past: readonly Int16Array[], movers: readonly number[]): number {
  if (past.length > 1) return 0
  const first = past[0]
  const sizes = first ? sizesOf(hall, first, movers) : evenSizes(movers.length, hall.tables)
  const rounds = hall.moves + past.length
  let ways = 1
  let more = 0
  for (let round = 1; round < rounds; round += 1) {
    ways *= hall.tables - round
    more += round * round - round
  }
  return ways <= 0 ? 0 : more * sumOf(sizes, ways)
}
