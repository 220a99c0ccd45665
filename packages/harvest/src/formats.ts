/** The files a harvest can be taken home as. A new format is one writer and one line in this table. */
import type { Language } from '@bordet/text'
import { safeInFileName } from '@bordet/text/fileName'
import type { HarvestDocument } from './document.ts'
import { hasMemo } from './methods.ts'
import { noImages, type HarvestImages } from './images.ts'
import type { Report } from './model.ts'
import { loadWords } from './words.ts'

export interface ExportFormat {
  mimeType: string
  extension: string
  /** Writes headings and labels in `language`; the notes stay as they were written. */
  write: (report: Report, language: Language, images: HarvestImages) => Promise<Uint8Array>
}

/** What goes along beside the report. */
export interface ExportExtras {
  images?: HarvestImages
  /** Files that only the ZIP has, by their name in it. Null for one that is gone meanwhile. */
  attached?: readonly { name: string; read(): Promise<Uint8Array | null> }[]
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
    write: async (report, language, images) =>
      (await import('./writers/writeDocx.ts')).writeDocx(report, language, images),
  },
  odt: {
    mimeType: 'application/vnd.oasis.opendocument.text',
    extension: 'odt',
    write: async (report, language, images) =>
      (await import('./writers/writeOdt.ts')).writeOdt(report, language, images),
  },
  pdf: {
    mimeType: 'application/pdf',
    extension: 'pdf',
    write: async (report, language, images) =>
      (await import('./writers/writePdf.ts')).writePdf(report, language, images),
  },
  pptx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
    write: async (report, language) => (await import('./writers/writePptx.ts')).writePptx(report, language),
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
  html: {
    mimeType: 'text/html; charset=utf-8',
    extension: 'html',
    write: async (report, language, images) =>
      (await import('./writers/writeHtml.ts')).writeHtml(report, language, images),
  },
  geojson: {
    mimeType: 'application/geo+json',
    extension: 'geojson',
    write: async (report) => (await import('./writers/writeGeoJson.ts')).writeGeoJson(report),
  },
  json: {
    mimeType: 'application/json',
    extension: 'json',
    write: async (report) => (await import('./writers/writeJson.ts')).writeJson(report),
  },
} as const satisfies Record<string, ExportFormat>

export type ExportFormatName = keyof typeof exportFormats

export const exportNames: readonly ExportFormatName[] = [
  'docx',
  'odt',
  'pdf',
  'pptx',
  'xlsx',
  'csv',
  'md',
  'html',
  'geojson',
  'json',
]

/** Formats that can draw any document, such as the one over several places. */
export const documentFormats = ['docx', 'odt', 'pdf', 'html', 'md'] as const
export type DocumentFormatName = (typeof documentFormats)[number]

/** Several places as one document; `reports` in the order in which they are told of. */
export async function exportPlaces(
  reports: readonly Report[],
  format: DocumentFormatName,
  language: Language,
  images: HarvestImages = noImages,
): Promise<ExportedFile> {
  const { composePlaces } = await import('./composePlaces.ts')
  const document = await composePlaces(reports, language, images)
  const { mimeType, extension } = exportFormats[format]
  const day = new Date(document.writtenAt).toISOString().slice(0, 10)
  return {
    bytes: await draw(document, format),
    mimeType,
    fileName: `${document.title} – ${day}.${extension}`,
  }
}

async function draw(document: HarvestDocument, format: DocumentFormatName): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('./writers/writeDocx.ts')).drawDocx(document)
    case 'odt':
      return (await import('./writers/writeOdt.ts')).drawOdt(document)
    case 'pdf':
      return (await import('./writers/writePdf.ts')).drawPdf(document)
    case 'html':
      return (await import('./writers/writeHtml.ts')).drawHtml(document)
    case 'md':
      return (await import('./writers/writeMarkdown.ts')).drawMarkdown(document)
    default:
      return format satisfies never
  }
}

/** `memo` is the page for politicians, of methods that have one: see `hasMemo`. */
export type ExportName = ExportFormatName | 'zip' | 'memo'

/** Told before each file of a ZIP, and after the last, which then is null. */
export type OnPart = (done: number, of: number, next: ExportFormatName | null) => void

export async function exportFile(
  report: Report,
  format: ExportName,
  language: Language,
  onPart: OnPart = () => {},
  extras: ExportExtras = {},
): Promise<ExportedFile> {
  if (format === 'zip') return exportAll(report, language, onPart, extras)
  if (format === 'memo') return exportMemo(report, language)
  const { mimeType, extension, write }: ExportFormat = exportFormats[format]
  const [bytes, fileName] = await Promise.all([
    write(report, language, extras.images ?? noImages),
    fileNameOf(report, extension, language),
  ])
  return { bytes, mimeType, fileName }
}

async function exportMemo(report: Report, language: Language): Promise<ExportedFile> {
  const [say, { writeMemo }] = await Promise.all([loadWords(language), import('./writers/writeMemo.ts')])
  const bytes = await writeMemo(report, language)
  if (!bytes) throw new Error(`${report.templateId} has no page for politicians`)
  const { mimeType } = exportFormats.pdf
  return { bytes, mimeType, fileName: await fileNameOf(report, 'pdf', language, say('memo')) }
}

/** Every file in one. They are packed already, or small: the ZIP only holds them together. */
async function exportAll(
  report: Report,
  language: Language,
  onPart: OnPart,
  extras: ExportExtras,
): Promise<ExportedFile> {
  const { zipSync } = await import('fflate')
  const { hasPins } = await import('./writers/writeGeoJson.ts')
  const names = exportNames.filter((name) => name !== 'geojson' || hasPins(report))
  const files: Record<string, Uint8Array> = {}
  for (const [done, name] of names.entries()) {
    onPart(done, names.length, name)
    const { bytes, fileName } = await exportFile(report, name, language, undefined, extras)
    files[fileName] = bytes
  }
  if (hasMemo(report.templateId)) {
    const { bytes, fileName } = await exportMemo(report, language)
    files[fileName] = bytes
  }
  for (const { name, read } of extras.attached ?? []) {
    const bytes = await read()
    if (bytes) files[name] = bytes
  }
  onPart(names.length, names.length, null)
  const mtime = new Date(report.writtenAt)
  return {
    bytes: zipSync(files, { level: 1, mtime }),
    mimeType: 'application/zip',
    fileName: await fileNameOf(report, 'zip', language),
  }
}

async function fileNameOf(
  report: Report,
  extension: string,
  language: Language,
  kind?: string,
): Promise<string> {
  const say = await loadWords(language)
  const where = safeInFileName(report.place) || safeInFileName(report.title)
  const parts = [kind ?? say('harvest'), where, report.heldOn].filter((part) => part !== '')
  return `${parts.join(' – ')}.${extension}`
}
