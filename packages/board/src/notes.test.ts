import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardRoots, readNote, readZones, type BoardNote, type ZoneSeed } from './layout.ts'
import {
  markHidden,
  markRemoved,
  moveNote,
  newBoard,
  observeNotes,
  placeNote,
  readNotes,
  seedZones,
  setGroup,
  setNoteText,
  standingNotes,
  tidyZone,
  writeNote,
  type NoteSeed,
} from './notes.ts'
import { groupFrames, noteHeight, noteWidth, zoneAt } from './placement.ts'

const zones: ZoneSeed[] = [
  { id: 'works', title: 'Det här fungerar i dag', kind: 'notes', color: 'sky', icon: 'full' },
  { id: 'missing', title: 'Det här saknas', kind: 'notes', color: 'sun', icon: 'gap' },
]

function seed(id: string, text: string, zone = 'works', at = 0): NoteSeed {
  return { id, text, zone, phase: 'r1', color: 'sky', by: 'participant', at, via: 'phone' }
}

function place(doc: Y.Doc, texts: string[], zone = 'works'): void {
  for (const [index, text] of texts.entries()) placeNote(doc, seed(`${zone}-${index}`, text, zone, index))
}

function overlaps(a: BoardNote, b: BoardNote): boolean {
  return (
    Math.abs(a.pos[0] - b.pos[0]) < noteWidth &&
    a.pos[1] < b.pos[1] + noteHeight(b) &&
    b.pos[1] < a.pos[1] + noteHeight(a)
  )
}

const words = fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' })

describe('placing notes', () => {
  it('covers no other note, keeps to its zone and grows the zone when it is full', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), fc.array(words, { maxLength: 10 }), (first, second) => {
        const doc = newBoard(zones)
        place(doc, first)
        place(doc, second, 'missing')
        const notes = readNotes(doc)
        expect(notes).toHaveLength(first.length + second.length)
        const frames = readZones(doc)
        for (const [index, note] of notes.entries()) {
          expect(notes.slice(index + 1).filter((other) => overlaps(note, other))).toEqual([])
          const frame = frames.find(({ id }) => id === note.zone)
          expect(zoneAt(frames, note.pos)).toEqual(frame)
          expect(note.pos[1] + noteHeight(note)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.h ?? 0))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('puts notes in reading order, as they come', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), (texts) => {
        const doc = newBoard(zones)
        place(doc, texts)
        expect(readNotes(doc).map(({ text }) => text)).toEqual(texts)
      }),
      { numRuns: 60 },
    )
  })

  it('covers no note that somebody moved by hand, and uses the place of a removed one again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -300, max: 900 }), fc.integer({ min: -100, max: 900 })), {
          maxLength: 12,
        }),
        (moves) => {
          const doc = newBoard(zones)
          place(
            doc,
            moves.map(() => 'Bussen går inte efter klockan sex.'),
          )
          for (const [index, pos] of moves.entries()) moveNote(doc, `works-${index}`, pos)
          placeNote(doc, seed('late', 'Fibern kom fram.'))
          const late = readNote(doc, 'late')
          if (!late) throw new Error('not placed')
          expect(readNotes(doc).filter((other) => other.id !== 'late' && overlaps(late, other))).toEqual([])
        },
      ),
    )
    const doc = newBoard(zones)
    place(doc, ['a', 'b', 'c', 'd'])
    const freed = readNote(doc, 'works-1')?.pos
    markRemoved(doc, 'works-1', true)
    placeNote(doc, seed('next', 'e'))
    expect(readNote(doc, 'next')?.pos).toEqual(freed)
  })

  it('leaves a note that stands already as it is', () => {
    const doc = newBoard(zones)
    place(doc, ['Lanthandeln är öppen.'])
    placeNote(doc, seed('works-0', 'Något annat', 'missing'))
    expect(readNotes(doc)).toMatchObject([{ text: 'Lanthandeln är öppen.', zone: 'works' }])
  })

  it('puts a note whose zone the board lacks below everything, and keeps its words', () => {
    const doc = newBoard(zones)
    place(doc, ['ett'])
    placeNote(doc, seed('x', 'y', 'nowhere'))
    placeNote(doc, seed('z', 'å', 'nowhere'))
    const [first, second] = [readNote(doc, 'x'), readNote(doc, 'z')]
    expect(first?.zone).toBe('nowhere')
    const bottom = Math.max(...readZones(doc).map((zone) => zone.y + zone.h))
    for (const note of [first, second]) expect(note?.pos[1]).toBeGreaterThan(bottom)
    expect(first?.pos).not.toEqual(second?.pos)
  })
})

describe('reading notes', () => {
  it('keeps removed notes with their words and leaves them and hidden ones out of what people see', () => {
    const doc = newBoard(zones)
    place(doc, ['ett', 'två', 'tre'])
    markRemoved(doc, 'works-0', true)
    markHidden(doc, 'works-1', true)
    expect(standingNotes(doc).map(({ text }) => text)).toEqual(['tre'])
    markRemoved(doc, 'works-0', false)
    expect(standingNotes(doc).map(({ text }) => text)).toEqual(['ett', 'tre'])
  })

  it('passes over entries that are no notes, and loses no words for want of a place', () => {
    const doc = newBoard(zones)
    place(doc, ['ett'])
    doc.getMap('notes').set('junk', 'a string')
    doc.getMap('notes').set('wordless', new Y.Map([['pos', [1, 1]]]))
    doc.getMap('notes').set('half', new Y.Map([['text', new Y.Text('no place')]]))
    doc.getMap('zones').set('broken', { id: 'broken' })
    expect(readNotes(doc).map(({ text }) => text)).toEqual(['ett', 'no place'])
    expect(readZones(doc)).toHaveLength(2)
  })

  it('shows a note whose zone is unknown after all others', () => {
    const doc = newBoard(zones)
    writeNote(doc, { ...seed('loose', 'utanför', ''), pos: [5000, 0] })
    place(doc, ['ett'])
    expect(readNotes(doc).map(({ id }) => id)).toEqual(['works-0', 'loose'])
  })
})

describe('changing notes', () => {
  it('merges what two people write in one note, letter by letter', () => {
    const [a, b] = [newBoard(zones), new Y.Doc()]
    place(a, ['Bussen går'])
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    setNoteText(a, 'works-0', 'Bussen går aldrig')
    setNoteText(b, 'works-0', 'Bussen 12 går')
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    expect(readNote(a, 'works-0')?.text).toBe('Bussen 12 går aldrig')
    expect(readNote(b, 'works-0')).toEqual(readNote(a, 'works-0'))
  })

  it('writes any text over any other, also with emoji', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const doc = newBoard(zones)
        place(doc, [before])
        setNoteText(doc, 'works-0', after)
        const copy = new Y.Doc()
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
        expect(readNote(copy, 'works-0')?.text).toBe(after)
      }),
    )
    const doc = newBoard(zones)
    place(doc, ['👍🏽'])
    setNoteText(doc, 'works-0', '👎🏽')
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    expect(readNote(copy, 'works-0')?.text).toBe('👎🏽')
  })

  it('tells once a transaction which notes changed', () => {
    const doc = newBoard(zones)
    const calls: string[][] = []
    const stop = observeNotes(doc, (ids) => calls.push([...ids].sort()))
    place(doc, ['ett', 'två'])
    doc.transact(() => {
      setNoteText(doc, 'works-0', 'ett till')
      moveNote(doc, 'works-1', [900, 100], 'missing')
    })
    stop()
    markRemoved(doc, 'works-0', true)
    expect(calls).toEqual([['works-0'], ['works-1'], ['works-0', 'works-1']])
    expect(readNote(doc, 'works-1')?.zone).toBe('missing')
  })

  it('adds zones to the right and leaves those that stand', () => {
    const doc = newBoard(zones)
    const before = readZones(doc)
    seedZones(doc, [
      ...zones,
      { id: 'ideas', title: 'Nya idéer', kind: 'notes', color: 'rose', icon: 'bulb' },
    ])
    expect(readZones(doc).slice(0, 2)).toEqual(before)
    expect(readZones(doc)[2]?.x).toBeGreaterThan((before[1]?.x ?? 0) + (before[1]?.w ?? 0))
  })

  it('stacks notes in the order they came, in keys that sort as tldraw sorts them', () => {
    const doc = newBoard(zones)
    const { notes } = boardRoots(doc)
    doc.transact(() => {
      for (let index = 0; index < 200; index += 1) writeNote(doc, { ...seed(`n${index}`, 'x'), pos: [0, 0] })
    })
    const keys = Array.from({ length: 200 }, (_, index) => String(notes.get(`n${index}`)?.get('z')))
    expect([...keys].sort()).toEqual(keys)
    expect(new Set(keys).size).toBe(200)
  })
})

describe('groups', () => {
  const groupsOf = (doc: Y.Doc) =>
    groupFrames(readNotes(doc).filter(({ deleted }) => !deleted)).map(({ title, noteIds }) => [
      title,
      ...noteIds,
    ])

  it('are gathered when their zone is tidied, cover nothing, and keep the order in which notes are read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, fc.constantFrom(null, 'Buss', 'Bad')), { maxLength: 24 }),
        (wanted) => {
          const doc = newBoard(zones)
          place(
            doc,
            wanted.map(([text]) => text),
          )
          for (const [index, [, group]] of wanted.entries()) setGroup(doc, [`works-${index}`], group)
          tidyZone(doc, 'works')
          const notes = readNotes(doc)
          const frames = groupFrames(notes)
          const [zone] = readZones(doc)
          for (const [index, note] of notes.entries()) {
            expect(notes.slice(index + 1).filter((other) => overlaps(note, other))).toEqual([])
            expect(note.pos[1] + noteHeight(note)).toBeLessThanOrEqual((zone?.y ?? 0) + (zone?.h ?? 0))
            // No note of another group, or of none, stands within a group's frame.
            for (const frame of frames.filter(({ title }) => title !== note.group)) {
              const isApart =
                note.pos[0] + noteWidth <= frame.x ||
                note.pos[0] >= frame.x + frame.w ||
                note.pos[1] + noteHeight(note) <= frame.y ||
                note.pos[1] >= frame.y + frame.h
              expect(isApart).toBe(true)
            }
          }
          for (const title of [null, 'Buss', 'Bad']) {
            const inOrder = wanted.flatMap(([, group], index) => (group === title ? [`works-${index}`] : []))
            expect(notes.filter(({ group = null }) => group === title).map(({ id }) => id)).toEqual(inOrder)
          }
          const before = Y.encodeStateVector(doc)
          tidyZone(doc, 'works')
          expect(Y.encodeStateVector(doc)).toEqual(before)
        },
      ),
    )
  })

  it('keep new notes out of their frames', () => {
    const doc = newBoard(zones)
    place(doc, ['ett', 'två', 'tre'])
    setGroup(doc, ['works-0', 'works-1', 'works-2'], 'Buss')
    tidyZone(doc, 'works')
    placeNote(doc, seed('late', 'fyra', 'works', 9))
    const [frame] = groupFrames(readNotes(doc))
    expect(readNote(doc, 'late')?.pos[1]).toBeGreaterThanOrEqual((frame?.y ?? 0) + (frame?.h ?? 0))
  })

  it('let go of a note that moves to another zone, and stand in the order that is asked for', () => {
    const doc = newBoard(zones)
    place(doc, ['ett', 'två', 'tre'])
    setGroup(doc, ['works-0', 'works-1'], 'Buss')
    expect(groupsOf(doc)).toEqual([['Buss', 'works-0', 'works-1']])
    moveNote(doc, 'works-0', [900, 100], 'missing')
    expect(groupsOf(doc)).toEqual([['Buss', 'works-1']])
    setGroup(doc, ['works-1'], null)
    tidyZone(doc, 'works', ['works-2', 'works-1'])
    expect(readNotes(doc).map(({ id }) => id)).toEqual(['works-2', 'works-1', 'works-0'])
  })
})
