/** How many circles stand in a row of the hall's plan: rows as even as they can be, and not much wider than high. */
export function planColumns(tables: number): number {
  const least = Math.max(1, Math.ceil(Math.sqrt(tables)))
  const most = Math.max(least, Math.ceil(Math.sqrt(tables * 2)))
  let best = least
  for (let columns = least + 1; columns <= most; columns += 1) {
    if (freePlaces(tables, columns) < freePlaces(tables, best)) best = columns
  }
  return best
}

function freePlaces(tables: number, columns: number): number {
  return Math.ceil(tables / columns) * columns - tables
}
