/** Writes harvest files, the print pack and letters in a thread of its own, so that a big document never holds up a note. */
import { parentPort } from 'node:worker_threads'
import {
  exportFile,
  exportPlaces,
  type DocumentFormatName,
  type ExportedFile,
  type ExportName,
  type Report,
} from '@bordet/harvest'
import { printLetters, printPack, type LettersInput, type PrintInput, type PrintWhat } from '@bordet/print'
import type { Language } from '@bordet/text'

export type ExportJob =
  | { kind: 'harvest'; report: Report; format: ExportName; language: Language }
  | { kind: 'places'; reports: Report[]; format: DocumentFormatName; language: Language }
  | { kind: 'print'; input: PrintInput; what: PrintWhat }
  | { kind: 'letters'; input: LettersInput }

export interface ExportOrder {
  id: number
  job: ExportJob
}

export type ExportResult = { id: number; file: ExportedFile } | { id: number; failed: string }

parentPort?.on('message', ({ id, job }: ExportOrder) => {
  write(job).then(
    (file) => answer({ id, file }),
    (error: unknown) =>
      answer({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})

function write(job: ExportJob): Promise<ExportedFile> {
  switch (job.kind) {
    case 'harvest':
      return exportFile(job.report, job.format, job.language)
    case 'places':
      return exportPlaces(job.reports, job.format, job.language)
    case 'print':
      return printPack(job.input, job.what)
    case 'letters':
      return printLetters(job.input)
    default:
      return job satisfies never
  }
}

function answer(result: ExportResult): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
  parentPort?.postMessage(result)
}
