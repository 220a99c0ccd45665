/**
 * How fast writes to sockets may follow each other. Each costs a call into the system, whatever its size, and that is
 * most of what a room costs: so a busy room's updates wait for company, and a quiet one's wait for nothing.
 */
import type { Clock } from './clock.ts'

export interface Pace {
  /** Milliseconds until the next writes should go out; 0 when it is quiet. */
  waitMs(): number
  spend(writes: number): void
}

export interface PaceLimits {
  writesPerSecond: number
  /** Writes that may go out at once after a pause. */
  burst: number
  /** Nothing waits longer. */
  mostMs: number
}

/** `around`: the pace of all rooms together; the slower of the two counts. */
export function createPace(clock: Clock, limits: PaceLimits, around?: Pace): Pace {
  const { writesPerSecond, burst, mostMs } = limits
  /** Goes below zero: the writes go out all the same, and those after them wait. */
  let left = burst
  let filledAt = clock.now()

  function fill(): void {
    const now = clock.now()
    // A machine's clock that was set back must not hold anything up.
    left = Math.min(burst, left + (Math.max(0, now - filledAt) / 1000) * writesPerSecond)
    filledAt = now
  }

  return {
    waitMs() {
      fill()
      const own = left > 0 ? 0 : Math.min(mostMs, (-left / writesPerSecond) * 1000 + 1)
      return Math.max(own, around?.waitMs() ?? 0)
    },
    spend(writes) {
      fill()
      left = Math.max(left - writes, -(writesPerSecond / 1000) * mostMs)
      around?.spend(writes)
    },
  }
}
