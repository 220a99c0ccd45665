/** For tests and the bench: an evening as `planRounds` is asked for it, and what became of it. */
import type { PlannedRounds, PlanRequest } from './planRounds.ts'
import { seededRandom } from './random.ts'

export interface EveningHall {
  /** With one host at every table, who is one of them. */
  people: number
  tables: number
  rounds: number
  /** People sat down where they liked. */
  isUneven?: boolean
}

export function tablesOf(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

/** The first round has been, the others are to be planned. */
export function eveningOf(
  { people, tables, rounds, isUneven = false }: EveningHall,
  seed: number,
): PlanRequest {
  const random = seededRandom(seed)
  const ids = Array.from({ length: people }, (_, index) => `p${index}`)
  const seatAtStart = (index: number) =>
    isUneven && index >= tables ? random.below(tables) + 1 : (index % tables) + 1
  const fixed = new Map(ids.slice(0, tables).map((id, index) => [id, index + 1]))
  return {
    tables: tablesOf(tables),
    sitters: ids.map((id) => ({ id, group: null })),
    history: [{ phaseId: 'r1', seats: Object.fromEntries(ids.map((id, index) => [id, seatAtStart(index)])) }],
    moves: Array.from({ length: rounds - 1 }, () => ({ fixed })),
    seed,
  }
}

/**
 * Pairs that meet more than once, how often they do, and how often people who move come back to a table; over the
 * rounds that have been and those that are planned.
 */
export function countAgain({ sitters, history, moves }: PlanRequest, planned: PlannedRounds) {
  const rounds = [...history.map(({ seats }) => new Map(Object.entries(seats))), ...planned.moves]
  const again = { pairs: 0, meetings: 0, returns: 0 }
  sitters.forEach(({ id }, index) => {
    for (const other of sitters.slice(index + 1)) {
      const times = rounds.filter((seats) => seats.get(id) === seats.get(other.id)).length
      if (times < 2) continue
      again.pairs += 1
      again.meetings += times - 1
    }
    if (moves.every(({ fixed }) => fixed.has(id))) return
    again.returns += rounds.length - new Set(rounds.map((seats) => seats.get(id))).size
  })
  return again
}
