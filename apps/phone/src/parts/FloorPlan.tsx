import { useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

const words = { stage: 'planStage', door: 'planDoor', coffee: 'planCoffee', window: 'planWindow' } as const

/** The hall from above with the way from one's table to the next, where somebody made a plan. A square is 10 wide. */
export function FloorPlan() {
  const { say } = useWords()
  const { floorPlan, me } = useView()
  if (!floorPlan) return null
  const { columns, rows, things } = floorPlan
  const find = (table: number | null) => things.find((one) => one.kind === 'table' && one.table === table)
  const from = find(me.table)
  const to = find(me.nextTable)
  return (
    <svg
      class="plan"
      viewBox={`-5 -5 ${columns * 10} ${rows * 10}`}
      role="img"
      aria-label={to && say('planLabel', { n: `${me.nextTable}`, row: to.y + 1, place: to.x + 1 })}
    >
      {from && to && <path d={`M${from.x}0 ${from.y}0v${to.y < from.y ? -5 : 5}H${to.x}0V${to.y}0`} />}
      {things.map((thing) => (
        <g
          key={thing.x + thing.y * 24}
          class={thing === to ? 'to' : thing === from ? 'from' : thing.kind}
          transform={`translate(${thing.x}0 ${thing.y}0)`}
        >
          {thing.kind === 'table' ? <circle /> : <rect width={thing.width * 10} />}
          <text x={thing.kind === 'table' ? 0 : thing.width * 5 - 5} dy=".35em">
            {thing.kind === 'table' ? thing.table : say(words[thing.kind])}
          </text>
        </g>
      ))}
    </svg>
  )
}
