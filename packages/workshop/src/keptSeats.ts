/** Who keeps a seat when others move: hosts, people who stay, and the companions of both. Rules [R1] and [R9] of SPEC.md. */
import { byArrival, isHost, presentPeople, presentPerson } from './handler.ts'
import { seatOf } from './seats.ts'
import type { Rotation } from './session.ts'
import type { Person, WorkshopState } from './state.ts'

/**
 * The table's number by person. Companions take the seat of the first among them who keeps one. On the way home every
 * host stays.
 */
export function keptSeats(state: WorkshopState, rotation: Rotation): Map<string, number> {
  const people = presentPeople(state).sort(byArrival)
  const relieved = new Set(
    rotation === 'home' ? [] : [...relievedHosts(state).values()].map(({ host }) => host.id),
  )
  const keeps = people.filter(({ id, stays }) => stays || (isHost(state, id) && !relieved.has(id)))
  return withCompanions(new Map(keeps.map((person) => [person.id, seatOf(person)])), people)
}

/** Seats to keep, and with them those of companions who have none. */
export function withCompanions(
  seats: ReadonlyMap<string, number>,
  people: readonly Person[],
): Map<string, number> {
  const seatOfGroup = new Map<string, number>()
  for (const { id, group } of people) {
    const seat = seats.get(id)
    if (group !== null && seat !== undefined && !seatOfGroup.has(group)) seatOfGroup.set(group, seat)
  }
  const all = new Map(seats)
  for (const { id, group } of people) {
    const seat = group === null ? undefined : seatOfGroup.get(group)
    if (seat !== undefined && !all.has(id)) all.set(id, seat)
  }
  return all
}

/** Who stays at a table knows what was said there: they host it from now on, and the host moves in their place. */
export function handOverHosting(state: WorkshopState): WorkshopState {
  const relieved = relievedHosts(state)
  if (relieved.size === 0) return state
  return {
    ...state,
    tables: state.tables.map((table) => {
      const change = relieved.get(table.number)
      return change ? { ...table, hostId: change.successor.id } : table
    }),
  }
}

/** By table: a host who can move, and the first of those who stay there and are not the host's company. */
function relievedHosts(state: WorkshopState): Map<number, { host: Person; successor: Person }> {
  const people = presentPeople(state).sort(byArrival)
  const relieved = new Map<number, { host: Person; successor: Person }>()
  for (const { number, hostId } of state.tables) {
    const host = presentPerson(state, hostId)
    if (!host || host.stays) continue
    const isHeld = people.some(
      ({ id, group, stays }) =>
        id !== host.id && group !== null && group === host.group && (stays || isHost(state, id)),
    )
    const successor = people.find((person) => person.stays && seatOf(person) === number)
    if (!isHeld && successor) relieved.set(number, { host, successor })
  }
  return relieved
}
