/** A budget of things that cost much however small they are: while it lasts nothing waits, then each waits for its share. */
import type { Clock } from './clock.ts'

export interface Pace {
  /** Milliseconds until the next should come; 0 while the budget lasts. */
  waitMs(): number
  spend(amount: number): void
}

export interface PaceLimits {
  perSecond: number
  /** What may come at once after a pause. */
  burst: number
  /** Nothing waits longer. */
  mostMs: number
}

export function createPace(clock: Clock, { perSecond, burst, mostMs }: PaceLimits): Pace {
  /** Goes below zero: what must be done is done, and what comes after it waits. */
  let left = burst
  let filledAt = clock.now()

  function fill(): void {
    const now = clock.now()
    left = Math.min(burst, left + ((now - filledAt) / 1000) * perSecond)
    filledAt = now
  }

  return {
    waitMs() {
      fill()
      return left > 0 ? 0 : Math.min(mostMs, (-left / perSecond) * 1000 + 1)
    },
    spend(amount) {
      fill()
      left = Math.max(left - amount, -(perSecond / 1000) * mostMs)
    },
  }
}
