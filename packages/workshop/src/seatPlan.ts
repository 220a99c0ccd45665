/**
 * Seats over several moves at once, as numbers: people, tables and moves are indexes. Keeps who meets whom how often
 * and who comes to which table how often, so that the cost of a change is read from the tables it touches.
 *
 * The cost of a plan: for every meeting the squared number of earlier meetings of those two, and for every seat
 * `returnCost` for each earlier time at that table. It does not matter in which order they happen.
 */

/** A table somebody knows already weighs more than any crowd of acquaintances. */
export const returnCost = 50
/** In a mixed move two of one town at a table weigh more than two who met once. */
const mixCost = 2

export interface Hall {
  people: number
  tables: number
  moves: number
  /** Moves × people: the table (index) somebody keeps in that move, else -1. */
  fixed: Int16Array
  /** Whoever moves as one: everybody is in exactly one unit. Fixed in a move together or not at all. */
  units: readonly (readonly number[])[]
  /** People × people: meetings before these moves. */
  met: Uint8Array
  /** People × tables: rounds spent there before these moves. */
  visits: Uint8Array
  /** Moves × people × tables: what sitting there costs besides; null when nothing does. */
  burden: Uint16Array | null
  /** The town of everybody, -1 for none, and for every move whether it mixes towns. */
  town: Int16Array
  mixes: readonly boolean[]
}

export class SeatPlan {
  readonly hall: Hall
  readonly met: Uint8Array
  readonly visits: Uint8Array
  /** Moves × people. -1: not seated yet. */
  readonly tableOf: Int16Array
  /** Moves × tables. */
  readonly members: number[][]
  readonly unitOf: Int32Array

  constructor(hall: Hall) {
    this.hall = hall
    this.met = hall.met.slice()
    this.visits = hall.visits.slice()
    this.tableOf = new Int16Array(hall.moves * hall.people).fill(-1)
    this.members = Array.from({ length: hall.moves * hall.tables }, () => [])
    this.unitOf = new Int32Array(hall.people)
    hall.units.forEach((unit, index) => {
      for (const person of unit) this.unitOf[person] = index
    })
  }

  membersOf(move: number, table: number): number[] {
    return this.members[move * this.hall.tables + table] ?? []
  }

  seatOf(move: number, person: number): number {
    return this.tableOf[move * this.hall.people + person] ?? -1
  }

  isFixed(move: number, person: number): boolean {
    return (this.hall.fixed[move * this.hall.people + person] ?? -1) >= 0
  }

  /** What it would cost that somebody who is not seated (or sits elsewhere) came to the table, were `except` gone. */
  costOfJoining(move: number, person: number, table: number, except: number): number {
    const { people, tables, burden, mixes } = this.hall
    const { met } = this
    const row = person * people
    let cost = returnCost * (this.visits[person * tables + table] ?? 0)
    const members = this.members[move * tables + table] ?? []
    for (let index = 0; index < members.length; index += 1) {
      const other = members[index] ?? 0
      const times = met[row + other] ?? 0
      if (times !== 0 && other !== except) cost += times * times
    }
    if (burden) cost += burden[(move * people + person) * tables + table] ?? 0
    if (mixes[move] === true) cost += mixCost * this.#townsfolk(person, members, except)
    return cost
  }

  /** What it costs that somebody sits where they do. */
  costOfSitting(move: number, person: number): number {
    const { people, tables, burden, mixes } = this.hall
    const { met } = this
    const table = this.tableOf[move * people + person] ?? 0
    const row = person * people
    let cost = returnCost * ((this.visits[person * tables + table] ?? 1) - 1)
    const members = this.members[move * tables + table] ?? []
    for (let index = 0; index < members.length; index += 1) {
      const other = members[index] ?? 0
      const times = met[row + other] ?? 0
      if (times > 1 && other !== person) cost += (times - 1) * (times - 1)
    }
    if (burden) cost += burden[(move * people + person) * tables + table] ?? 0
    if (mixes[move] === true) cost += mixCost * this.#townsfolk(person, members, person)
    return cost
  }

  /** Seats somebody who has no seat in this move; the change of cost. */
  put(move: number, person: number, table: number): number {
    const { people, tables } = this.hall
    const cost = this.costOfJoining(move, person, table, -1)
    const members = this.membersOf(move, table)
    for (const other of members) this.#meet(person, other, 1)
    members.push(person)
    this.tableOf[move * people + person] = table
    this.visits[person * tables + table] = (this.visits[person * tables + table] ?? 0) + 1
    return cost
  }

  /** Takes somebody's seat away; the change of cost. */
  take(move: number, person: number): number {
    const { people, tables } = this.hall
    const cost = this.costOfSitting(move, person)
    const table = this.seatOf(move, person)
    const members = this.membersOf(move, table)
    members[members.indexOf(person)] = members.at(-1) ?? person
    members.pop()
    for (const other of members) this.#meet(person, other, -1)
    this.tableOf[move * people + person] = -1
    this.visits[person * tables + table] = (this.visits[person * tables + table] ?? 1) - 1
    return -cost
  }

  /** What the choices of this plan cost: without what people who are fixed, or always together, cannot help. */
  totalCost(): number {
    const { people, tables, moves, met, visits } = this.hall
    const pinned = Array.from({ length: people }, (_, person) =>
      Array.from({ length: moves }, (__, move) => this.isFixed(move, person)).every(Boolean),
    )
    let cost = 0
    for (let a = 0; a < people; a += 1) {
      for (let b = a + 1; b < people; b += 1) {
        const now = this.met[a * people + b] ?? 0
        if (now === 0 || this.unitOf[a] === this.unitOf[b] || (pinned[a] && pinned[b])) continue
        for (let times = met[a * people + b] ?? 0; times < now; times += 1) cost += times * times
      }
      if (pinned[a]) continue
      for (let table = 0; table < tables; table += 1) {
        const now = this.visits[a * tables + table] ?? 0
        for (let times = visits[a * tables + table] ?? 0; times < now; times += 1) cost += returnCost * times
      }
    }
    return cost + this.#besides()
  }

  /** Burdens and unmixed towns. */
  #besides(): number {
    const { people, tables, moves, burden, mixes } = this.hall
    let cost = 0
    for (let move = 0; move < moves; move += 1)
      for (let person = 0; person < people; person += 1) {
        if (this.isFixed(move, person)) continue
        const table = this.seatOf(move, person)
        if (burden) cost += burden[(move * people + person) * tables + table] ?? 0
        if (mixes[move] === true)
          cost += (mixCost * this.#townsfolk(person, this.membersOf(move, table), person)) / 2
      }
    return cost
  }

  #townsfolk(person: number, members: readonly number[], except: number): number {
    const { town } = this.hall
    const own = town[person] ?? -1
    if (own < 0) return 0
    let count = 0
    for (const other of members) if (other !== except && other !== person && town[other] === own) count += 1
    return count
  }

  #meet(a: number, b: number, change: 1 | -1): void {
    const { people } = this.hall
    const times = (this.met[a * people + b] ?? 0) + change
    this.met[a * people + b] = times
    this.met[b * people + a] = times
  }
}
