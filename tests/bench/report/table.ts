/** A scenario's figures as Markdown: a table for each case, and the bars. */
import type { Case, Scenario } from '../scenarios/scenario.ts'
import { specOf, type ServerName } from '../servers/benchServers.ts'
import { takeMedians, type Bar, type Medians, type Run } from './medians.ts'

export interface Column {
  figure: string
  title: string
  /** Of all rounds; the median when left out. */
  over?: 'sum' | 'highest'
}

export function writeTables(scenario: Scenario, runs: readonly Run[]): string {
  const medians = takeMedians(runs)
  return scenario.cases
    .filter((measured) => runs.some((run) => run.case === measured.name))
    .map((measured) => `**${measured.name}**\n\n${writeTable(scenario, measured, medians)}`)
    .join('\n\n')
}

export function writeBars(bars: readonly Bar[]): string {
  const rows = bars.map(({ bar, figure, holds }) => [
    bar,
    figure,
    holds === null ? 'not measured' : holds ? 'holds' : '**does not hold**',
  ])
  return markdownTable(['Bar', 'Measured', ''], rows)
}

/** Three digits that count; more only where a number has them before its point. */
export function writeNumber(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–'
  if (Number.isInteger(value)) return String(value)
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toFixed(Math.min(digits, 3))
}

function writeTable({ columns, lead }: Scenario, { name, servers }: Case, medians: Medians): string {
  const best = lead ? medians.best(name, lead.figure, lead.peers) : null
  const rows = servers.map((server) => [
    specOf(server).title,
    ...columns.map((column) => writeNumber(readColumn(medians, name, server, column))),
    ...(lead
      ? [
          writeNumber(medians.ratio(name, lead.figure, server, 'relay')),
          best === null ? '–' : writeNumber(medians.ratio(name, lead.figure, server, best)),
        ]
      : []),
  ])
  const heads = ['Server', ...columns.map(({ title }) => title), ...(lead ? ['× relay', '× best peer'] : [])]
  return markdownTable(heads, rows)
}

function readColumn(medians: Medians, name: string, server: ServerName, { figure, over }: Column) {
  if (over === 'sum') return medians.sumOf(name, server, figure)
  if (over === 'highest') return medians.highestOf(name, server, figure)
  return medians.of(name, server, figure)
}

function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = `|${heads.map((_, n) => (n === 0 ? '---' : '--:')).join('|')}|`
  return [line(heads), rule, ...rows.map(line)].join('\n')
}
