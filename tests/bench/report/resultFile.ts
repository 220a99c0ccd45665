/** Everything that was measured last, scenario by scenario, as JSON: the page is written from it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Figures } from '../scenarios/scenario.ts'
import { isServerName } from '../servers/benchServers.ts'
import type { Run } from './medians.ts'

export interface Section {
  measuredOn: string
  machine: string
  runs: readonly Run[]
}

export type Results = ReadonlyMap<string, Section>

export function readResults(file: string): Results {
  if (!existsSync(file)) return new Map()
  const told: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return new Map(entriesOf(told).flatMap(([name, section]) => (isSection(section) ? [[name, section]] : [])))
}

/** Replaces this scenario's section only. */
export function keepSection(file: string, name: string, section: Section): Results {
  const results = new Map(readResults(file)).set(name, section)
  writeFileSync(file, `{\n${[...results].map(writeSection).join(',\n')}\n}\n`)
  return results
}

/** A line for each run, so that a new measurement can be compared with the old one. */
function writeSection([name, { measuredOn, machine, runs }]: [string, Section]): string {
  const lines = runs.map((run) => `      ${JSON.stringify(run, roundNumber)}`)
  return [
    `  ${JSON.stringify(name)}: {`,
    `    "measuredOn": ${JSON.stringify(measuredOn)},`,
    `    "machine": ${JSON.stringify(machine)},`,
    `    "runs": [\n${lines.join(',\n')}\n    ]\n  }`,
  ].join('\n')
}

function roundNumber(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(5)) : value
}

function isSection(told: unknown): told is Section {
  const section = new Map(entriesOf(told))
  const runs = section.get('runs')
  return (
    typeof section.get('measuredOn') === 'string' &&
    typeof section.get('machine') === 'string' &&
    Array.isArray(runs) &&
    runs.every(isRun)
  )
}

function isRun(told: unknown): told is Run {
  const run = new Map(entriesOf(told))
  const server = run.get('server')
  return (
    typeof run.get('case') === 'string' &&
    typeof run.get('round') === 'number' &&
    typeof server === 'string' &&
    isServerName(server) &&
    isFigures(run.get('figures'))
  )
}

function isFigures(told: unknown): told is Figures {
  return entriesOf(told).every(([, value]) => value === null || typeof value === 'number')
}

function entriesOf(told: unknown): [string, unknown][] {
  return typeof told === 'object' && told !== null ? Object.entries(told) : []
}
