import type { SortingNote } from '@bordet/client'
import { expect, it } from 'vitest'
import { filterNotes, noFilter } from './noteFilter.ts'

const note = (id: string, text: string, table: number, phase: string): SortingNote => ({
  id,
  zone: '',
  themeIds: [],
  quote: false,
  note: { id, zone: 'z', phase, table, text, color: 'sun', at: 0, via: 'phone', mine: false },
})
const notes = [
  note('1', 'Bussen går\naldrig på KVÄLLEN', 1, 'r1'),
  note('2', 'Kvällsbuss behövs', 2, 'r1'),
  note('3', 'Fiber', 0, 'r3'),
]
const idsOf = (filter: Partial<typeof noFilter>) =>
  filterNotes(notes, { ...noFilter, ...filter }).map(({ id }) => id)

it('finds notes by all words, by table with the hall as one, and by part of the evening', () => {
  expect(idsOf({ words: ' kväll BUSS ' })).toEqual(['1', '2'])
  expect(idsOf({ words: 'kvällen' })).toEqual(['1'])
  expect(idsOf({ table: 0 })).toEqual(['3'])
  expect(idsOf({ phase: 'r1', table: 2 })).toEqual(['2'])
  expect(idsOf({ words: 'kva\u0308llsbuss' })).toEqual(['2'])
})

it('keeps the very same list while nothing is asked for', () => {
  expect(filterNotes(notes, { ...noFilter, words: '  ' })).toBe(notes)
})
