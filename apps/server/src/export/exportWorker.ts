/** Writes files and print packs, and compares notes, in a thread of its own, so that none of it ever holds up a note. */
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import {
  exportFile,
  exportSeries,
  findDuplicates,
  suggestThemes,
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
  | { kind: 'letters'; input: LettersInput }
  | { kind: 'sorting'; notes: SortedNote[]; themes: ThemeName[]; learnt: LearntNote[] }

/** What helps to sort notes into themes. */
export interface SortingHelp {
  /** Note id → guesses, best first. */
  guesses: Map<string, ThemeSuggestion[]>
  /** Note id → ids of notes that say nearly the same. */
  alike: Map<string, string[]>
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
      return printLetters(job.input)
    case 'sorting':
      return helpSorting(job.notes, job.themes, job.learnt)
    default:
      return job satisfies never
  }
}

function helpSorting(notes: SortedNote[], themes: ThemeName[], learnt: LearntNote[]): SortingHelp {
  const alike = new Map<string, string[]>()
  for (const group of findDuplicates(notes))
    for (const id of group)
      alike.set(
        id,
        group.filter((other) => other !== id),
      )
  return { guesses: suggestThemes(notes, themes, learnt), alike }
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
