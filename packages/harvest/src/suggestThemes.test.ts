import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestThemes, type SortedNote } from './suggestThemes.ts'

const themes = [
  { id: 'bus', name: 'Kollektivtrafik' },
  { id: 'bath', name: 'Badplatsen' },
]
const note = (id: string, text: string, ...themeIds: string[]): SortedNote => ({ id, text, themeIds })

describe('guesses of themes', () => {
  it('come from examples and from names, with the words that speak for them', () => {
    const notes = [
      note('1', 'Bussen går aldrig på kvällen', 'bus'),
      note('2', 'Bryggan är trasig', 'bath'),
      note('3', 'En kvällsbuss till Ekdala behövs'),
      note('4', 'Vi badar gärna vid badplatsen'),
    ]
    const found = suggestThemes(notes, themes)
    expect(found.get('3')?.[0]).toMatchObject({ themeId: 'bus' })
    expect(found.get('3')?.[0]?.because[0]).toBe('kvällsbuss')
    expect(found.get('4')?.[0]).toEqual({ themeId: 'bath', because: ['badplatsen', 'badar'] })
  })

  it('are none without evidence, and never what the note has already', () => {
    const notes = [note('1', 'Bussen går aldrig', 'bus'), note('2', 'Fibern är dyr'), note('3', 'Ja')]
    const found = suggestThemes(notes, themes)
    expect([...found.keys()]).toEqual([])
    expect(suggestThemes([], themes).size).toBe(0)
    expect(suggestThemes(notes, []).size).toBe(0)
  })

  it('hold whatever people write', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 12 }), (texts) => {
        const notes = texts.map((text, index) =>
          note(String(index), text, ...(index % 3 === 0 ? ['bus'] : [])),
        )
        for (const guesses of suggestThemes(notes, themes).values()) {
          expect(guesses.length).toBeLessThanOrEqual(3)
          for (const { because } of guesses) expect(because.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})
