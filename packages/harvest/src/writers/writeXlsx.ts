/** Notes as an Excel workbook: one row a note, ready to filter and sort, and a second sheet with the facts of the workshop. */
import writeXlsxFile, {
  type Cell,
  type Feature,
  type Sheet,
  type SheetData,
  type SheetOptions,
} from 'write-excel-file/universal'
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility'
import type { Language } from '@bordet/text'
import type { Report } from '../model.ts'
import { sheetColumns, sheetRows, type SheetRow } from '../sheetRows.ts'
import {
  choiceLines,
  loadWords,
  momentWriter,
  notices,
  questionName,
  reportFacts,
  type SayHarvest,
} from '../words.ts'

/** In characters. The note's column is as wide as a sentence; longer ones wrap. */
const columnWidths = {
  number: 6,
  part: 26,
  question: 26,
  zone: 26,
  note: 70,
  table: 12,
  round: 10,
  dots: 10,
  paper: 13,
  time: 17,
} as const satisfies Record<keyof SheetRow, number>
const factWidths = [30, 90] as const

/** Only these wrap: a long question in every row would make each row five lines high. */
const wrapped: ReadonlySet<keyof SheetRow> = new Set(['note', 'zone'])
const lineHeight = 15
/** The most that Excel allows. */
const maxRowHeight = 409
const headingStyle = {
  fontWeight: 'bold',
  textColor: '#FFFFFF',
  backgroundColor: '#0B4F5C',
  alignVertical: 'center',
} as const

export async function writeXlsx(report: Report, language: Language): Promise<Uint8Array> {
  const say = await loadWords(language)
  const notes = noteSheet(report, say)
  const sheets: Sheet<Blob>[] = [
    {
      data: notes,
      sheet: sheetName(say('sheetNotes')),
      columns: sheetColumns.map(({ key }) => ({ width: columnWidths[key] })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    {
      data: factSheet(report, language, say),
      sheet: sheetName(say('sheetFacts')),
      columns: factWidths.map((width) => ({ width })),
    },
  ]
  const features = [filterOnFirstSheet(notes.length, sheetColumns.length)]
  const file = await writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11, features }).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

function noteSheet(report: Report, say: SayHarvest): SheetData {
  const head = sheetColumns.map(({ heading }) => ({
    value: say(heading),
    type: String,
    height: 22,
    ...headingStyle,
  }))
  const rows = sheetRows(report, say).map((row) => {
    const height = rowHeight([
      [row.note, columnWidths.note],
      [row.zone, columnWidths.zone],
    ])
    return sheetColumns.map(({ key }) => cell(row[key], { height, wrap: wrapped.has(key) }))
  })
  return [head, ...rows]
}

function factSheet(report: Report, language: Language, say: SayHarvest): SheetData {
  const rows: [string, string][] = [
    [say('harvest'), report.title],
    ...reportFacts(report, language, say),
    [say('written'), momentWriter(report.timeZone)(report.writtenAt)],
    ...notices(report, language, say).map((notice): [string, string] => ['', notice]),
    ...report.questions.map((one): [string, string] => [
      questionName(one, say),
      [one.question, ...choiceLines(one, language, say)].filter((line) => line !== '').join('\n'),
    ]),
  ]
  return rows.map(([label, value]) => {
    const height = rowHeight([
      [label, factWidths[0]],
      [value, factWidths[1]],
    ])
    return [cell(label, { height, wrap: true, fontWeight: 'bold' }), cell(value, { height, wrap: true })]
  })
}

/** The type is always said: text stays text whatever it begins with, and never becomes a formula. */
function cell(value: string | number | null, style: CellStyle): Cell {
  if (value === null || value === '') return null
  const placed = { ...style, align: 'left', alignVertical: 'top' } as const
  return typeof value === 'number'
    ? { ...placed, value, type: Number }
    : { ...placed, value: escapeOffice(value), type: String }
}

interface CellStyle {
  height: number
  wrap: boolean
  fontWeight?: 'bold'
}

/** Spreadsheets fit rows to wrapped text only when somebody asks them to. */
function rowHeight(cells: readonly (readonly [string, number])[]): number {
  const lines = cells.map(([text, width]) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0),
  )
  return Math.min(maxRowHeight, Math.max(...lines) * lineHeight)
}

/** Office reads `_x000D_` in a text as an escaped character (ECMA-376, ST_Xstring); the underscore escapes itself. */
function escapeOffice(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** The library leaves filters to its users' own "features". */
function filterOnFirstSheet(rows: number, columns: number): Feature<Blob> {
  const ref = `A1:${getCellAddress(rows - 1, columns - 1)}`
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _: SheetOptions<Blob>, { sheetIndex }: { sheetIndex: number }) =>
            sheetIndex === 0
              ? insertElementMarkupAccordingToOrderOfSiblings(
                  xml,
                  getSelfClosingTagMarkup('autoFilter', { ref }),
                  getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [],
                  'worksheet',
                )
              : xml,
        },
      },
    },
  }
}

/** Excel takes 31 characters, without these. */
function sheetName(words: string): string {
  return words.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31)
}
