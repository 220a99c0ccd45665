import type { NoteView } from '@bordet/workshop'
import { describe, expect, it } from 'vitest'
import type { Entry, NoteAsk } from './entry.ts'
import { ownNotes, type OwnNote } from './ownNotes.ts'

const zone = { id: 'missing', title: 'Det saknas', icon: 'gap', color: 'sun' } as const
const saved = (id: string, at: number, mine = true): NoteView => {
  return {
    id,
    zone: 'missing',
    phase: 'r1',
    table: 4,
    text: `ord ${id}`,
    color: 'sun',
    at,
    via: 'phone',
    mine,
  }
}
const entry = (ask: NoteAsk, noteId: string, refusal: string | null = null): Entry => {
  return {
    opId: `${ask.type} ${noteId}`,
    owner: 'p',
    order: 1,
    ask,
    noteId,
    at: 9,
    tried: true,
    refusal,
    zone,
  }
}
const add = (noteId: string) => entry({ type: 'addNote', zone: 'missing', text: 'nya ord' }, noteId)
const edit = (noteId: string, refusal: string | null = null) =>
  entry({ type: 'editNote', noteId, text: 'bättre ord' }, noteId, refusal)
const remove = (noteId: string) => entry({ type: 'removeNote', noteId }, noteId)
const restore = (noteId: string) => entry({ type: 'restoreNote', noteId }, noteId)

function show(
  notes: NoteView[],
  waiting: { entries?: Entry[]; answered?: Entry[]; removed?: OwnNote[] } = {},
) {
  const { entries = [], answered = [], removed = [] } = waiting
  const stateOf = ({ refusal }: Entry) => (refusal === null ? 'kept' : 'refused')
  const shown = ownNotes(notes, { entries, answered, removed, stateOf })
  return shown.map(({ id, text, state, isRemoved }) => `${id} ${text} ${isRemoved ? 'removed' : state}`)
}

describe('own notes', () => {
  it('are only mine, newest first', () => {
    expect(show([saved('a', 1), saved('b', 2), saved('c', 3, false)])).toEqual([
      'b ord b saved',
      'a ord a saved',
    ])
  })

  it('include what has not been sent', () => {
    expect(show([saved('a', 1)], { entries: [add('n')] })).toEqual(['n nya ord kept', 'a ord a saved'])
  })

  it('are saved when answered, though the view does not show them yet', () => {
    expect(show([], { answered: [add('n')] })).toEqual(['n nya ord saved'])
  })

  it('appear once when the view shows them before the answer comes', () => {
    expect(show([saved('n', 1)], { entries: [add('n')] })).toEqual(['n ord n saved'])
  })

  it('show the words as changed, with the state of the change', () => {
    expect(show([saved('a', 1)], { entries: [edit('a')] })).toEqual(['a bättre ord kept'])
    expect(show([saved('a', 1)], { entries: [edit('a', 'phaseOver')] })).toEqual(['a bättre ord refused'])
  })

  it('leave a stub in their place when removed, and come back on undo before the server knows', () => {
    const before: OwnNote = { ...saved('a', 1), state: 'saved' }
    expect(show([saved('a', 1)], { entries: [remove('a')], removed: [before] })).toEqual(['a ord a removed'])
    expect(show([], { entries: [restore('a')], removed: [before] })).toEqual(['a ord a kept'])
  })
})
