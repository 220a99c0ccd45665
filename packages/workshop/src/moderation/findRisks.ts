/**
 * Finds what a note should perhaps not show to a whole hall: phone numbers, e-mail addresses, personal identity numbers
 * and insults. It only points; a person decides. So it rather marks too much than too little, except where a hall
 * writes numbers all the time: years, dates, clock times and sums of money.
 */
import type { Language } from '@bordet/text'
import { insults } from './insults.ts'

export type RiskKind = 'identity' | 'email' | 'phone' | 'insult'

/** `from` and `to` as `slice` takes them. */
export interface Risk {
  kind: RiskKind
  from: number
  to: number
}

/** In the order of the text; none overlaps another. */
export function findRisks(text: string, language: Language): Risk[] {
  const found: Risk[] = []
  for (const [kind, spans] of [
    ['identity', identityNumbers(text)],
    ['email', spansOf(text, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)],
    ['phone', phoneNumbers(text)],
    ['insult', insultsIn(text, language)],
  ] as const) {
    for (const span of spans)
      if (!found.some((other) => span.from < other.to && other.from < span.to)) found.push({ kind, ...span })
  }
  return found.sort((a, b) => a.from - b.from)
}

interface Span {
  from: number
  to: number
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: hit }) => ({ from: index, to: index + hit.length }))
}

/** Swedish 850709-9805 and 19850709-9805, Danish 070785-1234, Norwegian 07078512345 and 070785 12345. */
function identityNumbers(text: string): Span[] {
  return spansOf(text, /(?<!\d)\d{6}(?:\d{2})?[-+ ]?\d{4,5}(?!\d)/g).filter(({ from, to }) =>
    isIdentity(text.slice(from, to)),
  )
}

function isIdentity(written: string): boolean {
  const digits = written.replace(/\D/g, '')
  if (digits.length === 12) return isSwedish(digits.slice(2))
  if (digits.length === 11) return isNorwegian(digits)
  // Danish ones carry no checksum since 2007, so that only the usual way of writing them counts.
  return (
    isSwedish(digits) || (/^\d{6}[- ]\d{4}$/.test(written) && isDay(digits.slice(0, 2), digits.slice(2, 4)))
  )
}

/** With the checksum of Skatteverket's SKV 704; coordination numbers add 60 to the day. */
function isSwedish(digits: string): boolean {
  if (digits.length !== 10) return false
  const day = Number(digits.slice(4, 6))
  if (!isDay(String(day > 60 ? day - 60 : day), digits.slice(2, 4))) return false
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return sum % 10 === 0
}

/** With both of Skatteetaten's check digits; D-numbers add 40 to the day. */
function isNorwegian(digits: string): boolean {
  const day = Number(digits.slice(0, 2))
  if (!isDay(String(day > 40 ? day - 40 : day), digits.slice(2, 4))) return false
  const isChecked = (weights: readonly number[]) =>
    weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0
  return isChecked([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) && isChecked([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])
}

function isDay(day: string, month: string): boolean {
  const [d, m] = [Number(day), Number(month)]
  return d >= 1 && d <= 31 && m >= 1 && m <= 12
}

const notPhones = [
  // 2026-12-03, 3.12.2026
  /^(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}$/,
  /^\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d$/,
  // 2020–2026
  /^(?:19|20)\d\d[-–/ ](?:19|20)\d\d$/,
  // 18.00–20.30
  /^\d{1,2}[.:]\d\d[-– ]\d{1,2}[.:]\d\d$/,
  // 12 000 000
  /^\d{1,3}(?:[ .]\d{3})+$/,
]

/** Eight digits and more, as one writes them in the Nordic countries and with a country's code. */
function phoneNumbers(text: string): Span[] {
  return spansOf(text, /(?<![\d\w])\+?\d(?:[-–./: ()]{0,2}\d){7,13}(?!\d)/g).filter(({ from, to }) => {
    const written = text.slice(from, to)
    return !notPhones.some((pattern) => pattern.test(written))
  })
}

/** Whole words, in the meeting's language and in English. */
function insultsIn(text: string, language: Language): Span[] {
  const words = new Set([...insults[language], ...insults.en])
  return spansOf(text, /[\p{L}\p{M}]+/gu).filter(({ from, to }) =>
    words.has(text.slice(from, to).toLocaleLowerCase()),
  )
}
