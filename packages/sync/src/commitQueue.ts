/**
 * Commit, then acknowledge, then relay, in the order in which the document changed. Writes go to the storage at once
 * and side by side; what follows from a write waits for it and for every write before it.
 */
export interface CommitQueue {
  /** Resolves after `delivered` ran; rejects when this write or one before it failed. */
  push(write: Promise<void>, delivered: () => void): Promise<void>
  /** Runs when everything pushed until now is durable: at once when nothing waits. Never runs after a failure. */
  afterAll(run: () => void): void
  isEmpty(): boolean
  /** Rejects all that waits; later pushes reject at once. */
  fail(error: unknown): void
}

interface Entry {
  isDurable: boolean
  deliver: () => void
  reject: (error: unknown) => void
}

/**
 * `failed` is told once, of the first write that failed. `broke` is told when something that was to follow from a
 * durable write threw: durable it is all the same, and what comes after it goes on.
 */
export function createCommitQueue(
  failed: (error: unknown) => void,
  broke: (error: unknown) => void = () => {},
): CommitQueue {
  let entries: Entry[] = []
  let failure: { error: unknown } | null = null

  function drain(): void {
    for (let first = entries[0]; first?.isDurable; first = entries[0]) {
      entries.shift()
      first.deliver()
    }
  }

  function runGuarded(run: () => void): void {
    try {
      run()
    } catch (error) {
      broke(error)
    }
  }

  function fail(error: unknown): void {
    if (failure) return
    failure = { error }
    const rejected = entries
    entries = []
    for (const entry of rejected) entry.reject(error)
    failed(error)
  }

  return {
    push(write, delivered) {
      return new Promise((resolve, reject) => {
        // What the write says after a failure is of no interest, but must not go unhandled.
        if (failure) {
          write.catch(() => {})
          reject(failure.error)
          return
        }
        const deliver = () => {
          runGuarded(delivered)
          resolve()
        }
        const entry: Entry = { isDurable: false, deliver, reject }
        entries.push(entry)
        write.then(() => {
          entry.isDurable = true
          drain()
        }, fail)
      })
    },
    afterAll(run) {
      if (failure) return
      if (entries.length === 0) run()
      else entries.push({ isDurable: true, deliver: () => runGuarded(run), reject: () => {} })
    },
    isEmpty: () => entries.length === 0,
    fail,
  }
}
