/** Writes files and print packs, and compares notes, in a thread of its own, so that none of it ever holds up a note. */
import { parentPort } from 'node:worker_threads'
import {
  exportFile,
  exportPlaces,
  findDuplicates,
  reportBehindLetters,
  suggestThemes,
  type DocumentFormatName,
  type ExportedFile,
  type ExportName,
  type LearntNote,
  type Report,
  type SortedNote,
  type ThemeName,
  type ThemeSuggestion,
} from '@bordet/harvest'
import { printLetters, printPack, type LettersInput, type PrintInput, type PrintWhat } from '@bordet/print'
import type { Language } from '@bordet/text'

export type ExportJob =
  | { kind: 'harvest'; report: Report; format: ExportName; language: Language }
  | { kind: 'places'; reports: Report[]; format: DocumentFormatName; language: Language }
  | { kind: 'print'; input: PrintInput; what: PrintWhat }
  | { kind: 'letters'; input: LettersInput; report: Report | null }
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

export type ExportResult = { id: number; made: ExportedFile | SortingHelp } | { id: number; failed: string }

parentPort?.on('message', ({ id, job }: ExportOrder) => {
  write(job).then(
    (made) => answer({ id, made }),
    (error: unknown) =>
      answer({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})

async function write(job: ExportJob): Promise<ExportedFile | SortingHelp> {
  switch (job.kind) {
    case 'harvest':
      return exportFile(job.report, job.format, job.language)
    case 'places':
      return exportPlaces(job.reports, job.format, job.language)
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

function answer(result: ExportResult): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
  parentPort?.postMessage(result)
}
