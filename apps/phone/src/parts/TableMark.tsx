import { tableSeats } from '@bordet/look'

/** The table seen from above, its number in the middle. Decoration unless it gets a `label`. */
export function TableMark(props: { number: number; people: number; hasHost: boolean; label?: string }) {
  const { number, label } = props
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label }
  return (
    <svg class="table" viewBox="0 0 100 100" {...naming}>
      {tableSeats({ people: props.people, hasHost: props.hasHost }).map(({ x, y, r, host, taken }, index) =>
        host ? (
          <rect key={index} class={seat(taken)} x={x - r} y={y - r} width={2 * r} height={2 * r} rx="1.5" />
        ) : (
          <circle key={index} class={seat(taken)} cx={x} cy={y} r={r} />
        ),
      )}
      <circle class="top" cx="50" cy="50" r="29" />
      <text class={`no d${String(number).length}`} x="50" y="50" dy=".36em" text-anchor="middle">
        {number}
      </text>
    </svg>
  )
}

const seat = (taken: boolean) => `seat ${taken ? 'on' : 'off'}`
