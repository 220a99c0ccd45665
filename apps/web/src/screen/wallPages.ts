/** With three cards each, more tables than this cannot be read from the last row. */
const most = 6

/** In even pages: eight tables are four and four, not six and two. */
export function wallPages<Table>(tables: readonly Table[]): Table[][] {
  const pages = Math.max(1, Math.ceil(tables.length / most))
  const size = Math.ceil(tables.length / pages)
  return Array.from({ length: pages }, (_, page) => tables.slice(page * size, (page + 1) * size))
}
