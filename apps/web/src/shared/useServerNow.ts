/** The server's time, for parts that show it. */
import type { ServerClock } from '@bordet/client'
import { untilCountdownTurns } from '@bordet/text'
import { useEffect, useReducer } from 'react'

const tickMs = 250

/**
 * With `endsAt` it ticks in the moments when a countdown to it turns to the next second, so that all pages in a hall
 * turn together; without it, or where it is null, four times a second.
 */
export function useServerNow(clock: ServerClock, endsAt: number | null = null): number {
  const [, turn] = useReducer((turns: number) => turns + 1, 0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      const waitMs = endsAt === null ? tickMs : untilCountdownTurns(endsAt - clock.now())
      timer = setTimeout(() => {
        turn()
        wait()
      }, waitMs)
    }
    wait()
    return () => clearTimeout(timer)
  }, [clock, endsAt])
  // Read now, not at the last turn: what a page shows may have changed in between.
  return clock.now()
}
