/** What concerns the whole hall: tables, locks, and planning seats anew. */
import {
  phaseNow,
  presentPeople,
  refuse,
  tableByNumber,
  unlessClosed,
  type Applying,
  type Handler,
} from '../handler.ts'
import { withToldPlan } from '../movePlan.ts'
import { balanceTables, planMove } from '../planMove.ts'
import { countHeld } from './heldNotes.ts'
import type { Session, Zone } from '../session.ts'
import { seatOf } from '../seats.ts'
import type { Table, WorkshopState } from '../state.ts'

export const lockBoards: Handler<'lockBoards'> = {
  moment: unlessClosed,
  apply: ({ state }, { locked }) => ({ state: { ...state, boardsLocked: locked } }),
}

export const planSeats: Handler<'planSeats'> = {
  moment: unlessClosed,
  apply({ state, now }) {
    const { phase } = phaseNow(state, now)
    const isMoving =
      phase.rotation !== 'none' && presentPeople(state).some((person) => person.nextTable !== null)
    return { state: isMoving ? planMove(state, phase) : balanceTables(state) }
  },
}

/** For route cards: from now on these seats are kept. */
export const planRoutes: Handler<'planRoutes'> = {
  moment: unlessClosed,
  apply: ({ state }) => ({ state: withToldPlan(state) }),
}

export const setTown: Handler<'setTown'> = {
  moment: unlessClosed,
  apply({ state }, { table: number, town }) {
    if (!tableByNumber(state, number)) return refuse('tableUnknown')
    return {
      state: {
        ...state,
        tables: state.tables.map((table) => (table.number === number ? { ...table, town } : table)),
      },
    }
  },
}

export const setTables: Handler<'setTables'> = {
  moment: unlessClosed,
  apply(applying, { count, boardIds }) {
    const { state } = applying
    const removed = state.tables.filter((table) => table.number > count)
    if (removed.some((table) => isInUse(applying, table))) return refuse('tableInUse')
    const kept = state.tables.filter((table) => table.number <= count)
    const added = boardIds
      .slice(0, Math.max(0, count - kept.length))
      .map((boardId, index) => newTable(kept.length + index + 1, boardId))
    const isSpare = (table: Table) => state.spareBoards.some(({ boardId }) => boardId === table.boardId)
    return {
      state: { ...state, tables: [...kept, ...added], spareBoards: spareAfter(state, removed, added) },
      effects: added
        .filter((table) => !isSpare(table))
        .map((table) => ({
          kind: 'seedZones',
          boardId: table.boardId,
          zones: zonesForTables(state.session),
        })),
    }
  },
}

/** Nothing that stands on a board is lost with its table: drawings, and notes that were hidden or removed. */
function spareAfter(
  { spareBoards }: WorkshopState,
  removed: readonly Table[],
  added: readonly Table[],
): WorkshopState['spareBoards'] {
  const still = spareBoards.filter((board) => !added.some(({ number }) => number === board.number))
  return [...removed.map(({ number, boardId }) => ({ number, boardId })), ...still]
}

export function newTable(number: number, boardId: string): Table {
  return { number, boardId, hostId: null, town: '', helpAt: null, helpBy: null }
}

export function zonesForTables(session: Session): Zone[] {
  return session.zones.filter((zone) => zone.scope === 'table')
}

/** The hall's board has the zones of the programme too, until programmes have boards of their own. */
export function zonesForHall(session: Session): Zone[] {
  return session.zones.filter((zone) => zone.scope !== 'table')
}

function isInUse({ state, facts }: Applying, table: Table): boolean {
  if (hasSeats(state, table.number)) return true
  return (facts?.countOnBoard(table.boardId) ?? 0) + countHeld(state, table.boardId) > 0
}

function hasSeats(state: WorkshopState, number: number): boolean {
  return presentPeople(state).some((person) => person.table === number || seatOf(person) === number)
}
