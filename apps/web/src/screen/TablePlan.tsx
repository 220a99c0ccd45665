/**
 * The hall from above, with all tables as numbered circles: yellow while somebody is still on the way, dashed with a
 * tick when all are there. Stands as on the floor plan, or in even rows where nobody made one.
 */
import { evenColumns, widthOf, type FloorPlan, type FloorThing, type TableView } from '@bordet/workshop'
import { useShown } from './screenContext.ts'

/** In pixels of the drawing: a square at least this large has room for words under the table. */
const withWords = { width: 96, height: 110 }
const width = 480
const height = 400

interface Square {
  width: number
  height: number
}

export function TablePlan() {
  const { view, say } = useShown()
  const plan = view.floorPlan ?? rowsOnly(view.tables)
  const square = { width: (width - 32) / plan.columns, height: (height - 32) / plan.rows }
  const complete = view.tables.filter(isComplete).map((table) => table.number)
  return (
    <svg
      className="hall"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say('planLabel', { n: view.tables.length, full: complete.join(', ') || '–' })}
    >
      <rect className="floor" x="2" y="2" width={width - 4} height={height - 4} rx="16" />
      {plan.things.map((thing) => {
        if (thing.kind !== 'table')
          return <Fixture key={`${thing.x} ${thing.y}`} {...{ thing, plan, square }} />
        const table = view.tables.find(({ number }) => number === thing.table)
        return table && <Circle key={thing.table} table={table} x={thing.x} y={thing.y} square={square} />
      })}
    </svg>
  )
}

function rowsOnly(tables: readonly TableView[]): FloorPlan {
  const columns = evenColumns(tables.length)
  return {
    columns,
    rows: Math.ceil(tables.length / columns),
    things: tables.map(({ number }, index) => ({
      kind: 'table',
      table: number,
      x: index % columns,
      y: Math.floor(index / columns),
    })),
  }
}

function Circle({ table, x, y, square }: { table: TableView; x: number; y: number; square: Square }) {
  const { say } = useShown()
  const words = square.width >= withWords.width && square.height >= withWords.height
  const room = words ? square.height - 30 : square.height
  const radius = Math.min(62, square.width * 0.42, room * 0.43)
  const done = isComplete(table)
  const cx = 16 + square.width * (x + 0.5)
  const cy = 16 + square.height * y + (words ? room / 2 + 4 : square.height / 2)
  return (
    <g className={done ? 'all' : 'some'}>
      <circle cx={cx} cy={cy} r={radius} />
      <text className="tn" x={cx} y={cy} dy=".35em" textAnchor="middle" fontSize={radius * 0.92}>
        {table.number}
      </text>
      {done && words && (
        <text className="lm" x={cx} y={cy + radius + 21} textAnchor="middle">
          {say('allHere')}
        </text>
      )}
      {done && !words && (
        <path
          className="tick"
          d={`M${cx + radius * 0.45} ${cy - radius * 0.75}l${radius * 0.2} ${radius * 0.2} ${radius * 0.36} -${radius * 0.42}`}
        />
      )}
    </g>
  )
}

const words = { stage: 'planStage', door: 'planDoor', coffee: 'planCoffee', window: 'planWindow' } as const

/** What people find their way by. Windows at a side wall are written along it. */
function Fixture({
  thing,
  plan,
  square,
}: {
  thing: Exclude<FloorThing, { kind: 'table' }>
  plan: FloorPlan
  square: Square
}) {
  const { say } = useShown()
  const label = say(words[thing.kind])
  const box = {
    x: 16 + square.width * thing.x + 3,
    y: 16 + square.height * thing.y + 3,
    width: square.width * widthOf(thing) - 6,
    height: square.height - 6,
  }
  const upright =
    thing.kind === 'window' && thing.width === 1 && (thing.x === 0 || thing.x === plan.columns - 1)
  const along = upright ? box.height : box.width
  // A letter is about 0.56 of the size wide.
  const size = Math.min(19, along / (label.length * 0.56), (upright ? box.width : box.height) * 0.8)
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  return (
    <>
      {thing.kind === 'stage' && (
        <rect
          className="stage"
          {...box}
          height={Math.min(box.height, 44)}
          y={middle.y - Math.min(box.height, 44) / 2}
          rx="6"
        />
      )}
      <text
        className="lm"
        x={middle.x}
        y={middle.y}
        dy=".35em"
        textAnchor="middle"
        style={{ fontSize: size }}
        {...(upright ? { transform: `rotate(90 ${middle.x} ${middle.y})` } : {})}
      >
        {label}
      </text>
    </>
  )
}

/** Everybody whose seat is here has come, and there is somebody at all. */
function isComplete(table: TableView): boolean {
  return table.people > 0 && table.people >= (table.expected ?? 0)
}
