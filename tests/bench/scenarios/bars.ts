/** Bars of the issue, held against medians. */
import { writeNumber } from '../report/table.ts'
import type { Bar, Medians } from '../report/medians.ts'
import { specOf, type ServerName } from '../servers/benchServers.ts'

/** A value and what it is compared with, if with anything. */
export interface Measured {
  value: number | null
  than?: string
}

export function atMost(what: string, limit: number, measured: Measured, unit = ''): Bar {
  return bar(what, `≤ ${limit}${unit}`, measured, unit, (value) => value <= limit)
}

export function atLeast(what: string, limit: number, measured: Measured, unit = ''): Bar {
  return bar(what, `≥ ${limit}${unit}`, measured, unit, (value) => value >= limit)
}

export function toRelay(medians: Medians, caseName: string, figure: string): Measured {
  return { value: medians.ratio(caseName, figure, 'ours', 'relay') }
}

export function toBestPeer(
  medians: Medians,
  caseName: string,
  figure: string,
  among: readonly ServerName[],
  is?: 'least' | 'most',
): Measured {
  const best = medians.best(caseName, figure, among, is)
  if (best === null) return { value: null }
  return { value: medians.ratio(caseName, figure, 'ours', best), than: specOf(best).title }
}

function bar(
  what: string,
  limit: string,
  { value, than }: Measured,
  unit: string,
  isMet: (value: number) => boolean,
): Bar {
  const number = writeNumber(value)
  return {
    bar: `${what} ${limit}`,
    figure: value === null ? number : `${number}${unit}${than === undefined ? '' : ` (${than})`}`,
    holds: value === null ? null : isMet(value),
  }
}
