/** All tables as numbered circles: yellow while somebody is still on the way, dashed with a tick when all are there. */
import type { TableView } from '@bordet/workshop'
import { planColumns } from './planColumns.ts'
import { useShown } from './screenContext.ts'

/** Up to here there is room for words under each table. */
const withWords = 12
const width = 480
const height = 400

export function TablePlan() {
  const { view, say } = useShown()
  const count = view.tables.length
  const columns = planColumns(count)
  const rows = Math.ceil(count / columns)
  const cell = { width: (width - 32) / columns, height: (height - 32) / rows }
  const words = count <= withWords
  const room = words ? cell.height - 30 : cell.height
  const radius = Math.min(62, cell.width * 0.42, room * 0.43)
  const complete = view.tables.filter(isComplete).map((table) => table.number)
  return (
    <svg
      className="hall"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say('planLabel', { n: count, full: complete.join(', ') || '–' })}
    >
      <rect className="floor" x="2" y="2" width={width - 4} height={height - 4} rx="16" />
      {view.tables.map((table, index) => {
        const x = 16 + cell.width * ((index % columns) + 0.5)
        const y = 16 + cell.height * Math.floor(index / columns) + (words ? room / 2 + 4 : cell.height / 2)
        const done = isComplete(table)
        return (
          <g key={table.number} className={done ? 'all' : 'some'}>
            <circle cx={x} cy={y} r={radius} />
            <text className="tn" x={x} y={y} dy=".35em" textAnchor="middle" fontSize={radius * 0.92}>
              {table.number}
            </text>
            {done && words && (
              <text className="lm" x={x} y={y + radius + 21} textAnchor="middle">
                {say('allHere')}
              </text>
            )}
            {done && !words && (
              <path
                className="tick"
                d={`M${x + radius * 0.45} ${y - radius * 0.75}l${radius * 0.2} ${radius * 0.2} ${radius * 0.36} -${radius * 0.42}`}
              />
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** Everybody whose seat is here has come, and there is somebody at all. */
function isComplete(table: TableView): boolean {
  return table.people > 0 && table.people >= (table.expected ?? 0)
}
