/** Time for the rooms: it goes on evenly when the machine's own clock is set. */
import type { Clock } from '@bordet/sync'

export const systemClock: Clock = {
  now: () => performance.now(),
  after(delayMs, run) {
    if (delayMs <= 0) {
      const immediate = setImmediate(run)
      return () => clearImmediate(immediate)
    }
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
