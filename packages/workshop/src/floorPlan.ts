/** Reads and repairs floor plans: pure, and without the schemas, so that every page may load it. Rules [L…] of SPEC.md. */
import type { FloorPlan, FloorThing } from './floorPlanSchema.ts'

/** Whether everything stands inside, nothing on something else, and no table twice; `tables` are those there are. */
export function isSoundPlan({ columns, rows, things }: FloorPlan, tables: readonly number[]): boolean {
  const taken = new Set<string>()
  const placed = new Set<number>()
  for (const thing of things) {
    for (const square of squaresOf(thing)) {
      if (square.x >= columns || square.y >= rows || taken.has(`${square.x} ${square.y}`)) return false
      taken.add(`${square.x} ${square.y}`)
    }
    if (thing.kind !== 'table') continue
    if (placed.has(thing.table) || !tables.includes(thing.table)) return false
    placed.add(thing.table)
  }
  return true
}

/**
 * The plan for the tables there are now: without those that were taken away, and with new ones on the first free
 * squares after the last table, in rows of their own where none is left.
 */
export function completePlan(plan: FloorPlan, tables: readonly number[]): FloorPlan {
  const things = plan.things.filter((thing) => thing.kind !== 'table' || tables.includes(thing.table))
  const missing = tables.filter((table) => !things.some((thing) => isTable(thing, table)))
  if (missing.length === 0) return { ...plan, things }
  const taken = new Set(things.flatMap(squaresOf).map(({ x, y }) => y * plan.columns + x))
  let at = Math.max(
    -1,
    ...things.flatMap((thing) => (thing.kind === 'table' ? thing.y * plan.columns + thing.x : [])),
  )
  for (const table of missing) {
    do at += 1
    while (taken.has(at))
    things.push({ kind: 'table', table, x: at % plan.columns, y: Math.floor(at / plan.columns) })
  }
  return { ...plan, rows: Math.max(plan.rows, Math.floor(at / plan.columns) + 1), things }
}

/** Even rows of tables between a stage, a door and the coffee: what most halls look like, to begin from. */
export function evenRows(tables: readonly number[]): FloorPlan {
  const columns = Math.max(3, evenColumns(tables.length))
  const rows = Math.ceil(tables.length / columns) + 2
  const stage = columns % 2 === 0 ? 2 : columns > 3 ? 3 : 1
  return {
    columns,
    rows,
    things: [
      { kind: 'stage', x: (columns - stage) / 2, y: 0, width: stage },
      ...tables.map((table, index): FloorThing => {
        return { kind: 'table', table, x: index % columns, y: 1 + Math.floor(index / columns) }
      }),
      { kind: 'door', x: 0, y: rows - 1, width: 1 },
      { kind: 'coffee', x: columns - 1, y: rows - 1, width: 1 },
    ],
  }
}

/** How many tables stand in a row: rows as even as they can be, and not much wider than high. */
export function evenColumns(tables: number): number {
  const least = Math.max(1, Math.ceil(Math.sqrt(tables)))
  const most = Math.max(least, Math.ceil(Math.sqrt(tables * 2)))
  let best = least
  for (let columns = least + 1; columns <= most; columns += 1) {
    if (freePlaces(tables, columns) < freePlaces(tables, best)) best = columns
  }
  return best
}

export function widthOf(thing: FloorThing): number {
  return thing.kind === 'table' ? 1 : thing.width
}

function squaresOf(thing: FloorThing): { x: number; y: number }[] {
  return Array.from({ length: widthOf(thing) }, (_, step) => ({ x: thing.x + step, y: thing.y }))
}

function isTable(thing: FloorThing, table: number): boolean {
  return thing.kind === 'table' && thing.table === table
}

function freePlaces(tables: number, columns: number): number {
  return Math.ceil(tables / columns) * columns - tables
}
