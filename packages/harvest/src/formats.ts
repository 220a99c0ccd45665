/** The files a harvest can be taken home as. A new format is one writer and one line in this table. */
import type { Language } from '@bordet/text'
import type { Report } from './model.ts'

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

const notBuilt = (): Promise<Uint8Array> => Promise.reject(new Error('Not built yet.'))

export const exportFormats = {
  docx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    write: notBuilt,
  },
  xlsx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    write: notBuilt,
  },
  csv: { mimeType: 'text/csv; charset=utf-8', extension: 'csv', write: notBuilt },
  md: { mimeType: 'text/markdown; charset=utf-8', extension: 'md', write: notBuilt },
  json: { mimeType: 'application/json', extension: 'json', write: notBuilt },
} as const satisfies Record<string, ExportFormat>

export type ExportFormatName = keyof typeof exportFormats

export async function exportFile(
  report: Report,
  format: ExportFormatName,
  language: Language,
): Promise<ExportedFile> {
  const { mimeType, extension, write } = exportFormats[format]
  return { bytes: await write(report, language), mimeType, fileName: `${report.place}.${extension}` }
}
