/** Where people belong: a table may carry the name of a town (or of any group), and is a town of its own without one. */
import { presentPeople } from './handler.ts'
import { seatOf } from './seats.ts'
import type { Round, WorkshopState } from './state.ts'

export function townOfTable(state: WorkshopState, number: number): string {
  return state.tables.find((table) => table.number === number)?.town || `table ${number}`
}

/** People belong to the town of the table where they sat first; before anybody has sat, where they sit. */
export function townsOfPeople(state: WorkshopState, rounds: readonly Round[]): Map<string, string> {
  const townByNumber = new Map(state.tables.map(({ number }) => [number, townOfTable(state, number)]))
  return new Map(
    presentPeople(state).map((person) => {
      const first = rounds.find(({ seats }) => Object.hasOwn(seats, person.id))?.seats[person.id]
      const number = first ?? seatOf(person)
      return [person.id, townByNumber.get(number) ?? townOfTable(state, number)]
    }),
  )
}
