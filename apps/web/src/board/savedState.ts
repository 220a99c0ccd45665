/**
 * Whether what was written here is safe on the server. The server counts the document messages of a connection and
 * says how many of them are durable; a new connection begins with one message that carries everything it may lack.
 */

/**
 * `opening`: not connected yet, nothing written; `saved`: the server has committed all; `saving`: it has not yet;
 * `offline`: nothing to save and nobody to hear from; `unsaved`: written without a connection.
 */
export type Saved = 'opening' | 'saved' | 'saving' | 'offline' | 'unsaved'

export interface SavedState {
  readonly saved: Saved
  /** Something was written here, connected or not. */
  edited(): void
  opened(): void
  /** A message leaves on the open connection, as bytes. */
  sent(message: Uint8Array): void
  /** The server has the first `count` document messages of this connection. */
  acknowledged(count: number): void
  closed(): void
}

const syncMessage = 0
const step2 = 1
const update = 2

export function createSavedState(onChange: (saved: Saved) => void): SavedState {
  let isOpen = false
  let wasOpen = false
  let hasUnsaved = false
  let sentCount = 0
  let caughtUp = false
  let saved: Saved = 'opening'

  const settle = () => {
    const next = isOpen
      ? hasUnsaved
        ? 'saving'
        : caughtUp || wasOpen
          ? 'saved'
          : 'opening'
      : hasUnsaved
        ? 'unsaved'
        : wasOpen
          ? 'offline'
          : 'opening'
    if (next === saved) return
    saved = next
    onChange(saved)
  }

  return {
    get saved() {
      return saved
    },
    edited() {
      hasUnsaved = true
      settle()
    },
    opened() {
      isOpen = true
      sentCount = 0
      caughtUp = false
      settle()
    },
    sent(message) {
      if (message[0] !== syncMessage || (message[1] !== step2 && message[1] !== update)) return
      sentCount += 1
      if (message[1] === update) hasUnsaved = true
      if (message[1] === step2) {
        caughtUp = true
        wasOpen = true
      }
      settle()
    },
    acknowledged(count) {
      // Before step 2 has left, what was written offline is not among the messages that are counted.
      if (caughtUp && count >= sentCount) hasUnsaved = false
      settle()
    },
    closed() {
      isOpen = false
      settle()
    },
  }
}
