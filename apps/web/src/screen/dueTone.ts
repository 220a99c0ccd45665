/** When the room is to hear something: two minutes before the end, and at the end. Pure, from what a clock showed last. */
import type { PhaseView } from '@bordet/workshop'
import { leftOf } from '../shared/phaseClock.ts'

export type Tone = 'twoMinutes' | 'end'

/** What the clock showed at one moment. */
export interface ClockMoment {
  phaseId: string
  isRunning: boolean
  durationMs: number
  leftMs: number
}

const twoMinutesMs = 2 * 60_000
/** In a shorter phase the tone would come while people are still finding out what to do; the prompt keeps silent too. */
const shortestPhaseMs = 5 * 60_000
/** A screen that slept or was cut off does not make up for what the room has long seen. */
const lateMs = 5_000

export function clockMoment(
  phase: Pick<PhaseView, 'id' | 'status' | 'startedAt' | 'durationMs' | 'pausedAt'>,
  now: number,
): ClockMoment {
  return {
    phaseId: phase.id,
    isRunning: phase.startedAt !== null && phase.pausedAt === null,
    durationMs: phase.durationMs,
    leftMs: leftOf(phase, now),
  }
}

/** Null when nothing is due: another phase, a pause, or the moment is too long ago. */
export function dueTone(before: ClockMoment | null, after: ClockMoment): Tone | null {
  if (!before || before.phaseId !== after.phaseId || !before.isRunning || !after.isRunning) return null
  if (hasPassed(before, after, 0)) return 'end'
  if (after.durationMs >= shortestPhaseMs && hasPassed(before, after, twoMinutesMs)) return 'twoMinutes'
  return null
}

function hasPassed(before: ClockMoment, after: ClockMoment, markMs: number): boolean {
  return before.leftMs > markMs && after.leftMs <= markMs && after.leftMs > markMs - lateMs
}
