/** The report for other programs. The version goes up when a field changes its meaning or goes away; new fields may come. */
import type { Report } from '../model.ts'

export const jsonFormat = { format: 'bordet-harvest', version: 1 } as const

export function writeJson({ images: _images, ...report }: Report): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ ...jsonFormat, ...report }, null, 2)}\n`)
}
