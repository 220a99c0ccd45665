import { expect, it } from 'vitest'
import { addressKey } from './addressKey.ts'

it('knows an address however it was written', () => {
  const ways = [
    'Åsa@Räksmörgås.se',
    ' åsa@räksmörgås.se',
    'åsa@xn--rksmrgs-5wao1o.se',
    'åsa@räksmörgås.SE'.normalize('NFD'),
  ]
  expect(new Set(ways.map(addressKey)).size).toBe(1)
})

it('tells others apart', () => {
  const others = [
    'anna@example.org',
    'an.na@example.org',
    'anna@example.com',
    'anna+1@example.org',
    'åsa@x_y.se',
  ]
  expect(new Set(others.map(addressKey)).size).toBe(others.length)
})
