import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRounds, type PlanRequest, type Sitter } from './planRounds.ts'
import { countAgain, eveningOf, tablesOf, type EveningHall } from './pretendRounds.ts'
import type { Round } from './state.ts'

describe('planRounds', () => {
  it.each<EveningHall>([
    { people: 150, tables: 25, rounds: 4 },
    { people: 162, tables: 25, rounds: 4, isUneven: true },
    { people: 137, tables: 25, rounds: 4, isUneven: true },
    { people: 64, tables: 8, rounds: 3 },
    { people: 40, tables: 8, rounds: 3 },
    { people: 36, tables: 6, rounds: 3 },
    { people: 35, tables: 7, rounds: 3 },
    { people: 30, tables: 6, rounds: 3 },
    { people: 16, tables: 4, rounds: 3 },
    { people: 600, tables: 100, rounds: 4 },
  ])('[R2] nobody meets or returns in $people people, $tables tables, $rounds rounds with hosts', (hall) => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const request = eveningOf(hall, seed)
      expect(countAgain(request, planRounds(request))).toEqual({ pairs: 0, meetings: 0, returns: 0 })
    }
  })

  it.each([
    { people: 24, tables: 4, meetings: 24 },
    { people: 17, tables: 4, meetings: 3 },
    { people: 47, tables: 6, meetings: 33 },
    { people: 29, tables: 4, meetings: 41 },
  ])('[R2] $people people at $tables tables: as few meet again as can be', ({ meetings, ...hall }) => {
    const request = eveningOf({ ...hall, rounds: 3 }, 1)
    const planned = planRounds(request)
    expect(planned.cost).toBe(planned.floor)
    expect(countAgain(request, planned)).toMatchObject({ meetings, returns: 0 })
  })

  it.each([12, 13, 14, 15, 16])('[R2] %i people at two tables: no plan at all is better', (people) => {
    expect(planRounds(eveningOf({ people, tables: 2, rounds: 3 }, 1)).cost).toBe(leastAtTwoTables(people))
  })

  it('plans the first round too when nobody has sat yet', () => {
    const request = { ...eveningOf({ people: 48, tables: 8, rounds: 4 }, 1), history: [] }
    const planned = planRounds({ ...request, moves: [...request.moves, ...request.moves.slice(0, 1)] })
    expect(planned.moves).toHaveLength(4)
    expect(planned.cost).toBe(0)
  })

  it('plans 1,000 people at 100 tables in well under a second', () => {
    const request = eveningOf({ people: 1000, tables: 100, rounds: 2 }, 1)
    const startedAt = performance.now()
    expect(countAgain(request, planRounds(request))).toMatchObject({ meetings: 0, returns: 0 })
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  it('[S1] [R1] [R3] [R4] seats everybody once at a table that exists, keeps fixed seats and groups, and balances', () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        const planned = planRounds(request)
        expect(planned.moves).toHaveLength(request.moves.length)
        expect(planned.moves.flatMap((seats, move) => faultsIn(request, move, seats))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('[R2] tells the cost of what it planned, never below the floor', () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        const { cost, floor } = planRounds(request)
        expect(cost).toBeGreaterThanOrEqual(floor)
      }),
      { numRuns: 60 },
    )
  })

  it('[R5] plans the same for the same seed', () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        expect(planRounds(request)).toEqual(planRounds(request))
      }),
      { numRuns: 10 },
    )
  })

  it('[R8] leaves alone what people were told, however many meet again', () => {
    const request = eveningOf({ people: 30, tables: 6, rounds: 3 }, 1)
    const told = Object.fromEntries(request.sitters.map(({ id }, index) => [id, (index % 6) + 1]))
    const { moves } = planRounds({ ...request, moves: request.moves.map((move) => ({ ...move, told })) })
    for (const seats of moves) expect(Object.fromEntries(seats)).toEqual(told)
  })

  it('[R8] [R3] sends elsewhere no more of those who were told than the sizes need', () => {
    const request = eveningOf({ people: 30, tables: 6, rounds: 2 }, 1)
    const [move] = request.moves
    if (!move) throw new Error('an evening of two rounds has a move')
    const told = Object.fromEntries(planRounds(request).moves[0] ?? [])
    // Three people of one table and one of another have left.
    const leavers = new Set([
      ...request.sitters.filter(({ id }) => told[id] === 1 && !move.fixed.has(id)).slice(0, 3),
      ...request.sitters.filter(({ id }) => told[id] === 2 && !move.fixed.has(id)).slice(0, 1),
    ])
    const sitters = request.sitters.filter((sitter) => !leavers.has(sitter))
    const [seats] = planRounds({ ...request, sitters, moves: [{ ...move, told }] }).moves
    const sizes = tablesOf(6).map(
      (table) => [...(seats?.values() ?? [])].filter((one) => one === table).length,
    )
    expect(sizes.toSorted()).toEqual([4, 4, 4, 4, 5, 5])
    expect(sitters.filter(({ id }) => seats?.get(id) !== told[id])).toHaveLength(2)
  })

  it('[R7] sends people to barred tables only where there is no other', () => {
    const request = eveningOf({ people: 30, tables: 6, rounds: 3 }, 1)
    const isBarred = (id: string, table: number) => (Number(id.slice(1)) + table) % 2 === 0
    const { moves } = planRounds({ ...request, moves: request.moves.map((move) => ({ ...move, isBarred })) })
    for (const [index, seats] of moves.entries())
      for (const [id, table] of seats)
        expect(request.moves[index]?.fixed.has(id) || !isBarred(id, table)).toBe(true)
  })

  it('[R7] spreads a town over all tables in a mixed move', () => {
    const request = { ...eveningOf({ people: 36, tables: 6, rounds: 2 }, 1), history: [] }
    const sitters = request.sitters.map((sitter, index) => ({ ...sitter, town: `town ${index % 3}` }))
    const [seats] = planRounds({ ...request, sitters, moves: [{ fixed: new Map(), mixes: true }] }).moves
    for (const table of tablesOf(6))
      for (const town of ['town 0', 'town 1', 'town 2'])
        expect(sitters.filter((one) => one.town === town && seats?.get(one.id) === table)).toHaveLength(2)
  })
})

/** What breaks a rule in one move's seats. */
function faultsIn({ tables, sitters, moves }: PlanRequest, move: number, seats: ReadonlyMap<string, number>) {
  const fixed = moves[move]?.fixed ?? new Map<string, number>()
  const seatOfGroup = new Map(sitters.map(({ id, group }) => [group, seats.get(id)]))
  const faults = sitters.flatMap(({ id, group }) => {
    const seat = seats.get(id)
    if (seat === undefined || !tables.includes(seat)) return `${id} has no seat`
    if (fixed.has(id) && fixed.get(id) !== seat) return `${id} was moved`
    return group !== null && seatOfGroup.get(group) !== seat ? `${id} lost company` : []
  })
  if (seats.size !== sitters.length) faults.push('somebody is too many')
  const isEasy = fixed.size === 0 && sitters.every(({ group }) => group === null)
  const sizes = tables.map((table) => [...seats.values()].filter((seat) => seat === table).length)
  if (isEasy && Math.max(...sizes) - Math.min(...sizes) > 1) faults.push(`sizes ${sizes.join(' ')}`)
  return faults
}

/**
 * Of all plans, by how many of each table go which way: only that matters to the cost. Ways are the tables of rounds 2
 * and 3 as bits; people of one table and way always meet, others where their ways cross.
 */
function leastAtTwoTables(people: number): number {
  const ways = [0, 1].flatMap((first) =>
    [0, 1].flatMap((second) => [0, 1].map((third) => [first, second, third])),
  )
  const movers = [Math.ceil(people / 2) - 1, Math.floor(people / 2) - 1]
  const squares = (times: number) => [0, 0, 1, 5][times] ?? 0
  const together = ways.map((a) => ways.map((b) => a.filter((table, round) => table === b[round]).length))
  const alone = ways.map((way) => {
    const atFirst = way.filter((table) => table === 0).length
    const returns = [atFirst, 3 - atFirst].reduce((sum, times) => sum + (times * (times - 1)) / 2, 0)
    return 50 * returns + squares(atFirst) + squares(3 - atFirst)
  })
  let least = Infinity
  for (const fromFirst of splits(movers[0] ?? 0))
    for (const fromSecond of splits(movers[1] ?? 0)) {
      const counts = [...fromFirst, ...fromSecond]
      const isEven = [1, 2].every((round) => {
        const there = counts.reduce((sum, count, way) => sum + (ways[way]?.[round] === 0 ? count : 0), 0)
        return Math.abs(2 * there - (people - 2)) <= 1
      })
      if (!isEven) continue
      let cost = 0
      counts.forEach((count, a) => {
        cost += count * (alone[a] ?? 0) + ((count * (count - 1)) / 2) * squares(3)
        for (let b = 0; b < a; b += 1) cost += count * (counts[b] ?? 0) * squares(together[a]?.[b] ?? 0)
      })
      least = Math.min(least, cost)
    }
  return least
}

/** All ways to send so many four ways. */
function splits(people: number): number[][] {
  const all: number[][] = []
  for (let a = 0; a <= people; a += 1)
    for (let b = 0; a + b <= people; b += 1)
      for (let c = 0; a + b + c <= people; c += 1) all.push([a, b, c, people - a - b - c])
  return all
}

const requestArbitrary = fc
  .record({
    tableCount: fc.integer({ min: 1, max: 8 }),
    people: fc.integer({ min: 0, max: 40 }),
    moves: fc.integer({ min: 0, max: 3 }),
    seed: fc.nat(),
  })
  .chain(({ tableCount, people, moves, seed }) => {
    const tables = tablesOf(tableCount)
    const seat = fc.integer({ min: 1, max: tableCount })
    const ids = Array.from({ length: people }, (_, index) => `p${index}`)
    const kind = fc.oneof(
      { weight: 6, arbitrary: fc.constant({ fixed: null, group: null }) },
      { weight: 1, arbitrary: seat.map((fixed) => ({ fixed, group: null })) },
      { weight: 1, arbitrary: fc.constantFrom('a', 'b').map((group) => ({ fixed: null, group })) },
    )
    const round = fc.array(seat, { minLength: people, maxLength: people }).map((row): Round => ({
      phaseId: 'r',
      seats: Object.fromEntries(ids.map((id, index) => [id, row[index] ?? 1])),
    }))
    return fc
      .record({
        kinds: fc.array(kind, { minLength: people, maxLength: people }),
        history: fc.array(round, { maxLength: 3 }),
      })
      .map(({ kinds, history }): PlanRequest => {
        const fixed = new Map(
          kinds.flatMap((one, index) =>
            one.fixed === null ? [] : [[`p${index}`, one.fixed] satisfies [string, number]],
          ),
        )
        return {
          tables,
          sitters: kinds.map(({ group }, index): Sitter => ({ id: `p${index}`, group })),
          moves: Array.from({ length: moves }, () => ({ fixed })),
          history,
          seed,
          effort: 0.2,
        }
      })
  })
