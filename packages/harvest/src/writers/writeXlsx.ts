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
import { escapeMarkup } from '@bordet/text/markup'
import { everyNote, statusName } from '../composeSections.ts'
import type { Report } from '../model.ts'
import { sheetColumns, sheetRows, type SheetRow } from '../sheetRows.ts'
import {
  choiceLines,
  loadWords,
  momentWriter,
  notices,
  noteText,
  questionName,
  reportFacts,
  type SayHarvest,
} from '../words.ts'

/** In characters. The note's column is as wide as a sentence; longer ones wrap. */
const columnWidths = {
  number: 6,
  id: 36,
  themes: 22,
  part: 22,
  question: 24,
  zone: 22,
  note: 64,
  table: 10,
  round: 9,
  dots: 9,
  paper: 9,
  time: 17,
} as const satisfies Record<keyof SheetRow, number>
const factWidths = [30, 90] as const

/** Only these wrap: a long question in every row would make each row five lines high. */
const wrapped: ReadonlySet<keyof SheetRow> = new Set(['note', 'zone', 'part', 'themes'])
/** When it was written and its id are for looking up on a screen: on paper they would make all letters smaller. */
const printedColumns = sheetColumns.findIndex(({ key }) => key === 'time')
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
    ...listSheets(report, say),
    {
      data: factSheet(report, language, say),
      sheet: sheetName(say('sheetFacts')),
      columns: factWidths.map((width) => ({ width })),
      orientation: 'landscape',
    },
  ]
  const lists = sheets.slice(0, -1)
  const features = [
    filterOnLists(lists.map(({ data }) => data)),
    printOnA4(sheets, { lists, printed: printedColumns }),
  ]
  const file = await writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11, features }).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}

/** Sheets of rows under a heading, each with a filter: what is left out of an empty list is the list itself. */
export interface XlsxList {
  name: string
  head: readonly string[]
  /** In characters. */
  widths: readonly number[]
  rows: readonly (readonly (string | number | null)[])[]
}

export async function drawXlsx(lists: readonly XlsxList[], say: SayHarvest): Promise<Uint8Array> {
  const sheets = lists.flatMap(({ name, head, widths, rows }) => list(say, name, head, widths, rows) ?? [])
  const features = [filterOnLists(sheets.map(({ data }) => data)), printOnA4(sheets, { lists: sheets })]
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
      [row.part, columnWidths.part],
      [row.themes, columnWidths.themes],
    ])
    return sheetColumns.map(({ key }) => cell(row[key], { height, wrap: wrapped.has(key) }, say))
  })
  return [head, ...rows]
}

/** Themes, votes and actions, where there are any. */
function listSheets(report: Report, say: SayHarvest): Sheet<Blob>[] {
  const voted = everyNote(report).filter(({ dots }) => dots !== null)
  const onThemes = report.questions.flatMap(({ vote }) => vote?.themes ?? [])
  return [
    list(
      say,
      say('sheetThemes'),
      [say('columnTheme'), say('notes'), say('headInShort')],
      [40, 12, 80],
      report.themes.map(({ name, notes, text }) => [name, notes.length, text]),
    ),
    list(
      say,
      say('sheetVotes'),
      [say('columnNote'), say('columnTable'), say('columnDots')],
      [80, 12, 10],
      [
        ...onThemes.map(({ name, dots }) => [name, say('columnTheme'), dots]),
        ...voted
          .toSorted((a, b) => (b.dots ?? 0) - (a.dots ?? 0))
          .map((note) => [noteText(note, say), note.table === 0 ? say('hall') : note.table, note.dots]),
      ],
    ),
    list(
      say,
      say('sheetActions'),
      [say('columnWhat'), say('columnWho'), say('columnWhen'), say('columnMoney'), say('columnStatus')],
      [60, 30, 20, 20, 20],
      report.actions.map((row) => [
        row['what'] ?? '',
        row['who'] ?? '',
        row['when'] ?? '',
        row['money'] ?? '',
        statusName(row['status'] ?? '', say),
      ]),
    ),
  ].flatMap((sheet) => sheet ?? [])
}

function list(
  say: SayHarvest,
  name: string,
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly (string | number | null)[])[],
): Sheet<Blob> | null {
  if (rows.length === 0) return null
  return {
    data: [
      head.map((value) => ({ value, type: String, height: 22, ...headingStyle })),
      ...rows.map((cells) => {
        const height = rowHeight(
          cells.map((value, index) => [String(value ?? ''), widths[index] ?? 20] as const),
        )
        return cells.map((value) => cell(value, { height, wrap: true }, say))
      }),
    ],
    sheet: sheetName(name),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
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
    return [
      cell(label, { height, wrap: true, fontWeight: 'bold' }, say),
      cell(value, { height, wrap: true }, say),
    ]
  })
}

/** The type is always said: text stays text whatever it begins with, and never becomes a formula. */
function cell(value: string | number | null, style: CellStyle, say: SayHarvest): Cell {
  if (value === null || value === '') return null
  const placed = { ...style, align: 'left', alignVertical: 'top' } as const
  return typeof value === 'number'
    ? { ...placed, value, type: Number }
    : { ...placed, value: fitting(escapeOffice(value), say), type: String }
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

/** Excel's limit for one cell, in UTF-16 units; it takes a file with more for a broken one. */
const mostCharacters = 32_767

/** `escaped` text, cut between characters where it is too long; what is left of an escape goes as well. */
function fitting(escaped: string, say: SayHarvest): string {
  if (escaped.length <= mostCharacters) return escaped
  const pointer = `… [${say('cellCut')}]`
  const shown = escaped.slice(0, mostCharacters - pointer.length)
  return shown.replace(/_(?:x0{0,2}5?F?)?$|\p{Surrogate}$/u, '') + pointer
}

/** The library leaves filters to its users' own "features". */
function filterOnLists(lists: readonly SheetData[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _: SheetOptions<Blob>, { sheetIndex }: { sheetIndex: number }) => {
            const list = lists[sheetIndex]
            if (!list) return xml
            const ref = `A1:${getCellAddress(list.length - 1, (list[0]?.length ?? 1) - 1)}`
            return insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              getSelfClosingTagMarkup('autoFilter', { ref }),
              getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [],
              'worksheet',
            )
          },
        },
      },
    },
  }
}

/**
 * On paper every sheet is one page wide and as long as it takes, with its head on each page and its number below it;
 * the library knows only which way the page is turned. `printed`: of the first sheet, only so many columns.
 */
function printOnA4(
  sheets: readonly Sheet<Blob>[],
  { lists, printed }: { lists: readonly Sheet<Blob>[]; printed?: number },
): Feature<Blob> {
  const definedName = (name: string, sheet: number, area: string) => {
    const quoted = `'${(sheets[sheet]?.sheet ?? '').replaceAll("'", "''")}'`
    return `<definedName name="_xlnm.${name}" localSheetId="${sheet}">${escapeMarkup(`${quoted}!${area}`)}</definedName>`
  }
  const [first] = lists
  const corner = first && printed ? getCellAddress(first.data.length - 1, printed - 1) : ''
  const names = [
    ...(corner === '' ? [] : [definedName('Print_Area', 0, `$A$1:${corner.replace(/^([A-Z]+)/, '$$$1$$')}`)]),
    ...lists.map((_, sheet) => definedName('Print_Titles', sheet, '$1:$1')),
  ]
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml: string) =>
            xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string) =>
            xml
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(
                /<pageMargins[^>]*\/><pageSetup[^>]*\/>/,
                '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
                  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
                  '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>',
              ),
        },
      },
    },
  }
}

/** Excel takes 31 characters, without these. */
function sheetName(words: string): string {
  return words.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31)
}
