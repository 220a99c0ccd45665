/**
 * How wide the columns of a table are: as their words ask for, so that a date stays on one line, no word is torn and a
 * long text gets the room that short ones do not need. All widths are counted in letters of middling width.
 */

/** A word longer than this may be torn: an address on the web. */
const longest = 42
/** A short cell is not broken where that can be helped: a date, `Bord 4`. */
const short = 17
/** Beside the words of each cell: its edges. */
const air = 2.6
/** Narrower than this a long text is a stack of words. */
const readable = 19
const longText = 70

export interface TableLayout {
  /** Of the width, one for each column, together 1. */
  shares: number[]
  letters: 'usual' | 'small'
  /** On a page that lies on its side. */
  isWide: boolean
}

/** How many letters of a table's usual size stand side by side. */
export interface LettersAcross {
  upright: number
  wide: number
  /** Of the usual size. */
  small: number
}

/** A4 with the margins of our reports, and letters of 9.5 to 10 points. */
export const onPaper: LettersAcross = { upright: 90, wide: 138, small: 0.86 }

/** Smaller letters before a page on its side, and that before words that are torn. */
export function layTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { upright, wide, small }: LettersAcross = onPaper,
): TableLayout {
  const columns = columnsOf(head, rows)
  const words = columns.map(longestWord)
  const ways = [
    { isWide: false, letters: 'usual' },
    { isWide: false, letters: 'small' },
    { isWide: true, letters: 'usual' },
    { isWide: true, letters: 'small' },
  ] as const
  const fitsIn = ({ isWide, letters }: (typeof ways)[number]) =>
    (isWide ? wide : upright) / (letters === 'small' ? small : 1)
  const whole = wholeOf(columns)
  const isGood = (shares: readonly number[], fits: number, letters: TableLayout['letters']) =>
    // Before dates and names are broken the letters become smaller.
    sum(letters === 'usual' ? whole : words) <= fits &&
    columns.every(
      (cells, at) => cells.every((cell) => cell.length < longText) || (shares[at] ?? 0) * fits >= readable,
    )
  for (const way of ways) {
    const fits = fitsIn(way)
    const shares = columnShares(head, rows, fits)
    if (isGood(shares, fits, way.letters)) return { ...way, shares }
  }
  const way = ways[3]
  return { ...way, shares: columnShares(head, rows, fitsIn(way)) }
}

/** Shares of the width, one for each column, together 1. `fits` is how many letters the whole width holds. */
export function columnShares(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  fits: number,
): number[] {
  const columns = columnsOf(head, rows)
  const words = columns.map(longestWord)
  const whole = wholeOf(columns)
  const needs = sum(whole) < fits ? whole : words
  const needed = sum(needs)
  if (needed >= fits) return needs.map((need) => need / needed)
  const wants = columns.map((cells, at) => Math.max(needs[at] ?? 0, ...cells.map(longestLine)))
  const wanted = sum(wants)
  if (wanted <= fits) return wants.map((want) => want / wanted)
  const weights = columns.map((cells) => Math.cbrt(sum(cells.map((cell) => widthOf(cell) ** 2))))
  const widths = (scale: number) =>
    weights.map((weight, at) => Math.min(wants[at] ?? 0, Math.max(needs[at] ?? 0, scale * weight)))
  const found = widths(scaleFor(fits, widths))
  const total = sum(found)
  return found.map((width) => width / total)
}

/** Of columns whose short cells are not broken. */
function wholeOf(columns: readonly (readonly string[])[]): number[] {
  return columns.map((cells) =>
    cells
      .filter(({ length }) => length <= short)
      .reduce((most, cell) => Math.max(most, widthOf(cell) + air), longestWord(cells)),
  )
}

/** The columns' titles are theirs as well: they are bold, and so a little wider. */
function columnsOf(head: readonly string[], rows: readonly (readonly string[])[]): string[][] {
  return head.map((title, at) => [`${title} `, ...rows.map((cells) => cells[at] ?? '')])
}

/**
 * Column widths proportional to the cube root of the summed squares of their cells' lengths make the summed squares of
 * the cells' heights least; this is how large the proportion may be. `widths` grows with its scale.
 */
function scaleFor(fits: number, widths: (scale: number) => number[]): number {
  let [low, high] = [0, fits]
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2
    if (sum(widths(middle)) < fits) low = middle
    else high = middle
  }
  return high
}

function longestWord(cells: readonly string[]): number {
  const words = cells.flatMap((cell) => cell.split(/\s+|(?<=\p{L}{3}-)(?=\p{L}{3})/u))
  return (
    air +
    Math.min(
      longest,
      words.reduce((most, word) => Math.max(most, widthOf(word)), 0),
    )
  )
}

function longestLine(cell: string): number {
  return air + cell.split('\n').reduce((most, line) => Math.max(most, widthOf(line)), 0)
}

/** In letters of middling width, as the typefaces of reports have them. */
export function widthOf(text: string): number {
  let width = 0
  for (const letter of text)
    width += narrow.has(letter) ? 0.55 : broad.has(letter) ? 1.5 : isTall(letter) ? 1.22 : 1.02
  return width
}

const narrow: ReadonlySet<string> = new Set(' iljtfrI.,;:!|\'’"()[]-/·')
const broad: ReadonlySet<string> = new Set('mwMW@%–—…')

function isTall(letter: string): boolean {
  return letter > '\u2e80' || (letter >= 'A' && letter <= 'Z') || 'ÅÄÖÆØ'.includes(letter)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
