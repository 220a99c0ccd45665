/** The product's signature: a table seen from above, seats around it. The clock is the same drawing. Geometry only. */

export interface Seat {
  x: number
  y: number
  r: number
  /** Square: the host's seat. */
  host: boolean
  taken: boolean
}

/**
 * Seats on a 100 × 100 canvas, the host's on top. `people` counts the host when `hasHost`. At least `seats` seats
 * are drawn, more when more people sit there.
 */
export function tableSeats(options: { seats?: number; people: number; hasHost: boolean }): Seat[] {
  const guests = options.people - (options.hasHost ? 1 : 0)
  const count = Math.min(16, Math.max(options.seats ?? 6, guests + 1))
  return Array.from({ length: count }, (_, index) => {
    const angle = -Math.PI / 2 + (index * 2 * Math.PI) / count
    return {
      x: round(50 + 41 * Math.cos(angle)),
      y: round(50 + 41 * Math.sin(angle)),
      r: count > 9 ? 5 : 6.2,
      host: index === 0,
      taken: index === 0 ? options.hasHost : index <= guests,
    }
  })
}

/** Seats of the clock on a 200 × 200 canvas: one a minute, one per half minute up to ten minutes, sixty at most. */
export function clockSeats(
  durationMs: number,
  leftMs: number,
): { x: number; y: number; r: number; left: boolean }[] {
  const minutes = durationMs / 60_000
  const count = Math.max(1, Math.min(60, Math.round(minutes <= 10 ? minutes * 2 : minutes)))
  const left = durationMs > 0 ? Math.ceil((Math.max(0, leftMs) / durationMs) * count - 1e-9) : 0
  return Array.from({ length: count }, (_, index) => {
    const angle = -Math.PI / 2 + ((index + 0.5) * 2 * Math.PI) / count
    return {
      x: round(100 + 90 * Math.cos(angle)),
      y: round(100 + 90 * Math.sin(angle)),
      r: count > 40 ? 4.2 : count > 22 ? 6.2 : 7.4,
      left: index >= count - left,
    }
  })
}

const round = (value: number) => Math.round(value * 10) / 10
