/** Pasted lines, or a spreadsheet saved as CSV, as the notes they would become: read before anything is put up. Pure. */
import { composeFields, type Zone } from '@bordet/workshop'
import { parse } from 'csv-parse/browser/esm/sync'

export interface ReadLines {
  /** Texts of notes, in order. */
  notes: string[]
  /** Which line cannot be used, and why; counted from 1. */
  faults: { line: number; why: 'tooLong' | 'tooMany' | 'quote' }[]
  /** Whether the first line named the columns. */
  hasHeader: boolean
}

const mostLetters = 1000
const mostLines = 2000

/** Without columns every line is a note. With them they are the zone's fields, by name where the first line names them. */
export function readLines(text: string, zone: Pick<Zone, 'fields'>): ReadLines {
  const fields = zone.fields ?? []
  const delimiter = delimiterOf(text)
  if (fields.length === 0 || delimiter === null) return readPlain(text, fields)
  const read: ReadLines = { notes: [], faults: [], hasHeader: false }
  const rows: { record: string[]; line: number }[] = []
  const take = (record: string[], { lines }: { lines: number }) => void rows.push({ record, line: lines })
  try {
    parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: take,
    })
  } catch (error) {
    return { ...read, faults: [{ line: Number(Object(error).lines) || 1, why: 'quote' }] }
  }
  const names = rows[0]?.record.map((name) => fieldNamed(fields, name)) ?? []
  read.hasHeader = names.some((name) => name !== -1)
  const columns = read.hasHeader ? names : fields.map((_, index) => index)
  for (const { record, line } of rows.slice(read.hasHeader ? 1 : 0, mostLines)) {
    const values = fields.map(() => '')
    record.forEach((value, at) => {
      const field = columns[at] ?? -1
      if (field !== -1) values[field] = value
    })
    const isTooMany = !read.hasHeader && record.slice(fields.length).some((value) => value.trim() !== '')
    const note = composeFields(fields, values)
    if (isTooMany) read.faults.push({ line, why: 'tooMany' })
    else if (note.length > mostLetters) read.faults.push({ line, why: 'tooLong' })
    else if (note !== '') read.notes.push(note)
  }
  return read
}

function readPlain(text: string, fields: readonly string[]): ReadLines {
  const read: ReadLines = { notes: [], faults: [], hasHeader: false }
  for (const [index, line] of text.split(/\r?\n/).slice(0, mostLines).entries()) {
    const words = line.trim()
    if (words === '' || fieldNamed(fields, words) !== -1) continue
    if (words.length > mostLetters) read.faults.push({ line: index + 1, why: 'tooLong' })
    else read.notes.push(words)
  }
  return read
}

function fieldNamed(fields: readonly string[], name: string): number {
  const plain = (words: string) =>
    words
      .trim()
      .toLocaleLowerCase()
      .replace(/\s*\(.*\)$/, '')
  return fields.findIndex((field) => plain(field) === plain(name))
}

/** The sign that stands in the first lines outside quotes as often in each; a comma only where the fields are quoted or named. */
function delimiterOf(text: string): string | null {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 5)
  const counts = (sign: string) =>
    lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(sign).length - 1)
  for (const sign of ['\t', ';'])
    if (lines.length > 0 && counts(sign).every((count) => count > 0)) return sign
  const commas = counts(',')
  const isTable = lines.length > 1 && commas.every((count) => count > 0 && count === commas[0])
  return isTable ? ',' : null
}
