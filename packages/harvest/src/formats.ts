/** The files a harvest can be taken home as. A new format is one writer and one line in this table. */
import type { Language } from '@bordet/text'
import type { Zippable } from 'fflate'
import { safeInFileName } from '@bordet/text/fileName'
import type { HarvestDocument } from './document.ts'
import { hasMemo } from './methods.ts'
import { noImages, type HarvestImages } from './images.ts'
import type { Report } from './model.ts'
import type { SeriesReport } from './series/model.ts'
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
    write: async (report, language, images) =>
      (await import('./writers/writePptx.ts')).writePptx(report, language, images),
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

/** Formats that can draw any document, such as the one of a programme. */
export const documentFormats = ['docx', 'odt', 'pdf', 'html', 'md'] as const
export type DocumentFormatName = (typeof documentFormats)[number]

export const seriesFormats = [...documentFormats, 'xlsx', 'csv', 'json'] as const
export type SeriesFormatName = (typeof seriesFormats)[number]

/** A programme of several workshops and interviews. */
export async function exportSeries(
  report: SeriesReport,
  format: SeriesFormatName,
  language: Language,
): Promise<ExportedFile> {
  const { mimeType, extension } = exportFormats[format]
  const day = new Date(report.writtenAt).toISOString().slice(0, 10)
  return {
    bytes: await writeSeries(report, format, language),
    mimeType,
    fileName: `${safeInFileName(report.name) || 'Bordet'} – ${day}.${extension}`,
  }
}

async function writeSeries(
  report: SeriesReport,
  format: SeriesFormatName,
  language: Language,
): Promise<Uint8Array> {
  const sheets = () => import('./writers/writeSeriesSheets.ts')
  switch (format) {
    case 'xlsx':
      return (await sheets()).writeSeriesXlsx(report, language)
    case 'csv':
      return (await sheets()).writeSeriesCsv(report, language)
    case 'json':
      return (await sheets()).writeSeriesJson(report)
    default: {
      const { composeSeries } = await import('./series/composeSeries.ts')
      return draw(await composeSeries(report, language), format)
    }
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

const packedAlready = /\.(?:docx|odt|pdf|pptx|xlsx|png)$/

/** Every file in one. Those that are packed already are only held together: packing them again would copy them. */
async function exportAll(
  report: Report,
  language: Language,
  onPart: OnPart,
  extras: ExportExtras,
): Promise<ExportedFile> {
  const { zipSync } = await import('fflate')
  const { hasPins } = await import('./writers/writeGeoJson.ts')
  const names = exportNames.filter((name) => name !== 'geojson' || hasPins(report))
  const files: Zippable = {}
  const put = (name: string, bytes: Uint8Array) => {
    files[name] = [bytes, { level: packedAlready.test(name) ? 0 : 1 }]
  }
  for (const [done, name] of names.entries()) {
    onPart(done, names.length, name)
    const { bytes, fileName } = await exportFile(report, name, language, undefined, extras)
    put(fileName, bytes)
  }
  if (hasMemo(report.templateId)) {
    const { bytes, fileName } = await exportMemo(report, language)
    files[fileName] = bytes
  }
  for (const { name, read } of extras.attached ?? []) {
    const bytes = await read()
    if (bytes) put(name, bytes)
  }
  onPart(names.length, names.length, null)
  const mtime = new Date(report.writtenAt)
  return {
    bytes: zipSync(files, { mtime }),
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
