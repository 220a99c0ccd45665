/** Hands reports, print packs, letters and notes to be sorted to the export thread, which starts with the first and ends when it has had nothing to do for a while. */
import { Worker } from 'node:worker_threads'
import {
  noImages,
  type ExportedFile,
  type ExportName,
  type HarvestImages,
  type LearntNote,
  type Report,
  type SeriesFormatName,
  type SeriesReport,
  type SortedNote,
  type ThemeName,
} from '@bordet/harvest'
import type { LettersInput, PrintInput, PrintWhat } from '@bordet/print'
import type { Language } from '@bordet/text'
import type {
  Attached,
  ExportJob,
  ExportOrder,
  ExportResult,
  ExportStep,
  SortingHelp,
} from './exportWorker.ts'
import { loadImages } from './loadImages.ts'

/** Who waits for a file. */
export interface Reader {
  /** Says that nobody waits any more. */
  signal?: AbortSignal
  /** Told how far it is, where it is made of several. */
  onStep?(step: ExportStep): void
}

export interface Exporter {
  /** Rejects when nobody waits any more; the thread stops at once if it has nothing else to do. */
  write(
    report: Report,
    format: ExportName,
    language: Language,
    reader?: Reader,
    attached?: readonly Attached[],
  ): Promise<ExportedFile>
  series(
    report: SeriesReport,
    format: SeriesFormatName,
    language: Language,
    reader?: Reader,
  ): Promise<ExportedFile>
  print(input: PrintInput, what: PrintWhat): Promise<ExportedFile>
  letters(input: LettersInput): Promise<ExportedFile>
  /** Guesses and near-duplicates: half a second for a large hall, which must not wait for it. */
  sort(notes: SortedNote[], themes: ThemeName[], learnt: LearntNote[]): Promise<SortingHelp>
  close(): Promise<void>
}

/** Files are made of many short-lived pieces: without a limit V8 lets the nursery of the thread grow instead of emptying it. */
const heap = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 }

const illustrated: ReadonlySet<ExportName> = new Set(['docx', 'odt', 'pdf', 'html', 'zip'])

interface Waiting {
  onStep?: Reader['onStep']
  resolve(made: ExportedFile | SortingHelp): void
  reject(error: Error): void
}

/** Without `dataDir` reports have no pictures. */
export function createExporter(options: { idleMs?: number; dataDir?: string } = {}): Exporter {
  const { idleMs = 60_000, dataDir = null } = options
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0
  let rest: NodeJS.Timeout | undefined

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
    if ('step' in result) return order?.onStep?.(result.step)
    waiting.delete(result.id)
    if ('failed' in result) order?.reject(new Error(result.failed))
    else order?.resolve(result.made)
    if (waiting.size === 0) rest = setTimeout(() => void stop(), idleMs).unref()
  }

  const start = (): Worker => {
    const started = new Worker(new URL('./exportWorker.ts', import.meta.url), {
      resourceLimits: heap,
    })
    started.unref()
    started.on('message', receive)
    started.on('error', (error) => failAll(error instanceof Error ? error : new Error(String(error))))
    started.on('exit', () => {
      if (worker === started) failAll(new Error('the export thread ended'))
    })
    return started
  }

  const hand = (job: ExportJob, { signal, onStep }: Reader = {}): Promise<ExportedFile | SortingHelp> => {
    if (signal?.aborted) return Promise.reject(new Error('nobody waits for it any more'))
    clearTimeout(rest)
    worker ??= start()
    const order: ExportOrder = { id: ++lastId, job }
    const { promise, resolve, reject } = Promise.withResolvers<ExportedFile | SortingHelp>()
    waiting.set(order.id, { resolve, reject, onStep })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
    worker.postMessage(order)
    signal?.addEventListener('abort', () => {
      if (!waiting.delete(order.id)) return
      reject(new Error('nobody waits for it any more'))
      if (waiting.size === 0) void stop()
    })
    return promise
  }

  /**
   * Not in the thread of ours: sharp draws in threads of its own anyway, and one that is ended halfway must not have a
   * native library at work.
   */
  const imagesFor = async (report: Report, format: ExportName, reader?: Reader): Promise<HarvestImages> => {
    const images =
      dataDir !== null && illustrated.has(format) ? await loadImages([report], dataDir) : noImages
    if (reader?.signal?.aborted === true) throw new Error('nobody waits for it any more')
    return images
  }

  const file = async (job: ExportJob, reader?: Reader): Promise<ExportedFile> => {
    const made = await hand(job, reader)
    if ('bytes' in made) return made
    throw new Error(`a ${job.kind} is no file`)
  }

  return {
    async write(report, format, language, reader, attached = []) {
      const images = await imagesFor(report, format, reader)
      return file({ kind: 'harvest', report, format, language, attached, images }, reader)
    },
    series: (report, format, language, reader) => file({ kind: 'series', report, format, language }, reader),
    print: (input, what) => file({ kind: 'print', input, what }),
    letters: (input) => file({ kind: 'letters', input }),
    async sort(notes, themes, learnt) {
      const made = await hand({ kind: 'sorting', notes, themes, learnt })
      if ('guesses' in made) return made
      throw new Error('a file is no help with sorting')
    },
    async close() {
      await stop()
      failAll(new Error('the server is stopping'))
    },
  }
}
