/** Time for measuring: the machine's monotonic clock, so that times taken in different processes can be compared. */
const offsetMs = Number(process.hrtime.bigint()) / 1e6 - performance.now()

export function nowMicros(): number {
  return Math.floor((performance.now() + offsetMs) * 1000)
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
