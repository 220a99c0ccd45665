/** Medians over the rounds, and ratios of pairs that were measured next to each other. */
import type { Figures } from '../scenarios/scenario.ts'
import type { ServerName } from '../servers/benchServers.ts'

export interface Run {
  case: string
  server: ServerName
  round: number
  figures: Figures
}

export interface Medians {
  /** Null when it was not measured. */
  of(caseName: string, server: ServerName, figure: string): number | null
  sumOf(caseName: string, server: ServerName, figure: string): number | null
  highestOf(caseName: string, server: ServerName, figure: string): number | null
  /** The median of the quotients round by round; null when there is none. */
  ratio(caseName: string, figure: string, server: ServerName, to: ServerName): number | null
  /** Which of these has the smallest (or the largest) median. */
  best(
    caseName: string,
    figure: string,
    among: readonly ServerName[],
    is?: 'least' | 'most',
  ): ServerName | null
}

/** One of the bars; `holds` is null when it was not measured. */
export interface Bar {
  bar: string
  figure: string
  holds: boolean | null
}

export function takeMedians(runs: readonly Run[]): Medians {
  function valuesOf(caseName: string, server: ServerName, figure: string): number[] {
    return runs
      .filter((run) => run.case === caseName && run.server === server)
      .flatMap(({ figures }) => figures[figure] ?? [])
  }
  const of = (caseName: string, server: ServerName, figure: string) =>
    median(valuesOf(caseName, server, figure))

  return {
    of,
    sumOf(caseName, server, figure) {
      const values = valuesOf(caseName, server, figure)
      return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
    },
    highestOf(caseName, server, figure) {
      const values = valuesOf(caseName, server, figure)
      return values.length === 0 ? null : Math.max(...values)
    },
    ratio(caseName, figure, server, to) {
      const others = runs.filter((run) => run.case === caseName && run.server === to)
      const quotients = runs
        .filter((run) => run.case === caseName && run.server === server)
        .flatMap(({ round, figures }) => {
          const above = figures[figure] ?? null
          const below = others.find((other) => other.round === round)?.figures[figure] ?? null
          return above === null || below === null || below === 0 ? [] : above / below
        })
      return median(quotients)
    },
    best(caseName, figure, among, is = 'least') {
      const sign = is === 'least' ? 1 : -1
      const ranked = among
        .flatMap((server) => {
          const value = of(caseName, server, figure)
          return value === null ? [] : { server, rank: value * sign }
        })
        .sort((a, b) => a.rank - b.rank)
      return ranked[0]?.server ?? null
    },
  }
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}
