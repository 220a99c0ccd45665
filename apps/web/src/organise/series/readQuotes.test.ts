import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText, mostQuotes, readDay, readQuotes, themesIn } from './readQuotes.ts'

const defaults = { place: 'Legsted', heldOn: '2026-02-03', source: 'ambassadør' }
const nothing = { place: '', heldOn: '', source: '' }

describe('readQuotes', () => {
  it('takes every line as a quote, commas and semicolons included, with what is said for all', () => {
    const { quotes, faults } = readQuotes('Vi har havnen, broen; og luften\r\n\r\n  Bussen  \n', defaults)
    expect(faults).toEqual([])
    expect(quotes).toEqual([
      { line: 1, text: 'Vi har havnen, broen; og luften', themes: [], ...defaults },
      { line: 3, text: 'Bussen', themes: [], ...defaults },
    ])
  })

  it('takes columns by their names in any order and language, and lets a line say otherwise', () => {
    const csv = [
      'Tema;By;Citat;Dato;Kilde (hvem)',
      'Gæster;Gramby;"Vi kan ""det der""; og mere\npå to linjer";12.5.2026;kromand',
      ';;Bussen;;',
    ].join('\r\n')
    const { quotes, faults } = readQuotes(`\uFEFF${csv}`, defaults)
    expect(faults).toEqual([])
    expect(quotes).toEqual([
      {
        line: 3,
        text: 'Vi kan "det der"; og mere\npå to linjer',
        place: 'Gramby',
        heldOn: '2026-05-12',
        source: 'kromand',
        themes: ['Gæster'],
      },
      { line: 4, text: 'Bussen', themes: [], ...defaults },
    ])
    for (const header of ['Quote,Town,Date', 'Citat\tOrt\tDatum', 'Sitat;Sted;Dato'])
      expect(readQuotes(`${header}\nA${header[5]}B${header[5]}2026-01-02`, nothing).quotes).toMatchObject([
        { text: 'A', place: 'B', heldOn: '2026-01-02' },
      ])
  })

  it('says of every line that cannot be used which it is and why, and goes on with the others', () => {
    const csv = [
      'citat;ort;datum',
      'Bra;Lindåsa;2026-05-12',
      ';Lindåsa;2026-05-12',
      `${'x'.repeat(1001)};Lindåsa;2026-05-12`,
      'Utan ort;;2026-05-12',
      'Utan dag;Lindåsa;',
      'Fel dag;Lindåsa;31.2.2026',
      'BRA;lindåsa;2026-05-13',
      'Bra;Ekdala;2026-05-12',
    ].join('\n')
    const { quotes, faults } = readQuotes(csv, nothing)
    expect(quotes.map(({ line }) => line)).toEqual([2, 9])
    expect(faults).toEqual([
      { line: 3, why: 'faultEmpty', value: '' },
      { line: 4, why: 'faultLong', value: '' },
      { line: 5, why: 'faultPlace', value: '' },
      { line: 6, why: 'faultDay', value: '' },
      { line: 7, why: 'faultDate', value: '31.2.2026' },
      { line: 8, why: 'faultSame', value: '2' },
    ])
  })

  it('asks for names over columns that it cannot guess, and tells of a quotation mark that never closes', () => {
    expect(readQuotes('ett\ttvå\ntre\tfyra', defaults).faults).toMatchObject([
      { line: 1, why: 'faultHeader' },
    ])
    expect(readQuotes('ort;datum\nLindåsa;2026-05-12', defaults).faults).toMatchObject([
      { why: 'faultHeader' },
    ])
    const torn = readQuotes('citat;ort\nBra;Lindåsa\n"Aldrig;Lindåsa\nmer;Lindåsa', defaults)
    expect(torn.quotes.map(({ text }) => text)).toEqual(['Bra'])
    expect(torn.faults).toMatchObject([{ why: 'faultQuote' }])
  })

  it('takes no more than fits in a round', () => {
    const lines = Array.from({ length: mostQuotes + 5 }, (_, n) => `rad ${n}`)
    const { quotes, faults } = readQuotes(lines.join('\n'), defaults)
    expect(quotes).toHaveLength(mostQuotes)
    expect(faults).toEqual([{ line: mostQuotes + 1, why: 'faultMany', value: '' }])
  })

  it('loses no line, whatever is pasted: each is a quote, a fault, or empty', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !/[\r\n\t"]/.test(text))
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { quotes, faults } = readQuotes(['citat;x', ...lines].join('\n'), defaults)
        const told = new Set([...quotes, ...faults].map((one) => one.line))
        for (const [index, text] of lines.entries())
          if (text.split(';').some((cell) => cell.trim() !== '')) expect(told).toContain(index + 2)
      }),
    )
  })
})

it('reads days as they are written here, and guesses none', () => {
  for (const written of ['2026-05-12', '12.5.2026', '12.05.2026', '12-05-2026', '12/5 2026', '12/5-2026'])
    expect(readDay(written), written).toBe('2026-05-12')
  expect(readDay('2026-05')).toBe('2026-05-01')
  for (const written of ['', 'i maj', '2026', '30.2.2026', '12.5.26', '2026-13-01', '5/31/2026'])
    expect(readDay(written), written).toBeNull()
})

it('reads what Excel saved in the old encoding', () => {
  expect(decodeText(Uint8Array.of(0x46, 0xe6, 0x6c, 0x6c, 0x65, 0x73))).toBe('Fælles')
  expect(decodeText(new TextEncoder().encode('Fælles'))).toBe('Fælles')
})

it('takes themes apart', () => {
  expect(themesIn(' Bus ; Skole;Bus;; a;b')).toEqual(['Bus', 'Skole', 'a'])
})
