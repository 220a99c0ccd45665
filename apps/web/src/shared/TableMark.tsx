/** A table seen from above with its number; filled seats are taken, the square one is the host's. */
import { tableSeats } from '@bordet/look'

interface Props {
  number: number
  people: number
  hasHost: boolean
  seats?: number
  /** Without a label the mark is decoration beside text that says the same. */
  label?: string
}

export function TableMark({ number, people, hasHost, seats, label }: Props) {
  const spots = tableSeats({ people, hasHost, ...(seats === undefined ? {} : { seats }) })
  return (
    <svg
      className="table"
      viewBox="0 0 100 100"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {spots.map((spot) => {
        const state = spot.taken ? 'seat on' : 'seat off'
        const place = `${spot.x} ${spot.y}`
        if (!spot.host) return <circle key={place} className={state} cx={spot.x} cy={spot.y} r={spot.r} />
        const side = spot.r * 2
        return (
          <rect
            key={place}
            className={state}
            x={spot.x - spot.r}
            y={spot.y - spot.r}
            width={side}
            height={side}
            rx="1.5"
          />
        )
      })}
      <circle className="top" cx="50" cy="50" r="29" />
      <text className={`no d${String(number).length}`} x="50" y="50" dy=".36em" textAnchor="middle">
        {number}
      </text>
    </svg>
  )
}
