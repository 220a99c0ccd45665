/** Writes files and print packs, and compares notes, in a thread of its own, so that none of it ever holds up a note. */
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import {
  createDuplicateFinder,
  createThemeSuggester,
  exportFile,
  exportSeries,
  reportBehindLetters,
  type ExportedFile,
  type ExportName,
  type HarvestImages,
  type LearntNote,
  type Report,
  type SeriesFormatName,
  type SeriesReport,
  type SortedNote,
  type ThemeName,
  type ThemeSuggestion,
} from '@bordet/harvest'
import { printLetters, printPack, type LettersInput, type PrintInput, type PrintWhat } from '@bordet/print'
import type { Language } from '@bordet/text'

/** A file that only the ZIP has: one that lies on the disk, or a few words. */
export type Attached = { name: string; path: string } | { name: string; text: string }

export type ExportJob =
  | {
      kind: 'harvest'
      report: Report
      format: ExportName
      language: Language
      attached: readonly Attached[]
      images: HarvestImages
    }
  | { kind: 'series'; report: SeriesReport; format: SeriesFormatName; language: Language }
  | { kind: 'print'; input: PrintInput; what: PrintWhat }
  | { kind: 'letters'; input: LettersInput; report: Report | null }
  | ({ kind: 'sorting' } & SortingJob)

export interface SortingJob {
  workshopId: string
  notes: SortedNote[]
  themes: ThemeName[]
  learnt: LearntNote[]
}

/** What helps to sort notes into themes. */
export interface SortingHelp {
  /** Note id → guesses, best first. */
  guesses: Map<string, ThemeSuggestion[]>
  /** Note id → ids of notes that say nearly the same. */
  alike: Map<string, string[]>
  /** How long it took, the start of the thread not counted. */
  tookMs: number
}

export interface ExportOrder {
  id: number
  job: ExportJob
}

/** How far a file of several files is: `part` is the one that is being written, null when only packing is left. */
export interface ExportStep {
  done: number
  of: number
  part: string | null
}

export type ExportResult =
  | { id: number; made: ExportedFile | SortingHelp }
  | { id: number; failed: string }
  | { id: number; step: ExportStep }

parentPort?.on('message', ({ id, job }: ExportOrder) => {
  write(job, (step) => answer({ id, step })).then(
    (made) => answer({ id, made }),
    (error: unknown) =>
      answer({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})

async function write(job: ExportJob, tell: (step: ExportStep) => void): Promise<ExportedFile | SortingHelp> {
  switch (job.kind) {
    case 'harvest':
      return exportFile(job.report, job.format, job.language, (done, of, part) => tell({ done, of, part }), {
        images: job.images,
        attached: job.attached.map((file) => ({
          name: file.name,
          read: async () =>
            'path' in file ? readFile(file.path).catch(() => null) : new TextEncoder().encode(file.text),
        })),
      })
    case 'series':
      return exportSeries(job.report, job.format, job.language)
    case 'print':
      return printPack(job.input, job.what)
    case 'letters':
      return job.report
        ? printLetters(
            job.input,
            await reportBehindLetters(job.report, [
              ...new Set(job.input.recipients.map((one) => one.language)),
            ]),
          )
        : printLetters(job.input)
    case 'sorting':
      return helpSorting(job)
    default:
      return job satisfies never
  }
}

/** What was worked out of the notes' words, for workshops that are sorted just now. */
const keptWords = new Map<string, Words>()
const mostKept = 3

interface Words {
  find: ReturnType<typeof createDuplicateFinder>
  suggest: ReturnType<typeof createThemeSuggester>
}

function helpSorting({ workshopId, notes, themes, learnt }: SortingJob): SortingHelp {
  const startedAt = performance.now()
  const { find, suggest } = wordsOf(workshopId)
  const alike = new Map<string, string[]>()
  for (const group of find(notes))
    for (const id of group)
      alike.set(
        id,
        group.filter((other) => other !== id),
      )
  const guesses = suggest(notes, themes, learnt)
  return { guesses, alike, tookMs: performance.now() - startedAt }
}

/** Whose turn was longest ago goes. */
function wordsOf(workshopId: string): Words {
  const words = keptWords.get(workshopId) ?? {
    find: createDuplicateFinder(),
    suggest: createThemeSuggester(),
  }
  keptWords.delete(workshopId)
  keptWords.set(workshopId, words)
  for (const id of [...keptWords.keys()].slice(0, -mostKept)) keptWords.delete(id)
  return words
}

/** A file is handed over rather than copied, where its memory is its own. */
function ownBuffer(made: ExportedFile | SortingHelp): ArrayBuffer[] {
  if (!('bytes' in made)) return []
  const { buffer, byteLength } = made.bytes
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}

function answer(result: ExportResult): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
  parentPort?.postMessage(result, 'made' in result ? ownBuffer(result.made) : [])
}
