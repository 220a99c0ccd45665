/** What the index believes of notes that pages write as they please. */
import type { BoardNote } from '@bordet/board'
import { expect, it } from 'vitest'
import { createBoardIndex } from './boardIndex.ts'

const id = '3f0d1c2b-5a6e-4f70-8192-a3b4c5d6e7f8'

function note(change: Partial<BoardNote> = {}): BoardNote {
  const fixed = { id, text: 'Buss', pos: [0, 0], z: 'a0', color: 'sun', zone: 'works', phase: 'r1' } as const
  return { ...fixed, by: 'table', at: 1, via: 'board', deleted: false, hidden: false, ...change }
}

function openIndex() {
  const index = createBoardIndex()
  index.addBoard('first', 1)
  index.addBoard('second', 2)
  return index
}

it('leaves a note to the board that had it first', () => {
  const index = openIndex()
  index.take('first', [note()])
  index.take('second', [note({ text: 'Lockbete' })])
  expect(index.facts.note(id)).toMatchObject({ boardId: 'first' })
  expect(index.standingAt(2)).toEqual([])
})

it('passes over notes whose id is none', () => {
  const index = openIndex()
  index.take('first', [note({ id: 'toString' })])
  expect(index.standingAt(1)).toEqual([])
})

it('hands out the beginning of a text that is too long, and no half emoji', () => {
  const index = openIndex()
  index.take('first', [note({ text: `${'x'.repeat(3998)}🚌${'y'.repeat(5000)}` })])
  expect(index.standingAt(1)[0]?.text).toBe(`${'x'.repeat(3998)}…`)
})
