/** The report for other programs. The version goes up when a field changes its meaning or goes away; new fields may come. */
import type { Report } from '../model.ts'

export const jsonFormat = { format: 'bordet-harvest', version: 1 } as const

/** Of the one workshop: those that its report draws on have files of their own. */
export function writeJson({
  images: _images,
  parts: _parts,
  places: _places,
  ...report
}: Report): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ ...jsonFormat, ...report }, null, 2)}\n`)
}
