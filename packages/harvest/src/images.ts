/** Photos of notes and pictures of maps, as whoever writes the files has made them ready. */
import type { Report, ReportNote } from './model.ts'

/** JPEG or PNG, small enough for a page. */
export interface HarvestImage {
  bytes: Uint8Array
  type: 'jpg' | 'png'
  /** Pixels. */
  width: number
  height: number
}

export interface HarvestImages {
  /** Note id → its photo. */
  photos: ReadonlyMap<string, HarvestImage>
  /** Zone id → its map with the pins of `pinsOf` on it, and what the map shows in words. */
  maps: ReadonlyMap<string, HarvestImage & { alt: string }>
}

export const noImages: HarvestImages = { photos: new Map(), maps: new Map() }

/**
 * The notes of a map that have a place on it, in the order of the report; the first is pin 1. Where the report has parts,
 * those of the workshop whose map it is.
 */
export function pinsOf(report: Report, zoneId: string): ReportNote[] {
  const owner = [report, ...report.parts.toReversed()].find((one) => hasPins(one, zoneId)) ?? report
  return owner.questions
    .flatMap(({ zones }) => zones.filter((zone) => zone.zoneId === zoneId))
    .flatMap(({ notes }) => notes.filter(({ pin }) => pin !== null))
}

/** Note id → the number of its pin, of the maps that there is a picture of. */
export function pinNumbers(report: Report, { maps }: HarvestImages): ReadonlyMap<string, number> {
  return new Map(
    [...maps.keys()].flatMap((zoneId) =>
      pinsOf(report, zoneId).map(({ id }, index): [string, number] => [id, index + 1]),
    ),
  )
}

function hasPins({ questions }: Report, zoneId: string): boolean {
  return questions.some(({ zones }) =>
    zones.some((zone) => zone.zoneId === zoneId && zone.notes.some(({ pin }) => pin !== null)),
  )
}
