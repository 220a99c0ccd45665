/** The files a harvest can be taken home as. A new format is one writer and one line in this table. */
import type { Language } from '@bordet/text'
import { safeInFileName } from '@bordet/text/fileName'
import type { Report } from './model.ts'
import { loadWords } from './words.ts'

export interface ExportFormat {
  mimeType: string
  extension: string
  /** Writes headings and labels in `language`; the notes stay as they were written. */
  write: (report: Report, language: Language) => Promise<Uint8Array>
}

export interface ExportedFile {
  bytes: Uint8Array
  mimeType: string
  /** Readable and safe on every file system, such as `Skörd – Lindåsa – 2025-02-18.docx`; not ASCII. */
  fileName: string
}

/** The libraries are large and load with the first file of their kind. */
export const exportFormats = {
  docx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    write: async (report, language) => (await import('./writers/writeDocx.ts')).writeDocx(report, language),
  },
  xlsx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    write: async (report, language) => (await import('./writers/writeXlsx.ts')).writeXlsx(report, language),
  },
  csv: {
    mimeType: 'text/csv; charset=utf-8',
    extension: 'csv',
    write: async (report, language) => (await import('./writers/writeCsv.ts')).writeCsv(report, language),
  },
  md: {
    mimeType: 'text/markdown; charset=utf-8',
    extension: 'md',
    write: async (report, language) =>
      (await import('./writers/writeMarkdown.ts')).writeMarkdown(report, language),
  },
  json: {
    mimeType: 'application/json',
    extension: 'json',
    write: async (report) => (await import('./writers/writeJson.ts')).writeJson(report),
  },
} as const satisfies Record<string, ExportFormat>

export type ExportFormatName = keyof typeof exportFormats

export async function exportFile(
  report: Report,
  format: ExportFormatName,
  language: Language,
): Promise<ExportedFile> {
  const { mimeType, extension, write }: ExportFormat = exportFormats[format]
  const [bytes, fileName] = await Promise.all([
    write(report, language),
    fileNameOf(report, extension, language),
  ])
  return { bytes, mimeType, fileName }
}

async function fileNameOf(report: Report, extension: string, language: Language): Promise<string> {
  const say = await loadWords(language)
  const where = safeInFileName(report.place) || safeInFileName(report.title)
  const parts = [say('harvest'), where, report.heldOn].filter((part) => part !== '')
  return `${parts.join(' – ')}.${extension}`
}
