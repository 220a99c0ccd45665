/** Why a board cannot be written on now, as the view tells; the server has the last word and says 4403. */
import type { View } from '@bordet/workshop'

/** A key of the page's words. */
export type ReadOnlyReason =
  'readOnlyClosed' | 'readOnlyLocked' | 'readOnlyPlanned' | 'readOnlyResting' | 'readOnlyRole'

/** `table` is the board's table, null for the hall. Null when it may be written on. The engine's `mayWriteBoard`, seen from here. */
export function whyReadOnly(view: View, table: number | null): ReadOnlyReason | null {
  const { role } = view.me
  if (view.status === 'closed') return 'readOnlyClosed'
  if (role === 'facilitator' || role === 'organiser' || (role === 'helper' && table === null)) return null
  // A participant's view names boards only where the workshop opens them to everybody.
  const isOpenToMe = role === 'table' || (role === 'participant' && view.boards !== null)
  if (!isOpenToMe || (view.me.nextTable ?? view.me.table) !== table) return 'readOnlyRole'
  if (view.status === 'planned') return 'readOnlyPlanned'
  if (view.boardsLocked) return 'readOnlyLocked'
  return view.phase.zones.some(({ scope }) => scope === 'table') ? null : 'readOnlyResting'
}
