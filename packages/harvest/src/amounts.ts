/** Hours and money as people write them in a plan: `25 000 kr`, `ca. 1,5 mio.`, `40 tkr`, `10–15 timer`. */

const multipliers: readonly [RegExp, number][] = [
  [/^(?:mia|mrd|miljard|milliard|billion)/i, 1e9],
  [/^(?:mkr|mnkr|mio|mill|milj|m(?![a-zåäöæø]))/i, 1e6],
  [/^(?:tkr|tusen|tusind|thousand|t(?:\.|\s*kr)|k(?![a-zåäöæø]))/i, 1e3],
]

/** The first number, of a range its middle; null without any. A point or comma before three digits groups thousands. */
export function readAmount(text: string): number | null {
  const number = String.raw`\d+(?:[\u0020\u00a0\u202f.,'’]\d{3})*(?:[.,]\d+)?`
  const found = new RegExp(`(${number})(?:\\s*[-–—]\\s*(${number}))?\\s*(\\S*.{0,3})`, 'u').exec(text)
  if (!found) return null
  const [, from = '', to, unit = ''] = found
  const factor = multipliers.find(([pattern]) => pattern.test(unit))?.[1] ?? 1
  const values = [from, ...(to === undefined ? [] : [to])].map(readNumber)
  return (values.reduce((sum, one) => sum + one, 0) / values.length) * factor
}

function readNumber(written: string): number {
  const grouped = written.replace(/[\u0020\u00a0\u202f'’]/gu, '').replace(/[.,](?=\d{3}(?!\d))/g, '')
  return Number(grouped.replace(',', '.'))
}
