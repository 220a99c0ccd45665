import type { NoteView, View } from '@bordet/workshop'
import { expect, it } from 'vitest'
import { noteMarks } from './noteMarks.ts'

const note = (id: string, more: Partial<NoteView> = {}): NoteView => ({
  id,
  zone: 'works',
  phase: 'r1',
  table: 1,
  text: id,
  color: 'sky',
  at: 0,
  via: 'phone',
  mine: false,
  ...more,
})

const target = (noteId: string, dots: number | null) => ({ noteId, text: noteId, dots, paper: null })

it('tells reactions in their order, and dots only once they are shown', () => {
  const notes = [note('a', { reactions: { more: 1, agree: 2 } }), note('b'), note('c')]
  const vote = (dots: number | null): View['vote'] => ({
    budget: 3,
    open: false,
    revealed: dots !== null,
    targets: [target('b', dots), target('c', dots === null ? null : 0)],
    voters: 1,
    paperDots: 0,
    mine: {},
    sheets: null,
  })
  const said = [
    { reaction: 'agree', count: 2 },
    { reaction: 'more', count: 1 },
  ]
  expect([...noteMarks({ notes, vote: vote(null), reactions: null })]).toEqual([
    ['a', { dots: null, reactions: said }],
  ])
  expect([...noteMarks({ notes, vote: vote(3), reactions: null })]).toEqual([
    ['a', { dots: null, reactions: said }],
    ['b', { dots: 3, reactions: [] }],
  ])
})

it('tells the crew of reactions too, who are sent no notes', () => {
  const marks = noteMarks({ notes: [], vote: null, reactions: { a: { important: 2 } } })
  expect([...marks]).toEqual([['a', { dots: null, reactions: [{ reaction: 'important', count: 2 }] }]])
})
