/**
 * Pins as GeoJSON features, for map programs. Maps here are pictures without a place on the globe, so coordinates are
 * percent of the picture: from its left edge, and from its lower edge upwards as maps count. The file says so.
 */
import { everyNote } from '../composeSections.ts'
import type { Report } from '../model.ts'

export function writeGeoJson(report: Report): Uint8Array {
  const features = report.questions.flatMap(({ zones }) =>
    zones.flatMap(({ title, notes }) =>
      notes.flatMap(({ id, pin, text, part, dots, themes }) =>
        pin === null
          ? []
          : [
              {
                type: 'Feature',
                id,
                geometry: { type: 'Point', coordinates: [pin[0], 100 - pin[1]] },
                properties: { text, map: title, layer: part, dots, themes },
              },
            ],
      ),
    ),
  )
  const collection = {
    type: 'FeatureCollection',
    coordinateSystem: 'percent of the map picture, from its lower left corner',
    features,
  }
  return new TextEncoder().encode(`${JSON.stringify(collection, null, 2)}\n`)
}

export function hasPins(report: Report): boolean {
  return everyNote(report).some(({ pin }) => pin !== null)
}
