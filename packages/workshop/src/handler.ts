/** The shape of a command's rules, and the readings of the state that all of them share. */
import type { Actor, BoardEffect, BoardFacts } from './effects.ts'
import type { EntryByType, EntryType } from './entries.ts'
import type { Refusal } from './refusals.ts'
import type { Phase, Zone } from './session.ts'
import type { Person, Table, WorkshopState } from './state.ts'
import { timerStatus } from './timer.ts'
import type { PhaseStatus } from './view.ts'

/** Who asks when, of which state. */
export interface Moment {
  state: WorkshopState
  actor: Actor
  now: number
}

export interface Applying extends Moment {
  /** Null when the log is replayed: what was accepted once is accepted again, and boards have it already. */
  facts: BoardFacts | null
}

export interface Done {
  state: WorkshopState
  effects?: BoardEffect[]
  /** `left`: of an undo, what stays because somebody has changed it since. */
  answer?: { noteId?: string; personId?: string; left?: number }
}
export type Judged = Done | { refused: Refusal }

/**
 * One command's rules. `moment` says why it would be refused now whatever its details, or null; what a member `may`
 * do is read from it, and `apply` runs only when it let the command through.
 */
export interface Handler<T extends EntryType> {
  moment(moment: Moment, entry?: EntryByType[T]): Refusal | null
  apply(applying: Applying, entry: EntryByType[T]): Judged
}

export function refuse(refused: Refusal): { refused: Refusal } {
  return { refused }
}

export function isRefusal<T>(value: T | { refused: Refusal }): value is { refused: Refusal } {
  return typeof value === 'object' && value !== null && 'refused' in value
}

export interface PhaseNow {
  phase: Phase
  index: number
  status: PhaseStatus
}

export function phaseNow(state: WorkshopState, now: number): PhaseNow {
  const phase = state.session.phases[state.phaseIndex]
  if (!phase) throw new Error(`phase ${state.phaseIndex} is not in the session`)
  const endedAt = state.timer ? (state.runs.at(-1)?.endedAt ?? null) : null
  return { phase, index: state.phaseIndex, status: timerStatus(state.timer, endedAt, now) }
}

/** The entry of a record under a key from outside, which may be called like something every object has. */
export function entryOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

export function zoneById(state: WorkshopState, zoneId: string): Zone | undefined {
  return state.session.zones.find((zone) => zone.id === zoneId)
}

export function zonesOf(state: WorkshopState, phase: Phase): Zone[] {
  return phase.zones.flatMap((id) => zoneById(state, id) ?? [])
}

export function tableByNumber(state: WorkshopState, number: number): Table | undefined {
  return state.tables.find((table) => table.number === number)
}

/** 0 is the hall. */
export function boardOf(state: WorkshopState, table: number): string | undefined {
  return table === 0 ? state.hallBoardId : tableByNumber(state, table)?.boardId
}

/** People who have not left, in the order they came. */
export function presentPeople(state: WorkshopState): Person[] {
  return Object.values(state.people).filter((person) => person.leftAt === null)
}

/** Also finds who has left. */
export function personById(state: WorkshopState, personId: string | null | undefined): Person | undefined {
  return personId ? entryOf(state.people, personId) : undefined
}

export function presentPerson(state: WorkshopState, personId: string | null | undefined): Person | undefined {
  const person = personById(state, personId)
  return person?.leftAt === null ? person : undefined
}

export function isHost(state: WorkshopState, personId: string): boolean {
  return state.tables.some((table) => table.hostId === personId)
}

/** Whether something was chosen for another phase than the one that is on. */
export function isOfOtherPhase({ state, now }: Moment, phaseId: string | undefined): boolean {
  return phaseId !== undefined && phaseId !== phaseNow(state, now).phase.id
}

/** Refusals that hold for most commands: only before and after the meeting is everything shut. */
export function unlessClosed({ state }: Moment): Refusal | null {
  return state.status === 'closed' ? 'workshopClosed' : null
}

/** As `unlessClosed`, and a participant who asks must not have left. */
export function whilePresent({ state, actor }: Moment): Refusal | null {
  if (state.status === 'closed') return 'workshopClosed'
  if (actor.role !== 'participant') return null
  return presentPerson(state, actor.personId) ? null : 'personUnknown'
}

/** Object.values order: ids that look like array indexes come first, so order is made explicit where it matters. */
export function byArrival(a: Person, b: Person): number {
  return a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1)
}
