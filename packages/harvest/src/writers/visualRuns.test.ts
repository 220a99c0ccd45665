import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelsOf, visualRuns, type Direction } from './visualRuns.ts'

/** As the eye meets them from left to right, what the typefaces turn by themselves turned here. */
function seen(text: string, direction: Direction): string {
  return visualRuns(text, levelsOf(text, direction), direction, 'regular')
    .map(({ text: letters, font }) =>
      font === 'hebrew' || font === 'arabic' ? [...letters].toReversed().join('') : letters,
    )
    .join('')
}

describe('the runs of a line', () => {
  // What browsers draw. The strings on the right stand in the order of the picture.
  it.each<[Direction, string, string[]]>([
    ['rtl', 'אב גד', ['דג', 'בא']],
    ['rtl', 'אב Café Nord גד', ['דג', 'Café Nord', 'בא']],
    ['rtl', 'אב 25 (גד)', ['(', 'דג', ')', '25', 'בא']],
    ['ltr', 'Ordet "אב גד" (två) 7.', ['Ordet', 'דג', 'בא', '(två) 7.']],
    ['rtl', 'كل ٣٠ يوم', ['موي', '٣٠', 'لك']],
    ['rtl', 'اب 12:30', ['12:30', 'با']],
    ['rtl', 'אב 😀🎉!', ['!', '🎉', '😀', 'בא']],
    ['rtl', 'Nord', ['Nord']],
  ])('%s “%s”', (direction, text, expected) => {
    const drawn = seen(text, direction)
    let at = 0
    for (const part of expected) {
      const found = drawn.indexOf(part, at)
      expect(found, `${part} in ${drawn}`).toBeGreaterThanOrEqual(at)
      at = found + part.length
    }
  })

  it('lose no letter that is drawn, whatever is mixed', () => {
    const piece = fc.constantFrom('א', 'ב', ' ', '  ', 'x', '7', '٣', '(', '"', 'ل', 'ا', '😀', '.', '%')
    const letters = (text: string) => [...text.replaceAll(/[()]/g, '(')].sort().join('')
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom<Direction>('ltr', 'rtl'), (pieces, direction) => {
        const text = pieces.join('')
        expect(letters(seen(text, direction))).toBe(letters(text))
      }),
    )
  })

  it('hold no blank between letters of a script that its typeface turns', () => {
    const runs = visualRuns('אב גד', levelsOf('אב גד', 'rtl'), 'rtl', 'regular')
    expect(runs.map(({ text }) => text)).toEqual(['גד', ' ', 'אב'])
  })
})
