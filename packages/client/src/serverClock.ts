/**
 * The server's time on a device whose own clock may be off by minutes. Each message tells the server's time; the
 * one that travelled fastest is the best guess, so the largest difference of the last ones wins.
 */
const kept = 16
const jumpMs = 5_000

export interface ServerClock {
  /** Feed it `serverTime` from any message, as it arrives. */
  heard(serverTime: number): void
  now(): number
}

export function createServerClock(deviceNow: () => number = Date.now): ServerClock {
  let samples: number[] = []
  let offset = 0
  return {
    heard(serverTime) {
      const sample = serverTime - deviceNow()
      // A device's clock that was set, or a message that waited out a sleep: older guesses are worth nothing.
      if (samples.length > 0 && Math.abs(sample - offset) > jumpMs) samples = []
      samples = [...samples.slice(-(kept - 1)), sample]
      offset = Math.max(...samples)
    },
    now: () => deviceNow() + offset,
  }
}
