import { languages } from '@bordet/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRisks } from './findRisks.ts'

const marked = (text: string, language: (typeof languages)[number] = 'sv') =>
  findRisks(text, language).map(({ kind, from, to }) => [kind, text.slice(from, to)])

describe('risks in a note', () => {
  it('[N10] marks phone numbers as they are written in Sweden, Denmark and Norway', () => {
    for (const number of [
      '070-123 45 67',
      '0476-55 12 34',
      '+46 70 123 45 67',
      '0046701234567',
      '12 34 56 78',
      '+45 12345678',
      '412 34 567',
      '(08) 123 456 78',
    ])
      expect(marked(`Ring ${number} efter sex.`), number).toEqual([['phone', number.replace(/^\(/, '')]])
  })

  it('[N10] lets years, dates, times and sums alone', () => {
    for (const text of [
      'Mötet är 2026-12-03.',
      'Planen gäller 2020–2026.',
      'Öppet 18.00-20.30 och 9-17',
      'Det kostar 12 000 000 kronor.',
      '150 personer vid 25 bord',
      'Väg 120, buss 30, 5 km',
    ])
      expect(marked(text), text).toEqual([])
  })

  it('[N10] marks e-mail addresses', () => {
    expect(marked('Skriv till ulla.berg+cafe@liatorp.example, tack')).toEqual([
      ['email', 'ulla.berg+cafe@liatorp.example'],
    ])
  })

  it('[N10] marks identity numbers of all three countries, by date and checksum', () => {
    expect(marked('Han heter 811228-9874.')).toEqual([['identity', '811228-9874']])
    expect(marked('Född 19811228-9874')).toEqual([['identity', '19811228-9874']])
    expect(marked('CPR 070785-1234', 'da')).toEqual([['identity', '070785-1234']])
    expect(marked('fnr 01010750160', 'nb')).toEqual([['identity', '01010750160']])
    expect(marked('811228-9875')).not.toContainEqual(['identity', '811228-9875'])
  })

  it('[N10] marks insults as whole words, in the language of the meeting and in English', () => {
    expect(marked('Vilken IDIOT, jävla politiker')).toEqual([
      ['insult', 'IDIOT'],
      ['insult', 'jävla'],
    ])
    expect(marked('Kælling!', 'da')).toEqual([['insult', 'Kælling']])
    expect(marked('Kælling!', 'sv')).toEqual([])
    expect(marked('fucking buss', 'nb')).toEqual([['insult', 'fucking']])
    expect(marked('Idiotisk parkering, höra av sig')).toEqual([])
  })

  it('[N10] gives spans in order that do not overlap, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom(...languages),
        (text, language) => {
          let end = 0
          for (const { from, to } of findRisks(text, language)) {
            expect(from).toBeGreaterThanOrEqual(end)
            expect(to).toBeGreaterThan(from)
            end = to
          }
          expect(end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})
