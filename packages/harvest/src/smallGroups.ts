/**
 * Counts of people by group, told so that no small group can be seen or computed. A group of one to four is told together
 * with its neighbour. The neighbour is chosen by place, not by size, so that its choice says nothing about the numbers;
 * and as all rows together are everybody, no total gives more away.
 */

/** Groups of fewer people are not told of: who they are could be guessed. */
export const smallestGroup = 5

export interface GroupCount {
  name: string
  count: number
}

/** Groups that are told of as one, in their order. */
export interface ToldGroup {
  names: string[]
  count: number
}

/** Null where so few answered at all that nothing can be told. Groups of nobody stay apart: they are no people. */
export function tellGroups(groups: readonly GroupCount[]): ToldGroup[] | null {
  const told: ToldGroup[] = []
  let pool: ToldGroup | null = null
  for (const { name, count } of groups) {
    if (count === 0) {
      told.push({ names: [name], count })
      continue
    }
    if (pool) {
      pool.names.push(name)
      pool.count += count
    } else {
      pool = { names: [name], count }
      told.push(pool)
    }
    if (pool.count >= smallestGroup) pool = null
  }
  if (!pool) return told
  // The last one found no neighbour behind it: it joins the one before.
  const last = pool
  const before = told.findLast((one) => one !== last && one.count > 0)
  if (!before) return null
  before.names.push(...last.names)
  before.count += last.count
  return told.filter((one) => one !== last)
}
