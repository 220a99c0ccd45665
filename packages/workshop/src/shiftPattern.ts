/**
 * Shifts: whoever has rank k at the table of their first round sits `pattern[r][k]` tables further in round r. When the
 * differences of any two ranks are different in every round, no two people meet twice and nobody returns: a partial
 * difference matrix (Colbourn and Dinitz, Handbook of Combinatorial Designs, VI.17). Rank 0 is the host, who never
 * moves. With exclusive-or for addition where the number of tables is a power of two, modulo it elsewhere.
 */

export interface Shifts {
  /** Rounds × ranks; round 0 and rank 0 are all 0. */
  pattern: readonly (readonly number[])[]
  shift(table: number, by: number): number
}

/** Enough for any hall that has such a pattern; halls that have none give up here. */
const mostTries = 20_000

/** As many ranks as have a place in the pattern, at most `ranks` besides the host's. */
export function shiftPattern(tables: number, rounds: number, ranks: number): Shifts {
  const isPowerOfTwo = tables > 2 && (tables & (tables - 1)) === 0
  if (isPowerOfTwo && rounds <= tables)
    return {
      pattern: rows(rounds, Math.min(ranks, tables - 1), (round, rank) => multiplied(tables, round, rank)),
      shift: (table, by) => table ^ by,
    }
  return { pattern: cyclicPattern(tables, rounds, ranks), shift: (table, by) => (table + by) % tables }
}

function cyclicPattern(tables: number, rounds: number, ranks: number): number[][] {
  if (smallestFactor(tables) >= rounds)
    return rows(rounds, Math.min(ranks, tables - 1), (round, rank) => (round * rank) % tables)
  if (rounds <= 3)
    // A complete mapping of an even cyclic group does not exist; this one lacks a single rank.
    return rows(
      rounds,
      Math.min(ranks, tables - 2),
      (round, rank) => (round * rank + (round === 2 && rank >= tables / 2 ? 1 : 0)) % tables,
    )
  return searchedPattern(tables, rounds, ranks)
}

function rows(rounds: number, ranks: number, shiftOf: (round: number, rank: number) => number): number[][] {
  return Array.from({ length: rounds }, (_, round) =>
    Array.from({ length: Math.max(0, ranks) + 1 }, (__, rank) => shiftOf(round, rank)),
  )
}

function smallestFactor(number: number): number {
  for (let factor = 2; factor * factor <= number; factor += 1) if (number % factor === 0) return factor
  return number
}

/** Rank by rank and round by round, the first shift that fits; back a step where none does. */
function searchedPattern(tables: number, rounds: number, ranks: number): number[][] {
  let tries = 0
  let longest: number[][] = [Array.from({ length: rounds }, () => 0)]
  const columns = longest.slice()
  const fits = (column: readonly number[], round: number, shift: number) => {
    for (let before = 0; before < round; before += 1) {
      const difference = (shift - (column[before] ?? 0) + tables) % tables
      for (const other of columns)
        if (((other[round] ?? 0) - (other[before] ?? 0) + tables) % tables === difference) return false
    }
    return true
  }
  const addRank = (column: readonly number[]): boolean => {
    if (column.length === rounds) {
      columns.push([...column])
      if (columns.length > longest.length) longest = columns.slice()
      if (columns.length > ranks || addRank([0])) return true
      columns.pop()
      return false
    }
    for (let shift = 1; shift < tables && tries < mostTries; shift += 1) {
      tries += 1
      if (fits(column, column.length, shift) && addRank([...column, shift])) return true
    }
    return false
  }
  if (ranks > 0) addRank([0])
  return Array.from({ length: rounds }, (_, round) => longest.map((column) => column[round] ?? 0))
}

/** In the field of so many elements, whose polynomials are these (Lidl and Niederreiter, Finite Fields, table C). */
const polynomials = new Map([
  [4, 0b111],
  [8, 0b1011],
  [16, 0b10011],
  [32, 0b100101],
  [64, 0b1000011],
])

function multiplied(tables: number, a: number, b: number): number {
  const polynomial = polynomials.get(tables)
  if (polynomial === undefined) throw new Error(`no field of ${tables} elements`)
  let product = 0
  for (let factor = a, shifted = b; factor > 0; factor >>= 1) {
    if (factor & 1) product ^= shifted
    shifted <<= 1
    if (shifted & tables) shifted ^= polynomial
  }
  return product
}
