/**
 * `npm run bench -- [scenario …] [--rounds 3] [--quick] [--bars] [--only ours,relay]`: measures our sync server beside
 * others, prints tables and bars, and writes docs/performance.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createBoardStore } from './drive/boardStore.ts'
import { takeMedians } from './report/medians.ts'
import { writePage } from './report/page.ts'
import { keepSection } from './report/resultFile.ts'
import { writeBars, writeTables } from './report/table.ts'
import { runScenario } from './runScenario.ts'
import { scenarios } from './scenarios/scenarios.ts'
import { isServerName } from './servers/benchServers.ts'
import { createGrounds } from './servers/grounds.ts'
import { installPeers } from './servers/installPeers.ts'

const docs = join(import.meta.dirname, '../../docs')
const resultFile = join(docs, 'performance.json')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    /** Only what a bar is about. */
    bars: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const unknown = positionals.filter((name) => !scenarios.some((scenario) => scenario.name === name))
if (unknown.length > 0) {
  const names = scenarios.map(({ name }) => name).join(', ')
  console.error(`There is no scenario ${unknown.join(', ')}. There are: ${names}.`)
  process.exit(1)
}
const chosen = scenarios.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
const only = values.only?.split(',').filter(isServerName)
const measuredServers = chosen.flatMap(({ cases }) => cases.flatMap(({ servers }) => servers))
if (measuredServers.some((server) => server !== 'ours' && (only?.includes(server) ?? true))) installPeers()

const grounds = createGrounds()
process.on('exit', grounds.clear)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

const boards = createBoardStore()
for (const scenario of chosen) {
  const runs = await runScenario(scenario, {
    grounds,
    boards,
    isQuick: values.quick,
    isOnlyBars: values.bars,
    rounds: values.quick ? 1 : Number(values.rounds),
    ...(only && { only }),
    say: console.log,
  })
  console.log(`\n${writeTables(scenario, runs)}\n\n${writeBars(scenario.bars(takeMedians(runs)))}\n`)
  if (values.quick || runs.length === 0) continue
  const section = { measuredOn: new Date().toISOString().slice(0, 10), machine: describeMachine(), runs }
  const results = keepSection(resultFile, scenario.name, section)
  writeFileSync(join(docs, 'performance.md'), writePage(scenarios, results))
}
process.exit(0)

function describeMachine(): string {
  const memoryGib = Number(/MemTotal:\s+(\d+)/.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]) / 1024 / 1024
  return `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memoryGib.toFixed(0)} GiB, Node ${process.versions.node}`
}
