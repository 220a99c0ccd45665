/** Pasted lines, or a spreadsheet saved as CSV, as the quotes they would become: read before anything is kept. Pure. */
import { parse } from 'csv-parse/browser/esm/sync'

export interface Quote {
  text: string
  place: string
  /** YYYY-MM-DD */
  heldOn: string
  source: string
  themes: string[]
}

export type QuoteFault =
  | 'faultHeader'
  | 'faultQuote'
  | 'faultEmpty'
  | 'faultLong'
  | 'faultPlace'
  | 'faultDay'
  | 'faultDate'
  | 'faultSame'
  | 'faultMany'

export interface ReadQuotes {
  /** `line`: the last one it stands on, counted from 1. */
  quotes: (Quote & { line: number })[]
  /** Lines that are left out, and why; `value` is what could not be read, or the other line's number. */
  faults: { line: number; why: QuoteFault; value: string }[]
}

/** For lines that do not say otherwise. */
export type QuoteDefaults = Pick<Quote, 'place' | 'heldOn' | 'source'>

export const mostQuotes = 2_000
const mostLetters = 1_000
const mostThemes = 3

/** As people head their columns in four languages. */
const columnNames = {
  text: ['citat', 'quote', 'sitat', 'text', 'tekst', 'svar', 'answer', 'lapp', 'seddel', 'note', 'utsagn'],
  place: ['ort', 'by', 'sted', 'place', 'town', 'plats', 'bygd', 'tettsted', 'village'],
  heldOn: ['datum', 'dato', 'date', 'dag', 'day', 'månad', 'måned', 'month', 'när', 'hvornår', 'når', 'when'],
  source: ['källa', 'kilde', 'source', 'vem', 'hvem', 'who', 'roll', 'rolle', 'role', 'informant'],
  themes: ['tema', 'teman', 'temaer', 'theme', 'themes'],
} as const
type Column = keyof typeof columnNames

/** One quote a line; or, where the first line names the columns, one a record. */
export function readQuotes(text: string, defaults: QuoteDefaults): ReadQuotes {
  const read: ReadQuotes = { quotes: [], faults: [] }
  const { records, broken } = takeApart(text)
  const columns: readonly (Column | null)[] = records.isTable
    ? (records.rows[0]?.cells.map(columnNamed) ?? [])
    : ['text']
  if (records.isTable && !columns.includes('text')) {
    return { ...read, faults: [{ line: 1, why: 'faultHeader', value: '' }] }
  }
  const lineOf = new Map<string, number>()
  for (const { cells, line } of records.isTable ? records.rows.slice(1) : records.rows) {
    const value = (column: Column) => (cells[columns.indexOf(column)] ?? '').trim()
    if (cells.every((cell) => cell.trim() === '')) continue
    if (read.quotes.length >= mostQuotes) {
      read.faults.push({ line, why: 'faultMany', value: '' })
      break
    }
    const day = value('heldOn')
    const quote = {
      line,
      text: value('text'),
      place: value('place') || defaults.place.trim(),
      heldOn: (day === '' ? defaults.heldOn : readDay(day)) ?? '',
      source: (value('source') || defaults.source.trim()).slice(0, 120),
      themes: themesIn(value('themes')),
    }
    // The same words from two places are two quotes.
    const same = `${quote.text.toLocaleLowerCase()} ${quote.place.toLocaleLowerCase()}`
    const why = faultOf(quote, day)
    if (why !== null) read.faults.push({ line, why, value: why === 'faultDate' ? day : '' })
    else if (lineOf.has(same)) read.faults.push({ line, why: 'faultSame', value: String(lineOf.get(same)) })
    else {
      lineOf.set(same, line)
      read.quotes.push(quote)
    }
  }
  if (broken !== null) read.faults.push({ line: broken, why: 'faultQuote', value: '' })
  return read
}

/** Names of themes with semicolons or lines between; at most three. */
export function themesIn(written: string): string[] {
  const names = written
    .split(/[;\n|]/)
    .map((name) => name.trim().slice(0, 120))
    .filter((name) => name !== '')
  return [...new Set(names)].slice(0, mostThemes)
}

/**
 * As days are written in the Nordic countries: 2026-05-12, 12.5.2026, 12-05-2026, 12/5 2026; a month alone is its first
 * day. Null for anything else: 05/12/2026 is the fifth of December here and nowhere guessed at.
 */
export function readDay(written: string): string | null {
  const text = written.trim()
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text)
  const nordic = /^(\d{1,2})[./-]\s*(\d{1,2})[./ -]\s*(\d{4})$/.exec(text)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3] ?? '1'] : [nordic?.[3], nordic?.[2], nordic?.[1]]
  if (year === undefined || month === undefined || day === undefined) return null
  const full = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${full}T12:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== full ? null : full
}

/** Excel still saves CSV in the old Western encoding on many machines. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function faultOf(quote: Quote, day: string): QuoteFault | null {
  if (quote.text === '') return 'faultEmpty'
  if (quote.text.length > mostLetters) return 'faultLong'
  if (quote.place === '') return 'faultPlace'
  if (quote.heldOn === '') return day === '' ? 'faultDay' : 'faultDate'
  return null
}

function columnNamed(name: string): Column | null {
  const plain = name
    .trim()
    .toLocaleLowerCase()
    .replace(/\s*\(.*\)$/, '')
  for (const column of ['text', 'place', 'heldOn', 'source', 'themes'] as const)
    if (columnNames[column].some((known) => known === plain)) return column
  return null
}

interface Records {
  isTable: boolean
  rows: { cells: string[]; line: number }[]
}

/** A table only where the first line names columns, or tabs stand in every line: a quote may well have a comma in it. */
function takeApart(text: string): { records: Records; broken: number | null } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const delimiter = ['\t', ';', ','].find((sign) => {
    const names = first.split(sign).map((name) => columnNamed(name.replaceAll('"', '')))
    return names.length > 1 && names.some((name) => name !== null)
  })
  const written = lines.filter((line) => line.trim() !== '')
  const hasTabs = written.length > 1 && written.every((line) => line.includes('\t'))
  const sign = delimiter ?? (hasTabs ? '\t' : null)
  if (sign === null) {
    // A heading of its own over plain lines is no quote.
    const rows = lines.map((line, index) => ({ cells: [line], line: index + 1 }))
    const isHeaded = columnNamed(first) !== null
    return {
      records: { isTable: false, rows: isHeaded ? rows.filter(({ cells }) => cells[0] !== first) : rows },
      broken: null,
    }
  }
  const rows: Records['rows'] = []
  const take = (record: string[], { lines: line }: { lines: number }) =>
    void rows.push({ cells: record, line })
  try {
    parse(text, {
      delimiter: sign,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: take,
    })
  } catch (error) {
    return { records: { isTable: true, rows }, broken: Number(Object(error).lines) || 1 }
  }
  return { records: { isTable: true, rows }, broken: null }
}
