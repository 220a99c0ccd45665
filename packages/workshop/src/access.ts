/** Who may open and who may change which board. Rules [A…] of SPEC.md. */
import type { Actor } from './effects.ts'
import { presentPerson } from './handler.ts'
import { seatOf } from './seats.ts'
import type { WorkshopState } from './state.ts'

/** The board's table, 0 for the hall, null when it is none of this workshop's. */
export function tableOfBoard(state: WorkshopState, boardId: string): number | null {
  if (boardId === state.hallBoardId) return 0
  return state.tables.find((table) => table.boardId === boardId)?.number ?? null
}

/** The table whose board is this member's own; null without one. */
export function ownTable(state: WorkshopState, actor: Actor): number | null {
  if (actor.role === 'table') return actor.table
  if (actor.role !== 'participant') return null
  const person = presentPerson(state, actor.personId)
  return person ? seatOf(person) : null
}

export function mayReadBoard(state: WorkshopState, actor: Actor, boardId: string): boolean {
  const table = tableOfBoard(state, boardId)
  if (table === null) return false
  switch (actor.role) {
    case 'facilitator':
    case 'organiser':
    case 'helper':
      return true
    case 'screen':
      return table === 0
    case 'table':
    case 'participant': {
      const own = ownTable(state, actor)
      return own !== null && (table === 0 || table === own)
    }
    default:
      return actor.role satisfies never
  }
}

/** Ask again whenever the state's version changes: a phase, a lock or a seat may have. */
export function mayWriteBoard(state: WorkshopState, actor: Actor, boardId: string): boolean {
  const table = tableOfBoard(state, boardId)
  if (table === null || state.status === 'closed') return false
  switch (actor.role) {
    case 'facilitator':
    case 'organiser':
      return true
    case 'helper':
      return table === 0
    case 'screen':
      return false
    case 'table':
      return table !== 0 && table === actor.table && isTableOpen(state)
    case 'participant':
      return state.openBoards && table !== 0 && table === ownTable(state, actor) && isTableOpen(state)
    default:
      return actor.role satisfies never
  }
}

/** While the phase has a zone on the tables, be it running or over: people arrange their notes to the last moment. */
function isTableOpen(state: WorkshopState): boolean {
  if (state.status !== 'open' || state.boardsLocked) return false
  const open = state.session.phases[state.phaseIndex]?.zones ?? []
  return state.session.zones.some((zone) => zone.scope === 'table' && open.includes(zone.id))
}
