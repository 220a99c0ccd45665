/** People coming, going, sitting and being looked after. Rules [S…] of SPEC.md. */
import {
  isHost,
  personById,
  presentPeople,
  presentPerson,
  refuse,
  tableByNumber,
  unlessClosed,
  whilePresent,
  type Handler,
  type Judged,
} from '../handler.ts'
import { isFormSession } from '../forms.ts'
import { withNewcomerInPlan } from '../movePlan.ts'
import type { Refusal } from '../refusals.ts'
import { countSeats, emptiestTable, seatOf, sitDown, withPeople } from '../seats.ts'
import type { Person, Table, WorkshopState } from '../state.ts'

/** More than any hall holds; a door that is left open must end somewhere. */
const mostPeople = 2_000
const opensBeforeMs = 60 * 60_000

/** When people may come in; null when they may already, or the meeting has begun. */
export function doorsOpenAt(state: WorkshopState, now: number): number | null {
  const at = state.startsAt - opensBeforeMs
  return state.status === 'planned' && now < at ? at : null
}

export const join: Handler<'join'> = {
  moment({ state, now }) {
    if (state.status === 'closed') return 'workshopClosed'
    return doorsOpenAt(state, now) === null ? null : 'workshopNotOpen'
  },
  apply: ({ state, now }, entry) =>
    comeIn(state, { id: entry.personId, name: entry.name, table: entry.table, via: 'phone', now }),
}

export const addPerson: Handler<'addPerson'> = {
  moment: unlessClosed,
  apply({ state, now }, entry) {
    if (entry.table !== undefined && !tableByNumber(state, entry.table)) return refuse('tableUnknown')
    return comeIn(state, { id: entry.opId, name: entry.name ?? '', table: entry.table, via: 'walkIn', now })
  },
}

export const arrive: Handler<'arrive'> = {
  moment(moment) {
    const shut = whilePresent(moment)
    if (shut) return shut
    return presentPerson(moment.state, moment.actor.personId)?.nextTable === null ? 'notMoving' : null
  },
  apply({ state, actor }) {
    const person = presentPerson(state, actor.personId)
    if (!person) return refuse('personUnknown')
    return { state: sitDown(state, person, seatOf(person)) }
  },
}

export const sitElsewhere: Handler<'sitElsewhere'> = {
  moment: whilePresent,
  apply: ({ state, actor }, { table }) => takeSeat(state, presentPerson(state, actor.personId), table),
}

/** Also brings back somebody who was removed by mistake. */
export const seat: Handler<'seat'> = {
  moment: unlessClosed,
  apply: ({ state }, { personId, table }) => takeSeat(state, personById(state, personId), table),
}

export const setHost: Handler<'setHost'> = {
  moment: unlessClosed,
  apply({ state }, { table, personId }) {
    if (!tableByNumber(state, table)) return refuse('tableUnknown')
    if (personId === null) return { state: withHost(state, table, null) }
    const person = presentPerson(state, personId)
    if (!person) return refuse('personUnknown')
    return { state: withHost(sitDown(state, person, table), table, personId) }
  },
}

export const keepTogether: Handler<'keepTogether'> = {
  moment: unlessClosed,
  apply({ state }, { opId, personIds }) {
    const named = personIds.map((id) => presentPerson(state, id))
    if (!named.every((person) => person !== undefined)) return refuse('personUnknown')
    const groups = new Set(named.map((person) => person.group).filter((group) => group !== null))
    const ids = new Set(personIds)
    const members = presentPeople(state).filter(
      (person) => ids.has(person.id) || (person.group !== null && groups.has(person.group)),
    )
    return {
      state: withPeople(
        state,
        members.map((person) => ({ ...person, group: opId })),
      ),
    }
  },
}

export const staySeated: Handler<'staySeated'> = {
  moment: whilePresent,
  apply({ state, actor }, entry) {
    const personId = entry.personId ?? actor.personId
    const stays = entry.stays ?? true
    if (actor.role === 'participant' && (personId !== actor.personId || !stays)) return refuse('notYourRole')
    const person = presentPerson(state, personId)
    if (!person) return refuse('personUnknown')
    const seated = { ...person, stays, nextTable: stays ? null : person.nextTable }
    // In the middle of a move their companions come back to them, or do not go.
    const companions =
      stays && person.nextTable !== null && person.group !== null
        ? presentPeople(state).filter(({ id, group }) => id !== person.id && group === person.group)
        : []
    const back = companions.map((other) => ({
      ...other,
      nextTable: other.table === person.table ? null : person.table,
    }))
    return { state: withPeople(state, [seated, ...back]) }
  },
}

export const moveAlone: Handler<'moveAlone'> = {
  moment: unlessClosed,
  apply({ state }, { personId }) {
    const person = presentPerson(state, personId)
    if (!person) return refuse('personUnknown')
    const others = presentPeople(state).filter(
      ({ id, group }) => group !== null && group === person.group && id !== personId,
    )
    // Nobody is companions with themselves.
    const alone = others.length === 1 ? [person, ...others] : [person]
    return {
      state: withPeople(
        state,
        alone.map((one) => ({ ...one, group: null })),
      ),
    }
  },
}

/** Who left stays in the record: their notes, their rounds. Only the seat is free again. */
export const removePerson: Handler<'removePerson'> = {
  moment: unlessClosed,
  apply({ state, now }, { personId }) {
    const person = presentPerson(state, personId)
    if (!person) return refuse('personUnknown')
    const tables = isHost(state, personId) ? freeHost(state.tables, personId) : state.tables
    const gone = { ...person, table: seatOf(person), nextTable: null, leftAt: now }
    return { state: { ...state, tables, people: { ...state.people, [personId]: gone } } }
  },
}

export const askHelp: Handler<'askHelp'> = {
  moment: whilePresent,
  apply({ state, actor, now }) {
    const number = actor.table ?? presentPerson(state, actor.personId)?.table
    const table = number === undefined ? undefined : tableByNumber(state, number)
    if (!table) return refuse('tableUnknown')
    return { state: withHelp(state, table.number, { helpAt: table.helpAt ?? now, helpBy: table.helpBy }) }
  },
}

export const helpDone: Handler<'helpDone'> = {
  moment: unlessClosed,
  apply({ state, actor }, { table }) {
    if (actor.role === 'table' && actor.table !== table) return refuse('notYourRole')
    if (!tableByNumber(state, table)) return refuse('tableUnknown')
    return { state: withHelp(state, table, { helpAt: null, helpBy: null }) }
  },
}

/** Who claims later takes over: two on the way is one too many, and the later one knows of the first. */
export const claimHelp: Handler<'claimHelp'> = {
  moment: unlessClosed,
  apply({ state, actor }, { table: number }) {
    const table = tableByNumber(state, number)
    if (!table) return refuse('tableUnknown')
    if (table.helpAt === null) return refuse('helpNotAsked')
    return { state: withHelp(state, number, { helpAt: table.helpAt, helpBy: actor.name ?? '' }) }
  },
}

interface Newcomer {
  id: string
  name: string
  table: number | undefined
  via: Person['via']
  now: number
}

function comeIn(state: WorkshopState, who: Newcomer): Judged {
  const refused = noRoom(state, who)
  if (refused) return refuse(refused)
  const chosen = who.table === undefined ? undefined : tableByNumber(state, who.table)?.number
  const isForm = isFormSession(state.session)
  const person: Person = {
    id: who.id,
    name: who.name,
    table: isForm ? 0 : (chosen ?? emptiestTable(countSeats(state))),
    nextTable: null,
    stays: false,
    group: null,
    via: who.via,
    joinedAt: who.now,
    leftAt: null,
    form: isForm ? { step: 0, sheet: who.id } : null,
  }
  const seated = withPeople(state, [person])
  const planned = isForm ? seated : withNewcomerInPlan(seated, person.id)
  return { state: planned, answer: { personId: person.id } }
}

function noRoom(state: WorkshopState, who: Newcomer): Refusal | null {
  if (Object.hasOwn(state.people, who.id)) return 'opIdTaken'
  return Object.keys(state.people).length >= mostPeople ? 'hallFull' : null
}

function takeSeat(state: WorkshopState, person: Person | undefined, table: number): Judged {
  if (!person) return refuse('personUnknown')
  if (!tableByNumber(state, table)) return refuse('tableUnknown')
  return { state: sitDown(state, person, table) }
}

function withHost(state: WorkshopState, number: number, hostId: string | null): WorkshopState {
  const tables = hostId === null ? state.tables : freeHost(state.tables, hostId)
  return { ...state, tables: tables.map((table) => (table.number === number ? { ...table, hostId } : table)) }
}

function freeHost(tables: readonly Table[], personId: string): Table[] {
  return tables.map((table) => (table.hostId === personId ? { ...table, hostId: null } : table))
}

function withHelp(
  state: WorkshopState,
  number: number,
  help: Pick<Table, 'helpAt' | 'helpBy'>,
): WorkshopState {
  return {
    ...state,
    tables: state.tables.map((table) => (table.number === number ? { ...table, ...help } : table)),
  }
}
