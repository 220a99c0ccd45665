/** Which board a link opens: a table's or the hall's, with the key from the fragment; and which of its notes to look at. */
import type { Credentials } from '@bordet/client'

export interface BoardAddress {
  who: Credentials
  /** Null is the hall's board. */
  table: number | null
  /** `?note=<id>`; null opens the board as it is. */
  noteId: string | null
}

/** `/table/<workshopId>/<n>#<key>` and `/hall/<workshopId>#<key>`; null when the link lacks a part. */
export function readBoardAddress(address: {
  pathname: string
  search: string
  hash: string
}): BoardAddress | null {
  const [, kind, workshopId, number] = address.pathname.split('/')
  const key = address.hash.slice(1)
  if (!workshopId || !key) return null
  const who = { workshopId: decodeURIComponent(workshopId), key }
  const noteId = new URLSearchParams(address.search).get('note')
  if (kind === 'hall') return { who, table: null, noteId }
  const table = Number(number)
  return kind === 'table' && Number.isInteger(table) && table > 0 ? { who, table, noteId } : null
}
