import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildReport } from '../report.ts'
import { boardsOf, lindasaCafe, startedAt } from '../testing/lindasaCafe.ts'
import { trapTexts } from '../testing/trapNotes.ts'
import { withoutFormula, writeCsv } from './writeCsv.ts'

const cafe = lindasaCafe()

async function write(texts: readonly string[]): Promise<string> {
  const first = cafe.notes[0]
  if (!first) throw new Error('The café has no notes.')
  const notes = texts.map((text, index) => ({ ...first, id: `n${index}`, text }))
  const boards = boardsOf(cafe.state, notes)
  const report = buildReport({ state: cafe.state, boards, now: startedAt, timeZone: 'Europe/Stockholm' })
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writeCsv(report, 'sv'))
}

function readNotes(text: string): string[] {
  const rows: string[][] = parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n' })
  return rows.slice(1).map((row) => row[4] ?? '')
}

describe('the CSV file', () => {
  it('opens in a Nordic Excel: byte order mark, semicolons, CRLF', async () => {
    const text = await write(['Buss på kvällen'])
    expect(text.startsWith('\ufeff"Nr";"Del av mötet";')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text).toContain(';"Buss på kvällen";;1;1;')
  })

  it('keeps what people wrote, with an apostrophe before what would be a formula', async () => {
    const notes = readNotes(await write(trapTexts))
    expect(notes).toEqual(trapTexts.map(withoutFormula))
    expect(notes).toEqual(
      expect.arrayContaining(["'=1+1", "'  =1+1", "'-2 bussar", "'@SUMMA(A1)", "'+46 470 123"]),
    )
  })

  it('never starts a cell with a formula, and changes nothing else', () => {
    const dangerous = fc.tuple(
      fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', '\u00a0', '\u200b', '\ufeff') }),
      fc.constantFrom('=', '+', '-', '@', '＝'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          dangerous.map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const safe = withoutFormula(text)
          expect(safe).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@＝]/)
          expect(safe).not.toMatch(/^[\t\r]/)
          expect(safe === text || safe === `'${text}`).toBe(true)
        },
      ),
    )
  })

  it('gives back any text as one cell', async () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'å', '"', ';', ',', '\n', '=', "'", ' ', '🍻'),
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 8 }), async (texts) => {
        const written = texts.filter((text) => text.trim() !== '')
        expect(readNotes(await write(texts)).sort()).toEqual(written.map(withoutFormula).sort())
      }),
      { numRuns: 30 },
    )
  })
})
