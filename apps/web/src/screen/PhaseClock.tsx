/** The phase's clock in two shapes: the ring of seats, and plain digits for the move. Both count up once time is out. */
import { countdown } from '@bordet/text'
import { leftOf } from '../shared/phaseClock.ts'
import { ClockRing } from '../shared/ClockRing.tsx'
import { useServerNow } from '../shared/useServerNow.ts'
import { useShown } from './screenContext.ts'

export function PhaseRing() {
  const { view, say } = useShown()
  const { leftMs, label, state } = useClock()
  const caption = { paused: 'paused', over: 'timeOut', running: 'left' } as const
  return (
    <ClockRing
      durationMs={view.phase.durationMs}
      leftMs={leftMs}
      caption={say(caption[state])}
      label={label}
      paused={state === 'paused'}
    />
  )
}

export function PhaseDigits() {
  const { say } = useShown()
  const { leftMs, label, state } = useClock()
  return (
    <span className={`clk num clk-${state}`} role="timer" aria-label={label}>
      {state !== 'running' && (
        <small aria-hidden="true">{say(state === 'paused' ? 'paused' : 'timeOut')}</small>
      )}
      {countdown(leftMs)}
    </span>
  )
}

function useClock() {
  const { view, clock, say } = useShown()
  const now = useServerNow(clock, view.phase.endsAt)
  const leftMs = leftOf(view.phase, now)
  const time = {
    minutes: Math.floor(Math.abs(leftMs) / 60_000),
    seconds: Math.floor(Math.abs(leftMs) / 1000) % 60,
  }
  const state = view.phase.status === 'paused' ? 'paused' : leftMs <= 0 ? 'over' : 'running'
  const words = { paused: 'clockPaused', over: 'clockOver', running: 'clockLeft' } as const
  return { leftMs, state, label: say(words[state], time) } as const
}
