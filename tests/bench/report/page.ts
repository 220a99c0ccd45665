/** docs/performance.md, whole, from what was measured last. */
import type { Scenario } from '../scenarios/scenario.ts'
import { takeMedians } from './medians.ts'
import type { Results, Section } from './resultFile.ts'
import { writeBars, writeTables } from './table.ts'

const head = `# Measured figures

Written by \`npm run bench\` from \`performance.json\`; never by hand. \`npm run bench -- fan-out tables --rounds 5\` measures those scenarios and replaces their sections only, \`--quick\` tries whether it works and writes nothing.

## How it is measured

- Each server runs in a process of its own, with its own empty folder; servers take turns (A B A B), and the figures are medians over the rounds. A ratio is the median of the ratios within each round. Ours is the sync server as it ships: SQLite file, durable commits before anything is acknowledged or relayed, gate on, acknowledgements asked for. The relay is \`ws\` and nothing else: it forwards bytes and understands none of them.
- The members are light clients in one further process: a bare socket each, no document. Every note and cursor carries a stamp (who, which, when), found again by scanning the bytes that arrive, so that merged updates count too. They write on a clock and give a slow server no relief. Every delivery is counted: “delivered” is the share that arrived. Where a server falls behind (notes are missing, cursors are older than a second) its CPU per delivery is not told.
- CPU is user and system time of the whole server process (\`/proc/PID/stat\`, all threads), what the kernel does for its sockets included, until the last delivery has arrived.
- “driver” and “others” are the cores that the members and unrelated programs used meanwhile. Where others used much, the machine was not quiet: believe ratios of CPU then, not latencies.
- tldraw's server is spoken to roughly (whole records, no rebase), and takes part where that is enough.
`

export function writePage(scenarios: readonly Scenario[], results: Results): string {
  const measured = scenarios.flatMap((scenario) => {
    const section = results.get(scenario.name)
    return section ? [{ scenario, section }] : []
  })
  const bars = measured.flatMap(({ scenario, section }) => scenario.bars(takeMedians(section.runs)))
  return [
    head,
    `## Bars\n\n${writeBars(bars)}\n`,
    ...measured.map(({ scenario, section }) => writeSection(scenario, section)),
  ].join('\n')
}

function writeSection(scenario: Scenario, { measuredOn, machine, runs }: Section): string {
  const rounds = Math.max(...runs.map(({ round }) => round)) + 1
  return [
    `## ${scenario.title}`,
    scenario.how,
    writeTables(scenario, runs),
    `\`npm run bench -- ${scenario.name}\`, ${measuredOn}, up to ${rounds} rounds; ${machine}.\n`,
  ].join('\n\n')
}
