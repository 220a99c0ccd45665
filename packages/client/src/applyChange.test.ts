import { applyChange, type Change, type NoteView, type View } from '@bordet/workshop'
import { describe, expect, it } from 'vitest'
import { noteOf, viewOf } from './testing/viewOf.ts'

const change = (rest: Partial<Change>): Change => ({
  type: 'change',
  version: 8,
  serverTime: 2_000,
  set: {},
  ...rest,
})
const ids = (view: View) => view.notes.map((note: NoteView) => note.id)

describe('a change applied to a view', () => {
  it('takes the new version and time, replaces what is set, and keeps the rest', () => {
    const before = viewOf({ title: 'World Café i Lindåsa', peopleCount: 3 })
    const after = applyChange(before, change({ set: { peopleCount: 4 } }))
    expect(after).toEqual({ ...before, version: 8, serverTime: 2_000, peopleCount: 4 })
  })

  it('leaves the view it was given as it was', () => {
    const before = viewOf({ notes: [noteOf('a', 1)] })
    const copy = JSON.stringify(before)
    applyChange(before, change({ notes: { changed: [noteOf('b', 2)], removed: ['a'] } }))
    expect(JSON.stringify(before)).toBe(copy)
  })

  it('adds, replaces and removes notes, and keeps them in the order they were written', () => {
    const before = viewOf({ notes: [noteOf('a', 1), noteOf('c', 3), noteOf('d', 4)] })
    const after = applyChange(
      before,
      change({
        notes: { changed: [noteOf('b', 2), noteOf('c', 3, 'bättre ord')], removed: ['d', 'never there'] },
      }),
    )
    expect(ids(after)).toEqual(['a', 'b', 'c'])
    expect(after.notes[2]?.text).toBe('bättre ord')
  })

  it('gives the same answer when it comes twice', () => {
    const before = viewOf({ notes: [noteOf('a', 1)] })
    const same = change({ set: { delayMs: 60_000 }, notes: { changed: [noteOf('b', 1)], removed: ['a'] } })
    const once = applyChange(before, same)
    expect(applyChange(once, same)).toEqual(once)
  })

  it('lays what differs of a vote over the vote, and over none does nothing', () => {
    const targets = [{ noteId: 'n', text: 'Fibern', dots: null, paper: null }]
    const vote = {
      budget: 3,
      open: true,
      revealed: false,
      targets,
      voters: 0,
      paperDots: 0,
      mine: {},
      sheets: null,
    }
    const differs = change({ vote: { voters: 2, mine: { n: 1 } } })
    expect(applyChange(viewOf({ vote }), differs).vote).toEqual({ ...vote, voters: 2, mine: { n: 1 } })
    expect(applyChange(viewOf({ vote: null }), differs).vote).toBeNull()
  })

  it('orders notes of the same moment by their id, so that every phone shows the same order', () => {
    const after = applyChange(
      viewOf({}),
      change({ notes: { changed: [noteOf('b', 1), noteOf('a', 1)], removed: [] } }),
    )
    expect(ids(after)).toEqual(['a', 'b'])
  })
})
