/** What is left of a phase as a page knows it: its view carries the end, not the timer. */
import type { PhaseView } from '@bordet/workshop'

/** Milliseconds left, negative when time is out. While waiting it is the whole phase; a pause keeps what was left. */
export function leftOf(phase: Pick<PhaseView, 'startedAt' | 'durationMs' | 'pausedAt'>, now: number): number {
  if (phase.startedAt === null) return phase.durationMs
  return phase.startedAt + phase.durationMs - (phase.pausedAt ?? now)
}
