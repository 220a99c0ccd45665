/**
 * Files that are written while their page asks how far they are, and that stay a while to be fetched: on a weak network
 * a fetch that broke off goes on where it was, and nothing is written anew. Kept in memory; after a restart the page
 * asks for the file once more.
 */
import type { ExportedFile } from '@bordet/harvest'
import type { Clock } from '@bordet/sync'
import type { Reader } from './exporter.ts'
import type { ExportStep } from './exportWorker.ts'

export type ExportState =
  | ({ state: 'writing' } & ExportStep)
  | { state: 'done'; fileName: string; sizeBytes: number }
  | { state: 'failed' }

export interface ExportJobs {
  /**
   * `id` is the page's own, so that asking again starts nothing anew. Null when this owner has too many already.
   * `write` must reject when its signal says that nobody waits any more.
   */
  start(owner: string, id: string, write: (reader: Reader) => Promise<ExportedFile>): ExportState | null
  /** Null: there is none, or nobody asked for it for too long. */
  look(owner: string, id: string): ExportState | null
  file(owner: string, id: string): ExportedFile | null
  /** Stops the writing, or lets the file go. */
  drop(owner: string, id: string): boolean
  close(): void
}

/** Of one that is written and nobody asks for any more: the page was closed, or its network is gone for good. */
const unseenMs = 90_000
/** Of one that is done. */
const keptMs = 10 * 60_000
const mostForOwner = 6

interface Job {
  owner: string
  state: ExportState
  file: ExportedFile | null
  gone: AbortController
  callOff(): void
}

export function createExportJobs(parts: {
  clock: Clock
  /** Of what could not be written; never a word of it. */
  log(event: string, facts: object): void
}): ExportJobs {
  const { clock, log } = parts
  const jobs = new Map<string, Job>()
  const keyOf = (owner: string, id: string) => `${owner} ${id}`

  const remove = (key: string): boolean => {
    const job = jobs.get(key)
    jobs.delete(key)
    job?.callOff()
    job?.gone.abort()
    return job !== undefined
  }

  const see = (key: string, job: Job) => {
    job.callOff()
    job.callOff = clock.after(job.file ? keptMs : unseenMs, () => void remove(key))
  }

  const find = (owner: string, id: string): Job | null => {
    const job = jobs.get(keyOf(owner, id))
    if (job) see(keyOf(owner, id), job)
    return job ?? null
  }

  /** Those that are done make room, the oldest first. */
  const makeRoom = (owner: string): boolean => {
    const own = [...jobs].filter(([, job]) => job.owner === owner)
    if (own.length < mostForOwner) return true
    const oldest = own.find(([, { state }]) => state.state !== 'writing')
    return oldest !== undefined && remove(oldest[0])
  }

  return {
    start(owner, id, write) {
      const before = find(owner, id)
      if (before && before.state.state !== 'failed') return before.state
      const key = keyOf(owner, id)
      remove(key)
      if (!makeRoom(owner)) return null
      const job: Job = {
        owner,
        state: { state: 'writing', done: 0, of: 1, part: null },
        file: null,
        gone: new AbortController(),
        callOff() {},
      }
      jobs.set(key, job)
      see(key, job)
      const { signal } = job.gone
      const onStep = (step: ExportStep) => void (job.state = { state: 'writing', ...step })
      write({ signal, onStep }).then(
        (file) => {
          job.file = file
          job.state = { state: 'done', fileName: file.fileName, sizeBytes: file.bytes.byteLength }
          if (!signal.aborted) see(key, job)
        },
        (error: unknown) => {
          if (signal.aborted) return
          job.state = { state: 'failed' }
          log('a file could not be written', { err: error })
        },
      )
      return job.state
    },
    look: (owner, id) => find(owner, id)?.state ?? null,
    file: (owner, id) => find(owner, id)?.file ?? null,
    drop: (owner, id) => remove(keyOf(owner, id)),
    close() {
      for (const key of jobs.keys()) remove(key)
    },
  }
}
