/**
 * The server's time on a device whose own clock may be off by minutes. Each message tells the server's time; the
 * one that travelled fastest is the best guess, so the largest difference of the last ones wins.
 */
const kept = 16
const jumpMs = 5_000
const witnesses = 3

export interface ServerClock {
  /** Feed it `serverTime` from any message, as it arrives. */
  heard(serverTime: number): void
  now(): number
}

export function createServerClock(deviceNow: () => number = Date.now): ServerClock {
  let samples: number[] = []
  let doubts: number[] = []
  let offset = 0
  return {
    heard(serverTime) {
      const sample = serverTime - deviceNow()
      if (samples.length > 0 && sample < offset - jumpMs) {
        // Either the message waited out a sleep, or the device's clock was set forward. One late message must not
        // turn the clock back; several that agree may.
        doubts = [...doubts.filter((doubt) => Math.abs(doubt - sample) <= jumpMs), sample]
        if (doubts.length < witnesses) return
        samples = doubts
      } else if (samples.length > 0 && sample > offset + jumpMs) {
        // No message travels faster than time: the device's clock was set back, older guesses are worth nothing.
        samples = [sample]
      } else {
        samples = [...samples.slice(1 - kept), sample]
      }
      doubts = []
      offset = Math.max(...samples)
    },
    now: () => deviceNow() + offset,
  }
}
