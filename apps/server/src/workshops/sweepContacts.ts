/** Deletes addresses on their day, for as long as the server runs: at once, and every hour. */
import type { Storage } from '../storage/storage.ts'

const everyMs = 60 * 60_000

export interface SweepParts {
  storage: Pick<Storage, 'removeDueContacts'>
  now(): number
  log(event: string, facts: object): void
}

/** Returns what stops it, when no deletion is under way any more. */
export function sweepContacts({ storage, now, log }: SweepParts): () => Promise<void> {
  let sweeping: Promise<void> = Promise.resolve()
  const sweep = () => {
    sweeping = storage.removeDueContacts(now()).then(
      (count) => void (count > 0 && log('contacts whose day had come were deleted', { count })),
      (error: unknown) =>
        log('contacts could not be deleted: tried again in an hour', { error: String(error) }),
    )
  }
  sweep()
  const timer = setInterval(sweep, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await sweeping
  }
}
