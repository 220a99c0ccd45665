/** Notes as an Excel workbook: one row a note, ready to filter and sort, and a second sheet with the facts of the workshop. */
import writeXlsxFile, { type Feature, type SheetData, type SheetOptions } from 'write-excel-file/universal'
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility'
import type { Language } from '@bordet/text'
import type { Report } from '../model.ts'
import { sheetColumns, sheetRows, type SheetRow } from '../sheetRows.ts'
import { draftNotice, loadWords, questionName, reportFacts, type SayHarvest } from '../words.ts'

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

/** Only these wrap: a long question in every row would make each row five lines high. */
const wrapped: ReadonlySet<keyof SheetRow> = new Set(['note', 'zone'])
const heading = {
  fontWeight: 'bold',
  textColor: '#FFFFFF',
  backgroundColor: '#0B4F5C',
  alignVertical: 'center',
} as const

export async function writeXlsx(report: Report, language: Language): Promise<Uint8Array> {
  const say = await loadWords(language)
  const notes = noteSheet(report, say)
  const sheets = [
    {
      data: notes,
      sheet: sheetName(say('sheetNotes')),
      columns: sheetColumns.map(({ key }) => ({ width: columnWidths[key] })),
      stickyRowsCount: 1,
    },
    {
      data: factSheet(report, language, say),
      sheet: sheetName(say('sheetFacts')),
      columns: [{ width: 30 }, { width: 90 }],
    },
  ]
  const features = [filterOnFirstSheet(notes.length, sheetColumns.length)]
  const file = await writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11, features }).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

function noteSheet(report: Report, say: SayHarvest): SheetData {
  const head = sheetColumns.map((column) => ({
    value: say(column.heading),
    type: String,
    height: 22,
    ...heading,
  }))
  const rows = sheetRows(report, say).map((row) =>
    sheetColumns.map(({ key }) => cell(row[key], wrapped.has(key), key === 'table')),
  )
  return [head, ...rows]
}

/** The type is always said: text stays text whatever it begins with, and never becomes a formula. */
function cell(value: string | number | null, wrap: boolean, alignLeft: boolean): SheetData[number][number] {
  if (value === null || value === '') return null
  const align = alignLeft ? ({ align: 'left' } as const) : {}
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top', ...align }
  return { value: escapeOffice(value), type: String, alignVertical: 'top', wrap, ...align }
}

function factSheet(report: Report, language: Language, say: SayHarvest): SheetData {
  const draft = draftNotice(report, language, say)
  const facts: [string, string][] = [[say('harvest'), report.title], ...reportFacts(report, language, say)]
  const questions = report.questions.map((one): [string, string] => [questionName(one, say), one.question])
  const rows = [
    ...facts,
    ...(draft ? [['', draft] satisfies [string, string]] : []),
    ['', ''] satisfies [string, string],
    ...questions,
  ]
  return rows.map(([label, value], index) => [
    label === ''
      ? null
      : { value: escapeOffice(label), type: String, fontWeight: 'bold', alignVertical: 'top', wrap: true },
    value === ''
      ? null
      : {
          value: escapeOffice(value),
          type: String,
          alignVertical: 'top',
          wrap: true,
          ...(index === 0 ? ({ fontWeight: 'bold' } as const) : {}),
        },
  ])
}

/** Office reads `_x000D_` in a text as an escaped character (ECMA-376, ST_Xstring); the underscore escapes itself. */
function escapeOffice(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** The library leaves filters to its users' own "features". The defined name is what makes Excel keep the filter. */
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
