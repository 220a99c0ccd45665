/**
 * How well and how fast the seats of an evening are planned: pairs that meet again, people who come back to a table,
 * and the time one plan over all rounds takes. No server, no network: the function that the engine calls.
 */
import { planRounds } from '../../../packages/workshop/src/planRounds.ts'
import { countAgain, eveningOf, type EveningHall } from '../../../packages/workshop/src/pretendRounds.ts'
import { onlyOnce, type Case, type Figures, type Scenario } from './scenario.ts'

const seedsPerHall = 5

const named: readonly { hall: EveningHall; limitMs: number; atLeast: number }[] = [
  { hall: { people: 150, tables: 25, rounds: 4 }, limitMs: 200, atLeast: 0 },
  { hall: { people: 162, tables: 25, rounds: 4, isUneven: true }, limitMs: 200, atLeast: 0 },
  // Five of one table can go to three others only: 8 pairs in each two of the three rounds must meet again.
  { hall: { people: 24, tables: 4, rounds: 3 }, limitMs: 200, atLeast: 24 },
  { hall: { people: 600, tables: 100, rounds: 4 }, limitMs: 1000, atLeast: 0 },
  { hall: { people: 600, tables: 100, rounds: 4, isUneven: true }, limitMs: 1000, atLeast: 0 },
]
const everySize = 'every size, 3 rounds'
/** With two tables, by people: the least cost there is, as the tests of planRounds prove. */
const leastAtTwoTables = new Map([
  [12, 546],
  [13, 606],
  [14, 666],
  [15, 731],
  [16, 796],
])

export const rotation: Scenario = {
  name: 'rotation',
  title: 'Who sits where: a plan over all rounds',
  how: `Each hall is planned ${seedsPerHall} times, with another seed each, and the worst of every figure is told, but of the times the median, so that other work on the machine shows less. One host stays at every table; the first round has been, evenly, or “uneven”: people sat down where they liked. “Meet again” counts, for two people who share a table k times, k − 1. The cost is the search’s own (squares of earlier meetings, 50 for a return); “cannot be below” is proved by counting (\`costFloor.ts\`): where the two are equal, no plan is better. “${everySize}” goes from 12 to 200 people, with 4 to 8 a table on average; its figures are sums over all halls, its time is the slowest hall’s. At two tables counting does not reach; there a test tries all plans.`,
  cases: [...named.map(({ hall }) => caseOf(hall)), { ...caseShape(everySize), measure: measureEverySize }],
  columns: [
    { figure: 'halls', title: 'halls' },
    { figure: 'planMs', title: 'ms a plan' },
    { figure: 'meetings', title: 'meet again' },
    { figure: 'returns', title: 'return to a table' },
    { figure: 'cost', title: 'cost' },
    { figure: 'floor', title: 'cannot be below' },
    { figure: 'worse', title: 'halls that could be better' },
  ],
  bars: (medians) => {
    const read = (name: string, figure: string) => medians.of(name, 'ours', figure)
    const bar = (name: string, limitMs: number, isBest: boolean | null) => {
      const ms = read(name, 'planMs')
      return {
        bar: `Rotation, ${name}: nobody meets or returns who need not; ≤ ${limitMs} ms`,
        figure: `${read(name, 'meetings') ?? '–'} meet again, ${read(name, 'returns') ?? '–'} return, ${ms?.toFixed(0) ?? '–'} ms`,
        holds: ms === null || isBest === null ? null : ms <= limitMs && isBest,
      }
    }
    const isAt = (name: string, figure: string, value: number) => {
      const found = read(name, figure)
      return found === null ? null : found === value
    }
    return [
      ...named.map(({ hall, limitMs, atLeast }) =>
        bar(nameOf(hall), limitMs, isAt(nameOf(hall), 'cost', atLeast)),
      ),
      bar(everySize, 200, isAt(everySize, 'worse', 0)),
    ]
  },
}

function nameOf({ people, tables, rounds, isUneven = false }: EveningHall): string {
  const who = isUneven ? `${people - tables} movers unevenly` : `${people} people`
  return `${who}, ${tables} tables, ${rounds} rounds`
}

function caseShape(name: string): Omit<Case, 'measure'> {
  return { name, servers: ['ours'], repeats: onlyOnce }
}

function caseOf(hall: EveningHall): Case {
  return { ...caseShape(nameOf(hall)), measure: () => Promise.resolve({ halls: 1, ...worstOf(hall) }) }
}

type Found = Record<'planMs' | 'meetings' | 'returns' | 'cost' | 'floor' | 'worse', number>

function worstOf(hall: EveningHall): Found {
  const found = Array.from({ length: seedsPerHall }, (_, seed) => planOnce(hall, seed + 1))
  const worst = (figure: keyof Found) => Math.max(...found.map((one) => one[figure]))
  return {
    planMs:
      found.map(({ planMs }) => planMs).toSorted((a, b) => a - b)[Math.floor(seedsPerHall / 2)] ?? Number.NaN,
    meetings: worst('meetings'),
    returns: worst('returns'),
    cost: worst('cost'),
    floor: worst('floor'),
    worse: worst('worse'),
  }
}

function planOnce(hall: EveningHall, seed: number): Found {
  const request = eveningOf(hall, seed)
  const startedAt = performance.now()
  const planned = planRounds(request)
  const planMs = performance.now() - startedAt
  const { meetings, returns } = countAgain(request, planned)
  const { cost } = planned
  const known = hall.tables === 2 ? leastAtTwoTables.get(hall.people) : undefined
  const floor = known ?? planned.floor
  return { planMs, meetings, returns, cost, floor, worse: cost > floor ? 1 : 0 }
}

/** Every number of tables that gives between 4 and 8 a table, on average. */
function* everyHall(): Iterable<EveningHall> {
  for (let people = 12; people <= 200; people += 1)
    for (let tables = Math.ceil(people / 8); tables <= people / 4; tables += 1)
      yield { people, tables, rounds: 3 }
}

function measureEverySize(): Promise<Figures> {
  const found = [...everyHall()].map(worstOf)
  const sum = (figure: keyof Found) => found.reduce((total, one) => total + one[figure], 0)
  return Promise.resolve({
    halls: found.length,
    planMs: Math.max(...found.map(({ planMs }) => planMs)),
    meetings: sum('meetings'),
    returns: sum('returns'),
    cost: sum('cost'),
    floor: sum('floor'),
    worse: sum('worse'),
  })
}
