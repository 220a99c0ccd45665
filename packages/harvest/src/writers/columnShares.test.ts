import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnShares, layTable, onPaper } from './columnShares.ts'

it('gives a long text more than a number, and no column less than its longest word', () => {
  const [note = 0, dots = 0] = columnShares(
    ['Lapp', 'Prickar'],
    [['En lång lapp om bussen och affären', '12']],
    90,
  )
  expect(note).toBeGreaterThan(0.7)
  expect(dots * 90).toBeGreaterThanOrEqual('Prickar'.length)
})

it('uses the whole width, whatever stands in the cells', () => {
  const cells = fc.array(fc.string({ maxLength: 80 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(cells, fc.array(cells, { maxLength: 4 }), (head, rows) => {
      const shares = columnShares(head, rows, 90)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
      expect(shares.every((share) => share > 0)).toBe(true)
    }),
  )
})

const answer =
  'Ja. Från augusti provar vi en tur på kvällen, och efter ett halvår berättar vi hur det gick. '.repeat(3)
const towns = [
  'Legsted',
  'Gramby',
  'Åmølle',
  'Fuglskov',
  'Vorhede',
  'Hejnlev',
  'Stenlund-Krogby',
  'Sandmosekilen',
  'Østerhøjlund',
]

it('gives a long answer most of the width, and does not break a date', () => {
  const head = ['Fråga', 'Svar', 'Ansvarig', 'När']
  const rows = [['Varför får vi inga svar på mejlen?', answer, 'Tekniska enheten', '15 december 2026']]
  const { shares, isWide } = layTable(head, rows)
  expect(isWide).toBe(false)
  expect(shares[1]).toBeGreaterThan(0.4)
  expect((shares[3] ?? 0) * onPaper.upright).toBeGreaterThanOrEqual('15 december 2026'.length)
})

it('makes the letters smaller, then turns the page, before it tears a word', () => {
  const matrix = (names: readonly string[]) =>
    layTable(
      ['Tema', ...names, 'Alle'],
      [['Tilflyttere og internationale borgere', ...names.map(() => '10 · 29 % **'), '31']],
    )
  expect(matrix(towns.slice(0, 4))).toMatchObject({ letters: 'usual', isWide: false })
  expect(matrix(towns.slice(0, 6))).toMatchObject({ letters: 'small', isWide: false })
  const all = matrix(towns)
  expect(all.isWide).toBe(true)
  const fits = onPaper.wide / (all.letters === 'small' ? onPaper.small : 1)
  for (const [at, town] of towns.entries())
    expect((all.shares[at + 1] ?? 0) * fits, town).toBeGreaterThan(town.length)
})
