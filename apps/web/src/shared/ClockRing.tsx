/** The clock as a table whose seats empty: readable from afar without reading the digits. Never live: `role=timer` only. */
import { clockSeats } from '@bordet/look'
import { countdown } from '@bordet/text'

interface Props {
  durationMs: number
  leftMs: number
  /** What is under the digits, for the eye. */
  caption: string
  /** The same in words, for the ear. */
  label: string
  paused: boolean
}

export function ClockRing({ durationMs, leftMs, caption, label, paused }: Props) {
  const digits = countdown(leftMs)
  const state = `ring${paused ? ' is-paused' : ''}${leftMs <= 0 ? ' is-over' : ''}`
  return (
    <div className={state} role="timer" aria-label={label}>
      <svg viewBox="0 0 200 200" aria-hidden="true">
        {clockSeats(durationMs, leftMs).map((seat) => (
          <circle
            key={`${seat.x} ${seat.y}`}
            className={seat.left ? 'seat on' : 'seat off'}
            cx={seat.x}
            cy={seat.y}
            r={seat.r}
          />
        ))}
      </svg>
      <div className="ring-in" aria-hidden="true">
        <span className={`c${sizeOf(digits)}`}>{digits}</span>
        <span className="u">{caption}</span>
      </div>
    </div>
  )
}

function sizeOf({ length }: string): string {
  if (length > 6) return ' c-huge'
  if (length > 5) return ' c-long'
  return length > 4 ? ' c-mid' : ''
}
