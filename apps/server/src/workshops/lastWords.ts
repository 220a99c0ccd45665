/**
 * A phase that ends or a lock takes the boards from the tables while letters are on their way: for a few seconds
 * after, a table's device may still bring them in. Refusing them would close its connection and lose them.
 */
import type { WorkshopState } from '@bordet/workshop'
import { mayWriteBoard, type Actor } from '@bordet/workshop/engine'

export const lastWordsMs = 10_000

export interface LastWords {
  /** Call at each change of the state. */
  watch(before: WorkshopState, after: WorkshopState, now: number): void
  allow(state: WorkshopState, actor: Actor, boardId: string, now: number): boolean
}

export function createLastWords(): LastWords {
  let open: { state: WorkshopState; until: number } | null = null
  return {
    watch(before, after, now) {
      if (areTablesOpen(before) && !areTablesOpen(after)) open = { state: before, until: now + lastWordsMs }
    },
    allow: (state, actor, boardId, now) =>
      open !== null &&
      now < open.until &&
      state.status === 'open' &&
      actor.role === 'table' &&
      mayWriteBoard(open.state, actor, boardId),
  }
}

/** They all open and close together. */
function areTablesOpen(state: WorkshopState): boolean {
  const [table] = state.tables
  if (!table) return false
  return mayWriteBoard(state, { role: 'table', personId: null, table: table.number }, table.boardId)
}
