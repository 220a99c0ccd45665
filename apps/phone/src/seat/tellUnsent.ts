/**
 * Lets the facilitator know that words wait on this phone. Told only when it changes and has stayed so for a moment:
 * a note that goes out at once is nobody's business.
 */
export interface TellUnsent {
  /** Call with every change. */
  holds(unsent: number): void
  close(): void
}

const settleMs = 4_000
/** Told again, in case the server has forgotten it. */
const repeatMs = 60_000

/** `send` is false when it did not arrive. */
export function tellUnsent(send: (unsent: number) => Promise<boolean>): TellUnsent {
  let unsent = 0
  let told = 0
  let toldAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  const tell = async () => {
    timer = undefined
    const count = unsent
    const isDue = count !== told || (count > 0 && Date.now() - toldAt >= repeatMs)
    if (isDue && (await send(count))) [told, toldAt] = [count, Date.now()]
    if (!isClosed && timer === undefined && (unsent !== told || unsent > 0))
      timer = setTimeout(tell, unsent === told ? repeatMs : settleMs)
  }

  return {
    holds(count) {
      const isDone = count === 0 && unsent > 0
      unsent = count
      if (isClosed || unsent === told) return
      // That nothing waits any more is told at once: somebody may be walking to the table. Else every failed try
      // calls here again, and must not put off what is due.
      if (isDone) clearTimeout(timer)
      if (isDone || timer === undefined) timer = setTimeout(tell, unsent === 0 ? 0 : settleMs)
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
