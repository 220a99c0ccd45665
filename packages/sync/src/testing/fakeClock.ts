/** A clock that stands still until a test moves it. */
import type { Clock } from '../clock.ts'

export interface FakeClock extends Clock {
  /** Runs what becomes due, in order. */
  pass(ms: number): void
}

export function createFakeClock(startMs = 1_000_000): FakeClock {
  let now = startMs
  let due: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(delayMs, run) {
      const timer = { at: now + delayMs, run }
      due.push(timer)
      return () => {
        due = due.filter((other) => other !== timer)
      }
    },
    pass(ms) {
      const end = now + ms
      for (;;) {
        const [next] = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        due = due.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.run()
      }
      // What ran may have let time pass itself.
      now = Math.max(now, end)
    },
  }
}

/** For tests to which waiting is of no interest: short waits are over at once, though never in the same turn. */
export function createHastyClock(): FakeClock {
  const clock = createFakeClock()
  return {
    ...clock,
    after(delayMs, run) {
      if (delayMs > 100) return clock.after(delayMs, run)
      let isOff = false
      void Promise.resolve().then(() => {
        if (isOff) return
        clock.pass(delayMs)
        run()
      })
      return () => {
        isOff = true
      }
    },
  }
}
