import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { buildReport } from '../report.ts'
import { boardsOf, lindasaCafe, startedAt, type CafeNote } from '../testing/lindasaCafe.ts'
import { elements, readParts } from '../testing/readDocx.ts'
import { brokenText, trapTexts } from '../testing/trapNotes.ts'
import { writeXlsx } from './writeXlsx.ts'

const now = startedAt + 86_400_000
const timeZone = 'Europe/Stockholm'

async function write(texts: readonly string[]) {
  const cafe = lindasaCafe()
  const traps = texts.map((text, index): CafeNote => ({
    id: `trap-${index}`,
    table: 3,
    phase: 'r3',
    zone: 'ideas',
    text,
    via: 'phone',
    at: now,
    person: 'p1',
  }))
  const notes = [...cafe.notes, ...traps]
  const report = buildReport({ state: cafe.state, boards: boardsOf(cafe.state, notes), now, timeZone })
  return { state: cafe.state, notes, bytes: await writeXlsx(report, 'sv') }
}

describe('the spreadsheet', () => {
  it('prints on A4 on its side, a page wide, with its head on every page', async () => {
    const { bytes, notes } = await write([])
    const part = readParts(bytes)
    for (const at of [1, 2]) {
      const sheet = part(`xl/worksheets/sheet${at}.xml`)
      expect(elements(sheet, 'pageSetUpPr')[0]?.getAttribute('fitToPage')).toBe('1')
      const [setup] = elements(sheet, 'pageSetup')
      const said = ['orientation', 'fitToWidth', 'fitToHeight'].map((name) => setup?.getAttribute(name))
      expect(said).toEqual(['landscape', '1', '0'])
      // The order of the schema: Excel repairs a sheet that begins otherwise.
      expect(sheet.documentElement?.firstChild?.nodeName).toBe('sheetPr')
    }
    const names = elements(part('xl/workbook.xml'), 'definedName').map((name) => [
      name.getAttribute('name'),
      name.textContent,
    ])
    expect(names).toContainEqual(['_xlnm.Print_Titles', "'Lappar'!$1:$1"])
    expect(names).toContainEqual(['_xlnm.Print_Area', `'Lappar'!$A$1:$J$${notes.length + 1}`])
  })

  it('has one row a note with its question, zone, table, round and origin', async () => {
    const { state, notes, bytes } = await write([])
    const sheets = await readXlsxFile(Buffer.from(bytes))
    const [head, ...rows] = sheets[0]?.data ?? []
    expect(head).toEqual([
      'Nr',
      'Del av mötet',
      'Fråga',
      'Ram',
      'Lapp',
      'Teman',
      'Bord',
      'Omgång',
      'Prickar',
      'Från papper',
      'Skriven',
      'Lappens id',
    ])
    const rounds = new Map([
      ['r1', 1],
      ['r2', 2],
      ['r3', 3],
    ])
    const expected = notes.map(({ phase, zone, text, table, via }) => [
      state.session.phases.find(({ id }) => id === phase)?.name,
      state.session.zones.find(({ id }) => id === zone)?.title,
      text,
      table === 0 ? 'Hela salen' : table,
      rounds.get(phase) ?? null,
      via === 'paper' ? 'ja' : null,
    ])
    const found = rows.map((row) => [row[1], row[3], row[4], row[6], row[7], row[9]])
    const byAll = (list: unknown[]) => list.map((one) => JSON.stringify(one)).sort()
    expect(byAll(found)).toEqual(byAll(expected))
    expect(rows[0]?.[10]).toMatch(/^2025-02-18 18:\d\d$/)
  })

  it('holds what people wrote as text, whatever it begins with, and never as a formula', async () => {
    const { bytes } = await write([...trapTexts, brokenText.written])
    const part = readParts(bytes)
    const sheet = part('xl/worksheets/sheet1.xml')
    expect(elements(sheet, 'f')).toEqual([])
    const notes = elements(sheet, 'c').filter((one) => /^E\d/.test(one.getAttribute('r') ?? ''))
    expect(notes.every((one) => one.getAttribute('t') === 's')).toBe(true)
    const texts = elements(part('xl/sharedStrings.xml'), 'si').map((one) =>
      unescapeOffice(one.textContent ?? ''),
    )
    expect(texts).toEqual(expect.arrayContaining([...trapTexts, brokenText.read]))
  })

  it('cuts what is longer than a cell of Excel holds, and says where the rest is', async () => {
    const long = `${'ord _x000D_ 👩‍👩‍👧‍👦 '.repeat(2_000)}slut`
    const { bytes } = await write([long])
    const texts = elements(readParts(bytes)('xl/sharedStrings.xml'), 'si').map((one) => one.textContent ?? '')
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(32_767)
    const cut = unescapeOffice(texts.find((text) => text.length > 10_000) ?? '')
    const [words = '', pointer = ''] = cut.split('… ')
    expect(words.length).toBeGreaterThan(20_000)
    expect(long.startsWith(words)).toBe(true)
    expect(pointer).toContain('andra filerna')
  })

  it('can be filtered, and keeps its headings in sight', async () => {
    const { bytes } = await write([])
    const sheet = readParts(bytes)('xl/worksheets/sheet1.xml')
    expect(elements(sheet, 'autoFilter')[0]?.getAttribute('ref')).toBe('A1:L176')
    expect(elements(sheet, 'pane')[0]?.getAttribute('state')).toBe('frozen')
    expect(elements(sheet, 'pane')[0]?.getAttribute('ySplit')).toBe('1')
  })

  it('tells the facts of the workshop on the last sheet', async () => {
    const { bytes } = await write([])
    const sheets = await readXlsxFile(Buffer.from(bytes))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Lappar', 'Röster', 'Om mötet'])
    expect(sheets.at(-1)?.data).toEqual(
      expect.arrayContaining([
        ['Deltagare', '30'],
        ['Lappar', '175'],
      ]),
    )
  })
})

/** What Excel does when it reads a text (ECMA-376, ST_Xstring). */
function unescapeOffice(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
