/**
 * Keeps an answer of the server's fresh while what it is about goes on changing: one question at a time, the next a
 * short rest after the answer. However fast the changes come, every answer is shown, so what is shown is never older
 * than a rest and two answers take.
 */

export interface Fetching {
  /** `of` names the present: a new one means that there is something new to fetch. */
  wanted(of: string | number): void
  /** Nobody waits any more. */
  close(): void
}

/** After one that failed: the network may be back. */
const retryMs = 3_000

/** `fetchIt` is given the last answer, null at first. Nothing is fetched before `wanted`. */
export function keepFetched<T>(parts: {
  fetchIt(before: T | null, signal: AbortSignal): Promise<T>
  restMs: number
  onValue(value: T): void
  onFailed(): void
}): Fetching {
  const gone = new AbortController()
  let value: T | null = null
  let wanted: string | number | null = null
  let fetched: string | number | null = null
  let isUnderWay = false
  let restsUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const start = async () => {
    timer = undefined
    isUnderWay = true
    const of = wanted
    let restMs = parts.restMs
    try {
      const next = await parts.fetchIt(value, gone.signal)
      if (gone.signal.aborted) return
      value = next
      fetched = of
      parts.onValue(next)
    } catch {
      if (gone.signal.aborted) return
      restMs = retryMs
      parts.onFailed()
    }
    isUnderWay = false
    restsUntil = Date.now() + restMs
    plan()
  }

  const plan = () => {
    if (isUnderWay || timer !== undefined || fetched === wanted || gone.signal.aborted) return
    timer = setTimeout(() => void start(), Math.max(0, restsUntil - Date.now()))
  }

  return {
    wanted(of) {
      wanted = of
      plan()
    },
    close() {
      gone.abort()
      clearTimeout(timer)
    },
  }
}
