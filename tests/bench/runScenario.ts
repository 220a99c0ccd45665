/** Measures a scenario's cases, server by server and round by round. */
import { writeNumber } from './report/table.ts'
import type { Run } from './report/medians.ts'
import { onlyOnce, type Case, type Scenario, type Task } from './scenarios/scenario.ts'
import { specOf, type ServerName } from './servers/benchServers.ts'

export interface RunOptions extends Omit<Task, 'server'> {
  rounds: number
  /** Leaves out the cases that only show how it goes on. */
  isOnlyBars: boolean
  /** All when left out. */
  only?: readonly ServerName[]
  say: (line: string) => void
}

export async function runScenario(scenario: Scenario, options: RunOptions): Promise<Run[]> {
  const runs: Run[] = []
  for (const measured of scenario.cases) {
    if (options.isOnlyBars && isAside(measured, scenario)) continue
    options.say(`${scenario.name}: ${measured.name}`)
    for (const turn of turnsOf(measured, options)) {
      const run = await measureTurn(scenario, measured, turn, options)
      if (run) runs.push(run)
    }
  }
  return runs
}

/** Shows how it goes on beside what the bars are about. A scenario that runs once altogether is about its bars. */
function isAside({ repeats }: Case, { cases }: Scenario): boolean {
  return repeats === onlyOnce && cases.some((other) => other.repeats !== onlyOnce)
}

interface Turn {
  server: ServerName
  round: number
}

/** A B A B; who has more repeats than others goes on alone. */
function turnsOf({ servers, repeats }: Case, { rounds, only }: RunOptions): Turn[] {
  const taking = servers.filter((server) => only === undefined || only.includes(server))
  const most = Math.max(0, ...taking.map((server) => repeats(rounds, server)))
  return Array.from({ length: most }, (_, round) => round).flatMap((round) =>
    taking.filter((server) => round < repeats(rounds, server)).map((server) => ({ server, round })),
  )
}

async function measureTurn(
  { columns }: Scenario,
  measured: Case,
  { server, round }: Turn,
  options: RunOptions,
): Promise<Run | null> {
  const { title } = specOf(server)
  try {
    const figures = await measured.measure({ ...options, server })
    const shown = columns.map(({ figure, title }) => `${title} ${writeNumber(figures[figure] ?? null)}`)
    options.say(`  ${round + 1}. ${title}: ${shown.join(', ')}`)
    return { case: measured.name, server, round, figures }
  } catch (error) {
    // One server that falls is one gap in the table, not the end of an hour's measuring.
    options.say(`  ${round + 1}. ${title}: FAILED, ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}
