/** Writes harvest files in a thread of its own, so that a big document never holds up a note. */
import { parentPort } from 'node:worker_threads'
import { exportFile, type ExportFormatName, type Report } from '@bordet/harvest'
import type { Language } from '@bordet/text'

export interface ExportOrder {
  id: number
  report: Report
  format: ExportFormatName
  language: Language
}

export type ExportResult =
  | { id: number; file: { bytes: Uint8Array; mimeType: string; fileName: string } }
  | { id: number; failed: string }

parentPort?.on('message', ({ id, report, format, language }: ExportOrder) => {
  exportFile(report, format, language).then(
    (file) => answer({ id, file }),
    (error: unknown) =>
      answer({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})

function answer(result: ExportResult): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
  parentPort?.postMessage(result)
}
