/** Time as the rooms see it: given from outside, so that tests and the simulation decide when it passes. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Runs once after the delay, never before returning. Returns how to call it off. */
  after(delayMs: number, run: () => void): () => void
}
