/** How wide the columns of a table are: as their words ask for, so that a date stays on one line and no word is torn. */

/** In letters: more does not make a column wider, since long texts wrap well. */
const longest = 42
/** A short cell is not broken where that can be helped: a date, `Bord 4`. */
const short = 16
/** Some more than the longest word: letters are not equally wide. */
const air = 3

/** Shares of the width, one for each column, together 1. `fits` is how many letters the whole width holds. */
export function columnShares(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  fits: number,
): number[] {
  const columns = head.map((title, at) => [title, ...rows.map((cells) => cells[at] ?? '')])
  const words = columns.map((cells) => air + Math.max(...cells.map(longestWord)))
  const whole = columns.map((cells, at) =>
    Math.max(
      words[at] ?? 0,
      ...cells.filter(({ length }) => length <= short).map(({ length }) => length + air),
    ),
  )
  const needs = sum(whole) < fits ? whole : words
  const wants = columns.map((cells, at) => {
    const lengths = cells.map((cell) => Math.min(cell.length, longest) + air)
    return Math.max(needs[at] ?? 0, ...lengths)
  })
  const needed = sum(needs)
  if (needed >= fits) return needs.map((need) => need / needed)
  // What every column must have, and of the rest as much as it would like.
  const wanted = wants.map((want, at) => want - (needs[at] ?? 0))
  const rest = fits - needed
  const more = sum(wanted)
  return needs.map(
    (need, at) => (need + (more === 0 ? rest / needs.length : ((wanted[at] ?? 0) / more) * rest)) / fits,
  )
}

function longestWord(text: string): number {
  return Math.min(longest, Math.max(...text.split(/\s+/).map((word) => word.length)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
