/** The seats taken with this phone, newest first, so that a person who scans the code again comes back to their own. */
import type { Credentials } from '@bordet/client'
import { keep, recall } from './kept.ts'

export interface RememberedSeat extends Credentials {
  code: string
  personId: string
  name: string
  table: number
  at: number
}

const most = 8
const freshMs = 16 * 3_600_000

export function rememberSeat(seat: RememberedSeat): void {
  keep('seats', [seat, ...allSeats().filter((other) => other.key !== seat.key)].slice(0, most))
}

/** The table a person sits at changes during the evening. */
export function rememberTable(key: string, table: number): void {
  const seats = allSeats()
  if (!seats.some((seat) => seat.key === key && seat.table !== table)) return
  keep(
    'seats',
    seats.map((seat) => (seat.key === key ? { ...seat, table } : seat)),
  )
}

export function forgetSeat(key: string): void {
  keep(
    'seats',
    allSeats().filter((seat) => seat.key !== key),
  )
}

/** The seats this phone has in the workshop with that code; without a code, all of this day. */
export function seatsToComeBackTo(code: string | null, now: number): RememberedSeat[] {
  return allSeats().filter((seat) => now - seat.at < freshMs && (code === null || seat.code === code))
}

const allSeats = () => recall<RememberedSeat[]>('seats', [])
