/** Pins that stand close together as one place: what a map shows with larger circles, for who reads or listens. */
import type { ReportNote } from './model.ts'

export interface MapSpot {
  /** In percent from the left and from the top: the middle of its pins. */
  at: readonly [number, number]
  notes: ReportNote[]
}

/** In percent of the map's width and height: about the width of a thumb. */
const radius = 6

/** Most pins first. Takes the pin with most others around it, then the next of those that are left; notes without a pin are none. */
export function mapSpots(notes: readonly ReportNote[]): MapSpot[] {
  let left = notes.flatMap((note) => (note.pin ? [{ note, pin: note.pin }] : []))
  const spots: MapSpot[] = []
  while (left.length > 0) {
    let most: typeof left = []
    for (const { pin } of left) {
      const near = left.filter((one) => Math.hypot(one.pin[0] - pin[0], one.pin[1] - pin[1]) <= radius)
      if (near.length > most.length) most = near
    }
    const mean = (axis: 0 | 1) => most.reduce((sum, { pin }) => sum + pin[axis], 0) / most.length
    spots.push({ at: [mean(0), mean(1)], notes: most.map(({ note }) => note) })
    const taken = new Set(most)
    left = left.filter((one) => !taken.has(one))
  }
  return spots.toSorted((a, b) => b.notes.length - a.notes.length)
}
