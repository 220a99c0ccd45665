/** A floor plan while it is being drawn: every square on its own. Pure. */
import { completePlan, widthOf, type FloorKind, type FloorPlan, type FloorThing } from '@bordet/workshop'

export type Fixture = Exclude<FloorKind, 'table'>
export type Standing = { kind: 'table'; table: number } | { kind: Fixture }

export interface Square {
  x: number
  y: number
}

export interface DraftPlan {
  columns: number
  rows: number
  /** By `squareKey`; what is missing is free. */
  standing: ReadonlyMap<string, Standing>
}

export const fewest = 2
export const most = 24

export function squareKey({ x, y }: Square): string {
  return `${x} ${y}`
}

/** With all tables on it, also those the plan has not seen yet. */
export function openPlan(plan: FloorPlan, tables: readonly number[]): DraftPlan {
  const { columns, rows, things } = completePlan(plan, tables)
  const standing = new Map<string, Standing>()
  for (const thing of things) {
    const { x, y } = thing
    for (let step = 0; step < widthOf(thing); step += 1) {
      const what: Standing =
        thing.kind === 'table' ? { kind: 'table', table: thing.table } : { kind: thing.kind }
      standing.set(squareKey({ x: x + step, y }), what)
    }
  }
  return { columns, rows, standing }
}

/** Equal neighbours in a row become one wide thing: three squares of stage are one stage. */
export function finishPlan({ columns, rows, standing }: DraftPlan): FloorPlan {
  const things: FloorThing[] = []
  for (let y = 0; y < rows; y += 1) {
    let last: FloorThing | null = null
    for (let x = 0; x < columns; x += 1) {
      const what = standing.get(squareKey({ x, y }))
      if (what && last && last.kind !== 'table' && last.kind === what.kind) {
        last.width += 1
        continue
      }
      last = what ? newThing(what, x, y) : null
      if (last) things.push(last)
    }
  }
  return { columns, rows, things }
}

/** Moves what stands on one square to another; what stood there comes back in its place. */
export function moveStanding(draft: DraftPlan, from: Square, to: Square): DraftPlan {
  const standing = new Map(draft.standing)
  const moved = standing.get(squareKey(from))
  const other = standing.get(squareKey(to))
  if (!moved) return draft
  if (other) standing.set(squareKey(from), other)
  else standing.delete(squareKey(from))
  standing.set(squareKey(to), moved)
  return { ...draft, standing }
}

/** Puts a stage, a door … on a free square, or takes it away where it stands already. Tables stay. */
export function toggleFixture(draft: DraftPlan, square: Square, kind: Fixture): DraftPlan {
  const here = draft.standing.get(squareKey(square))
  if (here?.kind === 'table') return draft
  return here?.kind === kind ? clearSquare(draft, square) : placeOn(draft, square, { kind })
}

/** Takes away what stands there, but no table: a table that is in the hall is on the plan. */
export function clearSquare(draft: DraftPlan, square: Square): DraftPlan {
  if (draft.standing.get(squareKey(square))?.kind === 'table') return draft
  const standing = new Map(draft.standing)
  standing.delete(squareKey(square))
  return { ...draft, standing }
}

/** The grid with another size; the same one when it would lose something or leave the limits. */
export function resizePlan(draft: DraftPlan, columns: number, rows: number): DraftPlan {
  const isAllowed = [columns, rows].every((count) => count >= fewest && count <= most)
  const losesNothing = [...draft.standing.keys()].every((key) => {
    const [x = 0, y = 0] = key.split(' ').map(Number)
    return x < columns && y < rows
  })
  return isAllowed && losesNothing ? { ...draft, columns, rows } : draft
}

function placeOn(draft: DraftPlan, square: Square, what: Standing): DraftPlan {
  return { ...draft, standing: new Map(draft.standing).set(squareKey(square), what) }
}

function newThing(what: Standing, x: number, y: number): FloorThing {
  return what.kind === 'table' ? { ...what, x, y } : { ...what, x, y, width: 1 }
}
