/** Guesses of themes, held against a whole evening of invented villages. */
import { expect, it } from 'vitest'
import { suggestThemes, type SortedNote } from '../../packages/harvest/src/suggestThemes.ts'
import corpus from '../content/notes-world-cafe.json' with { type: 'json' }

const note = (id: string, text: string, ...themeIds: string[]): SortedNote => ({ id, text, themeIds })

it('are right among three for most notes of an evening after a few examples each', () => {
  const known = corpus.notes.flatMap(({ text, theme }, index) =>
    typeof theme === 'string' ? [{ id: String(index), text, theme }] : [],
  )
  const seen = new Map<string, number>()
  const notes = known.map(({ id, text, theme }) => {
    const count = (seen.get(theme) ?? 0) + 1
    seen.set(theme, count)
    return note(id, text, ...(count <= 6 ? [theme] : []))
  })
  const names = corpus.codebook.map(({ key, sv }) => ({ id: key, name: sv }))
  const found = suggestThemes(notes, names)
  const open = known.filter((_, index) => notes[index]?.themeIds.length === 0)
  const right = open.filter(({ id, theme }) => found.get(id)?.some(({ themeId }) => themeId === theme))
  expect(open.length).toBeGreaterThan(100)
  expect(right.length / open.length).toBeGreaterThan(0.5)
})
