/** How much of the phase is left. The only part of the page that renders every second. */
import type { ServerClock } from '@bordet/client'
import { countdown, type Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import type { View } from '@bordet/workshop'
import { useServerNow } from '../shared/useServerNow.ts'

interface Props {
  view: View
  clock: ServerClock
  say: Say<typeof svWords>
}

export function PhaseClock({ view, clock, say }: Props) {
  const now = useServerNow(clock, view.phase.endsAt)
  const { startedAt, durationMs, pausedAt, status } = view.phase
  if (startedAt === null || status === 'waiting' || view.status === 'closed') return null
  const leftMs = startedAt + durationMs - (pausedAt ?? now)
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  const left = say('timeLeft', { minutes: Math.floor(seconds / 60), n: seconds % 60 })
  const isPaused = pausedAt !== null
  return (
    <span
      className={`bt-clock num${isPaused ? ' is-paused' : ''}${leftMs <= 0 ? ' is-over' : ''}`}
      role="timer"
      aria-label={isPaused ? say('timePaused') : leftMs <= 0 ? say('timeOver') : left}
    >
      {countdown(leftMs)}
      <small>{say(isPaused ? 'paused' : leftMs <= 0 ? 'over' : 'left')}</small>
    </span>
  )
}
