import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLines } from './readLines.ts'

const zone = { fields: ['Ort', 'Citat', 'Handlar om'] }

describe('lines from elsewhere', () => {
  it('are notes as they are where they have no columns', () => {
    const text = 'Bussen går för sällan, tyvärr.\n\n  Torget är fint.  \r\n'
    expect(readLines(text, zone)).toEqual({
      notes: ['Bussen går för sällan, tyvärr.', 'Torget är fint.'],
      faults: [],
      hasHeader: false,
    })
  })

  it.each([
    ['semicolons', 'Citat;Ort\n"Bussen; går ""sällan""";Diö\n'],
    ['tabs, as copied out of a spreadsheet', 'Citat\tOrt\n"Bussen; går ""sällan"""\tDiö\n'],
    ['commas', '\uFEFFcitat,ort\n"Bussen; går ""sällan""",Diö\n'],
  ])('take their columns by name, with %s', (_name, text) => {
    expect(readLines(text, zone)).toEqual({
      notes: ['Ort: Diö\nCitat: Bussen; går "sällan"'],
      faults: [],
      hasHeader: true,
    })
  })

  it('take the fields in order where nothing names the columns', () => {
    expect(readLines('Diö;Torget är fint;torg\nÄlmhult;"Två\nrader";buss', zone).notes).toEqual([
      'Ort: Diö\nCitat: Torget är fint\nHandlar om: torg',
      'Ort: Älmhult\nCitat: Två rader\nHandlar om: buss',
    ])
  })

  it('say which line cannot be used, and why', () => {
    const long = 'x'.repeat(1001)
    expect(readLines(`Diö;kort\nDiö;${long}\nDiö;a;b;c\n`, zone)).toMatchObject({
      notes: ['Ort: Diö\nCitat: kort'],
      faults: [
        { line: 2, why: 'tooLong' },
        { line: 3, why: 'tooMany' },
      ],
    })
    expect(readLines(`Diö;"aldrig slut\nDiö;b`, zone).faults).toMatchObject([{ why: 'quote' }])
    expect(readLines(`a\n${long}`, {}).faults).toEqual([{ line: 2, why: 'tooLong' }])
  })

  it('never throw, and make no note that is empty or too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const note of readLines(text, zone).notes) {
          expect(note.trim()).not.toBe('')
          expect(note.length).toBeLessThanOrEqual(1000)
        }
      }),
    )
  })
})
