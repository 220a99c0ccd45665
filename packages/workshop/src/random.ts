/** Reproducible randomness: the same seed gives the same numbers on every machine (mulberry32). */
export interface Random {
  /** From 0 up to, not including, `below`. */
  below(below: number): number
  /** From 0 up to, not including, 1. */
  fraction(): number
  shuffle<T>(items: readonly T[]): T[]
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(fraction() * limit)
  return {
    below,
    fraction,
    shuffle(items) {
      return items
        .map((item) => ({ item, rank: fraction() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item)
    },
  }
}

/** One seed out of several numbers, so that every plan of an evening draws differently. */
export function mixSeeds(...numbers: number[]): number {
  let mixed = 0x9e3779b9
  for (const number of numbers) {
    mixed = Math.imul(mixed ^ (number >>> 0), 0x85ebca6b)
    mixed ^= mixed >>> 13
    // Seeds may be larger than 32 bits.
    mixed = Math.imul(mixed ^ Math.floor(Math.abs(number) / 4_294_967_296), 0xc2b2ae35)
    mixed ^= mixed >>> 16
  }
  return mixed >>> 0
}
