/** Seats for a move that takes everybody back to the table of their first round. Rule [R6] of SPEC.md. */
import { byArrival, presentPeople } from './handler.ts'
import { emptiestTable } from './seats.ts'
import type { Person, WorkshopState } from './state.ts'

type SeatsById = Readonly<Record<string, number>>

/**
 * Kept seats first, then what people were told, then the table of the first round; who was not there evens out the
 * tables. Companions follow the first of them.
 */
export function homeSeats(
  state: WorkshopState,
  { kept, told, first }: { kept: ReadonlyMap<string, number>; told: SeatsById; first: SeatsById },
): Map<string, number> {
  const people = presentPeople(state).sort(byArrival)
  const seats = new Map<string, number>()
  const counts = new Map(state.tables.map((table) => [table.number, 0]))
  const seatOfGroup = new Map<string, number>()
  const sit = ({ id, group }: Person, table: number) => {
    seats.set(id, table)
    counts.set(table, (counts.get(table) ?? 0) + 1)
    if (group !== null && !seatOfGroup.has(group)) seatOfGroup.set(group, table)
  }
  const withCompany = ({ group }: Person) => (group === null ? undefined : seatOfGroup.get(group))
  const homeOf = ({ id }: Person) =>
    [told, first].flatMap((row) => (Object.hasOwn(row, id) ? (row[id] ?? []) : [])).find((n) => counts.has(n))
  for (const person of people) {
    const table = kept.get(person.id)
    if (table !== undefined) sit(person, table)
  }
  const homeless: Person[] = []
  for (const person of people) {
    if (seats.has(person.id)) continue
    const home = withCompany(person) ?? homeOf(person)
    if (home === undefined) homeless.push(person)
    else sit(person, home)
  }
  for (const person of homeless) sit(person, withCompany(person) ?? emptiestTable(counts))
  return seats
}
