import { tableSeats } from '@bordet/look'
import type { TableView } from '@bordet/workshop'

/** The table seen from above, its number in the middle. Decoration unless the number stands nowhere else. */
export function TableMark({ table, isNamed = false }: { table: TableView; isNamed?: boolean }) {
  const { number, people } = table
  return (
    <svg
      class="table"
      viewBox="0 0 100 100"
      {...(isNamed ? { role: 'img', 'aria-label': `${number}` } : { 'aria-hidden': true })}
    >
      {tableSeats({ people, hasHost: table.host !== null }).map(({ x, y, r, host, taken }, index) => {
        const seat = `seat ${taken ? 'on' : 'off'}`
        return host ? (
          <rect key={index} class={seat} x={x - r} y={y - r} width={2 * r} height={2 * r} rx="1.5" />
        ) : (
          <circle key={index} class={seat} cx={x} cy={y} r={r} />
        )
      })}
      <circle class="top" cx="50" cy="50" r="29" />
      <text class={`no d${`${number}`.length}`} x="50" y="50" dy=".36em" text-anchor="middle">
        {number}
      </text>
    </svg>
  )
}
