/** Hands reports, print packs, letters and notes to be sorted to the export thread, which starts with the first and ends when it has had nothing to do for a while. */
import { Worker } from 'node:worker_threads'
import type { DocumentFormatName, ExportedFile, ExportName, Report } from '@bordet/harvest'
import type { LettersInput, PrintInput, PrintWhat } from '@bordet/print'
import type { Language } from '@bordet/text'
import type { ExportJob, ExportOrder, ExportResult, SortingHelp, SortingJob } from './exportWorker.ts'

export interface Exporter {
  /** Rejects when `signal` says that nobody waits any more; the thread stops at once if it has nothing else to do. */
  write(report: Report, format: ExportName, language: Language, signal?: AbortSignal): Promise<ExportedFile>
  places(reports: Report[], format: DocumentFormatName, language: Language): Promise<ExportedFile>
  print(input: PrintInput, what: PrintWhat): Promise<ExportedFile>
  letters(input: LettersInput): Promise<ExportedFile>
  /** Guesses and near-duplicates: seconds for a large hall at first, tenths of a second after a move. */
  sort(job: SortingJob, signal?: AbortSignal): Promise<SortingHelp>
  /** Whatever is asked for from then on is refused. */
  close(): Promise<void>
}

/** Files are made of many short-lived pieces: without a limit V8 lets the nursery of the thread grow instead of emptying it. */
const heap = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 }

interface Waiting {
  resolve(made: ExportedFile | SortingHelp): void
  reject(error: Error): void
}

export function createExporter(options: { idleMs?: number } = {}): Exporter {
  const { idleMs = 60_000 } = options
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0
  let rest: NodeJS.Timeout | undefined
  let isClosed = false

  const failAll = (error: Error) => {
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  const stop = async () => {
    clearTimeout(rest)
    const stopping = worker
    worker = null
    await stopping?.terminate()
  }

  const receive = (result: ExportResult) => {
    const order = waiting.get(result.id)
    waiting.delete(result.id)
    if ('failed' in result) order?.reject(new Error(result.failed))
    else order?.resolve(result.made)
    if (waiting.size === 0) rest = setTimeout(() => void stop(), idleMs).unref()
  }

  const start = (): Worker => {
    const started = new Worker(new URL('./exportWorker.ts', import.meta.url), { resourceLimits: heap })
    started.unref()
    started.on('message', receive)
    started.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))))
    started.on('exit', () => {
      if (worker === started) failAll(new Error('the export thread ended'))
    })
    return started
  }

  const hand = (job: ExportJob, signal?: AbortSignal): Promise<ExportedFile | SortingHelp> => {
    if (signal?.aborted) return Promise.reject(nobodyWaits())
    if (isClosed) return Promise.reject(new Error('the server is stopping'))
    clearTimeout(rest)
    worker ??= start()
    const order: ExportOrder = { id: ++lastId, job }
    const { promise, resolve, reject } = Promise.withResolvers<ExportedFile | SortingHelp>()
    waiting.set(order.id, { resolve, reject })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
    worker.postMessage(order)
    signal?.addEventListener('abort', () => {
      if (!waiting.delete(order.id)) return
      reject(nobodyWaits())
      if (waiting.size === 0) void stop()
    })
    return promise
  }

  const file = async (job: ExportJob, signal?: AbortSignal): Promise<ExportedFile> => {
    const made = await hand(job, signal)
    if ('bytes' in made) return made
    throw new Error(`a ${job.kind} is no file`)
  }

  return {
    write: (report, format, language, signal) => file({ kind: 'harvest', report, format, language }, signal),
    places: (reports, format, language) => file({ kind: 'places', reports, format, language }),
    print: (input, what) => file({ kind: 'print', input, what }),
    letters: (input) => file({ kind: 'letters', input }),
    async sort(job, signal) {
      const made = await hand({ kind: 'sorting', ...job }, signal)
      if ('guesses' in made) return made
      throw new Error('a file is no help with sorting')
    },
    async close() {
      isClosed = true
      await stop()
      failAll(new Error('the server is stopping'))
    },
  }
}

function nobodyWaits(): Error {
  return new Error('nobody waits for it any more')
}
