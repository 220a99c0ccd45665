/** The clock is data: these functions read it, nothing runs. Times are epoch milliseconds on the server's clock. */
import type { Timer } from './state.ts'
import type { PhaseStatus } from './view.ts'

/** Milliseconds left; negative once time is out. A paused timer keeps its rest. */
export function timeLeftMs(timer: Timer, now: number): number {
  return timer.startedAt + timer.durationMs - (timer.pausedAt ?? now)
}

/** What to show where a clock does not count over time: never below zero. */
export function timeRemainingMs(timer: Timer, now: number): number {
  return Math.max(0, timeLeftMs(timer, now))
}

export function timerStatus(timer: Timer | null, endedAt: number | null, now: number): PhaseStatus {
  if (!timer) return 'waiting'
  if (endedAt !== null) return 'over'
  if (timer.pausedAt !== null) return 'paused'
  return timeLeftMs(timer, now) <= 0 ? 'over' : 'running'
}
