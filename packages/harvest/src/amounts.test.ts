import { expect, it } from 'vitest'
import { readAmount } from './amounts.ts'

it.each([
  ['25 000 kr', 25_000],
  ['25.000 kr.', 25_000],
  ['ca. 1,5 mio. kr', 1_500_000],
  ['40 tkr', 40_000],
  ['2 mkr', 2_000_000],
  ['10–15 timer', 12.5],
  ['1.250.000', 1_250_000],
  ['0', 0],
  ['3 timmar', 3],
  ['12,5', 12.5],
  ['20.000-30.000 kr', 25_000],
  ['5 mrd. kr', 5e9],
  ['6 mdr.', 6],
  ['inget', null],
  ['', null],
])('reads %j as %j', (written, amount) => {
  expect(readAmount(written)).toBe(amount)
})
