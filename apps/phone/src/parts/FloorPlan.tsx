import { useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

const words = { stage: 'planStage', door: 'planDoor', coffee: 'planCoffee', window: 'planWindow' } as const

/** The hall from above with the way from one's table to the next, where somebody made a plan. */
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
      viewBox={`0 0 ${columns * 10} ${rows * 10}`}
      role="img"
      aria-label={to && say('planLabel', { n: me.nextTable ?? 0, row: to.y + 1, place: to.x + 1 })}
    >
      {from && to && (
        <path
          d={`M${from.x * 10 + 5} ${from.y * 10 + 5}v${to.y < from.y ? -5 : 5}H${to.x * 10 + 5}V${to.y * 10 + 5}`}
        />
      )}
      {things.map((thing) => {
        const x = thing.x * 10
        const y = thing.y * 10 + 5
        if (thing.kind === 'table') {
          return (
            <g key={thing.table} class={thing === to ? 'to' : thing === from ? 'from' : ''}>
              <circle cx={x + 5} cy={y} r={thing === to ? 4.6 : 3.6} />
              <text x={x + 5} y={y} dy=".35em">
                {thing.table}
              </text>
            </g>
          )
        }
        const width = thing.width * 10
        const word = say(words[thing.kind])
        return (
          <g key={x + y * 1e3} class={thing.kind}>
            <rect x={x + 0.5} y={y - 2.5} width={width - 1} height="5" rx="1" />
            <text
              x={x + width / 2}
              y={y}
              dy=".35em"
              style={{ fontSize: `${Math.min(2.8, (width * 1.5) / word.length)}px` }}
            >
              {word}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
