import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countdown, untilCountdownTurns } from './time.ts'

it('waits just until the digits turn, before the end and after it', () => {
  fc.assert(
    fc.property(fc.double({ min: -3_600_000, max: 3_600_000, noNaN: true }), (leftMs) => {
      const waitMs = untilCountdownTurns(leftMs)
      expect(waitMs).toBeGreaterThan(0)
      expect(waitMs).toBeLessThanOrEqual(1030)
      expect(countdown(leftMs - waitMs)).not.toBe(countdown(leftMs))
      // What it shows on the way there it has shown from the beginning, or turned to in the last moment before.
      expect(countdown(leftMs - waitMs + 15)).toBe(countdown(leftMs - 20))
    }),
  )
})
