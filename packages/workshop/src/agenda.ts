/** The evening's plan with clock times, and how far it is ahead or behind. */
import { phaseNow } from './handler.ts'
import type { WorkshopState } from './state.ts'
import type { AgendaRow } from './view.ts'

const minuteMs = 60_000

/**
 * Milliseconds by which the phases still to come are later than planned, negative when earlier. A phase that is over
 * but not followed by the next goes on making it later; one that ended early makes it earlier.
 */
export function delayMs(state: WorkshopState, now: number): number {
  const { timer } = state
  if (!timer) return Math.max(0, now - state.startsAt)
  const { phase, status } = phaseNow(state, now)
  const end = status === 'over' ? now : timer.startedAt + timer.durationMs + pausedForMs(timer.pausedAt, now)
  return end - (plannedStarts(state)[state.phaseIndex] ?? state.startsAt) - phase.minutes * minuteMs
}

export function agenda(state: WorkshopState, now: number): AgendaRow[] {
  const delay = delayMs(state, now)
  const planned = plannedStarts(state)
  return state.session.phases.map(({ id, kind, name, minutes, rotation }, index) => {
    const row = rowState(state, index)
    const ran = row === 'done' || row === 'now' ? state.runs.findLast((run) => run.phaseId === id) : undefined
    const plannedAt = planned[index] ?? state.startsAt
    return {
      id,
      kind,
      moves: rotation !== 'none',
      name,
      minutes,
      at: ran?.startedAt ?? (row === 'done' ? skippedAt(state, index) : plannedAt + delay),
      state: row,
    }
  })
}

/** When the first phase after it that was run started. */
function skippedAt(state: WorkshopState, index: number): number {
  const later = new Set(state.session.phases.slice(index + 1).map(({ id }) => id))
  return state.runs.find((run) => later.has(run.phaseId))?.startedAt ?? state.startsAt
}

function pausedForMs(pausedAt: number | null, now: number): number {
  return pausedAt === null ? 0 : Math.max(0, now - pausedAt)
}

function plannedStarts(state: WorkshopState): number[] {
  let at = state.startsAt
  return state.session.phases.map((phase) => {
    const start = at
    at += phase.minutes * minuteMs
    return start
  })
}

function rowState(state: WorkshopState, index: number): AgendaRow['state'] {
  const current = state.timer ? state.phaseIndex : state.phaseIndex - 1
  if (index < current || (index === current && state.status === 'closed')) return 'done'
  if (index === current) return 'now'
  return index === current + 1 ? 'next' : 'later'
}
