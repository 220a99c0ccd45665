/** Time as the rooms see it: given from outside, so that tests and the simulation decide when it passes. */
export interface Clock {
  /** Milliseconds since whenever; never goes back, whatever is done to the machine's own clock. */
  now(): number
  /** Runs once after the delay, never before returning. Returns how to call it off. */
  after(delayMs: number, run: () => void): () => void
}
