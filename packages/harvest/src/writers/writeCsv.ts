/**
 * Notes as CSV, and CSV the way a Nordic Excel opens it by double click: UTF-8 with a byte order mark, semicolons, CRLF.
 * No cell that somebody wrote can act as a formula (OWASP, "CSV Injection").
 */
import { stringify } from 'csv-stringify/sync'
import type { Language } from '@bordet/text'
import type { Report } from '../model.ts'
import { sheetColumns, sheetRows } from '../sheetRows.ts'
import { loadWords } from '../words.ts'

type CsvCell = string | number | null

export async function writeCsv(report: Report, language: Language): Promise<Uint8Array> {
  const say = await loadWords(language)
  const header = sheetColumns.map(({ heading }) => say(heading))
  const rows = sheetRows(report, say).map((row) => sheetColumns.map(({ key }) => row[key]))
  return csvOf(header, rows)
}

export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): Uint8Array {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withoutFormula(cell) : cell)))
  // Every text is quoted: the library would leave a lone line feed bare, since only CRLF ends its records.
  const text = stringify([header, ...safe], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    quoted_string: true,
    quoted_empty: false,
  })
  return new TextEncoder().encode(text)
}

/**
 * Spreadsheets skip blanks and invisible characters before the sign that starts a formula, and some take the
 * full-width signs for it too.
 */
const startsFormula = /^(?:[\t\r]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u

export function withoutFormula(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text
}
