/**
 * Deletes addresses on their day, for as long as the server runs. What it deletes is gone for good, so it waits a while
 * after the start, when clocks are often put right, and leaves out a turn in which the clock jumped.
 */
import type { Storage } from '../storage/storage.ts'

const firstMs = 10 * 60_000
const everyMs = 60 * 60_000
/** A clock may drift, and a laptop sleep, by so much between two looks. */
const jumpMs = 10 * 60_000

export interface SweepParts {
  storage: Pick<Storage, 'removeDueContacts'>
  now(): number
  /** Milliseconds on a clock that nobody sets. */
  uptimeMs(): number
  log(event: string, facts: object): void
}

/** Returns what stops it, when no deletion is under way any more. */
export function sweepContacts({ storage, now, uptimeMs, log }: SweepParts): () => Promise<void> {
  let sweeping: Promise<void> = Promise.resolve()
  let before = { now: now(), uptime: uptimeMs() }
  const sweep = () => {
    const here = { now: now(), uptime: uptimeMs() }
    const jumpedMs = Math.abs(here.now - before.now - (here.uptime - before.uptime))
    before = here
    if (jumpedMs > jumpMs) return log('the clock jumped: contacts are looked at in an hour', { jumpedMs })
    sweeping = storage.removeDueContacts(here.now).then(
      (count) => void (count > 0 && log('contacts whose day had come were deleted', { count })),
      (error: unknown) =>
        log('contacts could not be deleted: tried again in an hour', { error: String(error) }),
    )
  }
  let timer = setTimeout(again, firstMs)
  timer.unref()
  function again(): void {
    sweep()
    timer = setTimeout(again, everyMs)
    timer.unref()
  }
  return async () => {
    clearTimeout(timer)
    await sweeping
  }
}
