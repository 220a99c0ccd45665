import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NoteAsk } from './entry.ts'
import {
  markTried,
  nextToSend,
  putBack,
  queue,
  refuse,
  settle,
  settleSeen,
  textOf,
  type NewEntry,
} from './outbox.ts'
import { createHall, type Step } from './testing/hall.ts'

let made = 0
const entryOf = (ask: NoteAsk, noteId: string): NewEntry => {
  made += 1
  return { opId: ask.type === 'addNote' ? noteId : `op${made}`, owner: 'w1/p1', ask, noteId, at: made }
}
const add = (noteId: string, text: string) => entryOf({ type: 'addNote', zone: 'missing', text }, noteId)
const edit = (noteId: string, text: string) => entryOf({ type: 'editNote', noteId, text }, noteId)
const remove = (noteId: string) => entryOf({ type: 'removeNote', noteId }, noteId)
const restore = (noteId: string) => entryOf({ type: 'restoreNote', noteId }, noteId)
const line = (...entries: NewEntry[]) => entries.reduce(queue, [])
const told = (entries: ReturnType<typeof line>) =>
  entries.map((entry) => `${entry.ask.type} ${textOf(entry)}`.trim())

describe('the outbox', () => {
  it('rewrites words that have not left the phone', () => {
    expect(told(line(add('a', 'busen'), edit('a', 'bussen')))).toEqual(['addNote bussen'])
  })

  it('lets an edit follow words that may have left the phone', () => {
    const tried = markTried(line(add('a', 'busen')), 'a')
    expect(told(queue(tried, edit('a', 'bussen')))).toEqual(['addNote busen', 'editNote bussen'])
  })

  it('takes a note that never left the phone out of the line, and puts it back on undo', () => {
    const before = line(add('a', 'buss'), add('b', 'badplats'))
    const after = queue(before, remove('a'))
    expect(told(after)).toEqual(['addNote badplats'])
    const taken = before.filter((entry) => !after.includes(entry))
    expect(told(putBack(after, taken))).toEqual(['addNote badplats', 'addNote buss'])
  })

  it('keeps an edit that waits when its note is removed, so that undo brings back the newest words', () => {
    const entries = line(edit('a', 'bättre'), remove('a'))
    expect(told(queue(entries, restore('a')))).toEqual(['editNote bättre'])
  })

  it('sends in the order things were done and passes over what was refused', () => {
    const entries = refuse(line(add('a', 'ett'), add('b', 'två')), 'a', 'zoneFull')
    expect(nextToSend(entries)?.opId).toBe('b')
  })

  it('lets others go before an entry that fails again and again, but nothing of the same note', () => {
    const tried = markTried(line(add('a', 'ett'), add('b', 'två')), 'a')
    const entries = queue(tried, edit('a', 'ett och ett halvt'))
    const nextAfter = (failures: Record<string, number>) =>
      nextToSend(entries, new Map(Object.entries(failures)))?.opId
    expect(nextAfter({ a: 2 })).toBe('a')
    expect(nextAfter({ a: 3 })).toBe('b')
    expect(nextAfter({ a: 3, b: 3 })).toBe('a')
    expect(nextToSend(settle(entries, 'b'), new Map([['a', 30]]))?.opId).toBe('a')
  })

  it('keeps a refused note with its newest words and drops what cannot follow', () => {
    const entries = queue(markTried(line(add('a', 'ett')), 'a'), edit('a', 'ett och ett halvt'))
    const [kept, ...rest] = refuse(entries, 'a', 'phaseOver')
    expect(rest).toEqual([])
    expect(kept && textOf(kept)).toBe('ett och ett halvt')
    expect(kept?.refusal).toBe('phaseOver')
  })

  it('asks nobody about a refused note that was removed meanwhile', () => {
    const entries = queue(markTried(line(add('a', 'ett')), 'a'), remove('a'))
    expect(refuse(entries, 'a', 'phaseOver')).toEqual([])
  })

  it('forgets a refused edit when newer words wait', () => {
    const entries = queue(
      markTried(line(edit('a', 'ett')), line(edit('a', 'ett'))[0]?.opId ?? ''),
      edit('a', 'två'),
    )
    expect(told(entries)).toEqual(['editNote två'])
  })

  it('takes a removal of what is already gone for done', () => {
    const entries = line(remove('a'))
    expect(refuse(entries, entries[0]?.opId ?? '', 'noteRemoved')).toEqual([])
  })

  it('settles notes that the view shows, but only those that were tried', () => {
    const entries = markTried(line(add('a', 'ett'), add('b', 'två')), 'a')
    expect(told(settleSeen(entries, new Set(['a', 'b'])))).toEqual(['addNote två'])
  })

  it('does nothing when the same thing is put in twice', () => {
    const entries = markTried(line(add('a', 'ett')), 'a')
    const again = edit('a', 'två')
    expect(told(queue(queue(entries, again), again))).toEqual(['addNote ett', 'editNote två'])
  })

  it('does nothing for an answer that comes twice', () => {
    const entries = line(add('a', 'ett'))
    expect(settle(settle(entries, 'a'), 'a')).toEqual([])
    expect(refuse([], 'a', 'phaseOver')).toEqual([])
    expect(markTried([], 'a')).toEqual([])
  })
})

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      text: fc.string({ minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      note: fc.nat(5),
      text: fc.string({ minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'undo' as const), note: fc.nat(5) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), tab: fc.nat(1) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('arrive' as const, 'lose' as const), nth: fc.nat(5) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('answer' as const, 'loseAnswer' as const), nth: fc.nat(5) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), tab: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'look' as const }) },
)

describe('the outbox on a bad network', () => {
  it('brings everything to the server exactly once, whatever is lost, late, doubled or closed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const hall = createHall()
        for (const each of steps) hall.take(each)
        hall.heal()
        expect(hall.onServer()).toEqual(hall.meant())
        expect(hall.entries()).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it('never loses words, also when the server refuses', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.nat(4), (steps, refuseEvery) => {
        const hall = createHall({ refuseEvery: refuseEvery + 2 })
        for (const each of steps) {
          hall.take(each)
          expect(hall.lostWords()).toEqual([])
        }
        hall.heal()
        expect(hall.lostWords()).toEqual([])
        expect(nextToSend(hall.entries())).toBeNull()
      }),
      { numRuns: 1_000 },
    )
  })

  it('brings everything else to the server when it breaks on one note for ever', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.nat(2), (steps, poisoned) => {
        const hall = createHall({ poisoned })
        for (const each of steps) hall.take(each)
        hall.heal()
        const others = hall.meant().filter(({ noteId }) => noteId !== hall.poisoned)
        expect(hall.onServer()).toEqual(others)
        expect(hall.entries().filter(({ noteId }) => noteId !== hall.poisoned)).toEqual([])
        expect(hall.lostWords()).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
