import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readNote, readNotes, readZones } from './index.ts'
import { moveNote, moveToPart, newBoard, placeNote } from './notes.ts'
import { noteHeight, partAt, partFrames } from './placement.ts'

const kinds = [
  { kind: 'columns2', parts: ['mer', 'mindre'] },
  { kind: 'columns3', parts: ['mer', 'mindre', 'nytt'] },
  { kind: 'matrix2x2', parts: ['a', 'b', 'c', 'd'] },
]

function boardOf({ kind, parts }: { kind: string; parts: string[] }) {
  return newBoard([
    { id: 'z', title: 'Riktning', kind, parts, color: 'sky', icon: 'arrow' },
    { id: 'next', title: 'Sedan', kind: 'notes', color: 'sun', icon: 'gap' },
  ])
}

function seed(id: string, part: string | undefined, text = 'Bussen går inte efter klockan sex.') {
  return {
    id,
    text,
    part,
    zone: 'z',
    phase: 'r1',
    color: 'sky',
    by: 'participant',
    at: 0,
    via: 'phone',
  } as const
}

it('lays every note in its part, covering none, and keeps the zones apart', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.array(fc.nat(3), { maxLength: 40 }), (made, picks) => {
      const doc = boardOf(made)
      for (const [index, pick] of picks.entries())
        placeNote(doc, seed(`n${index}`, made.parts[pick % made.parts.length]))
      const notes = readNotes(doc)
      const [zone, next] = readZones(doc)
      if (!zone || !next) throw new Error('no zones')
      expect(next.x).toBeGreaterThan(zone.x + zone.w)
      for (const [index, note] of notes.entries()) {
        const over = notes
          .slice(index + 1)
          .filter(
            (other) =>
              Math.abs(other.pos[0] - note.pos[0]) < 200 &&
              note.pos[1] < other.pos[1] + noteHeight(other) &&
              other.pos[1] < note.pos[1] + noteHeight(note),
          )
        expect(over).toEqual([])
        expect(note.pos[1] + noteHeight(note)).toBeLessThanOrEqual(zone.y + zone.h)
        const frame = partFrames(zone).find(({ title }) => title === note.part)
        expect(note.pos[0]).toBeGreaterThanOrEqual(frame?.x ?? Infinity)
        expect(note.pos[0] + 200).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.w ?? 0))
      }
    }),
    { numRuns: 40 },
  )
})

it('knows the part a note is dragged into, and moves one that names another', () => {
  const doc = boardOf({ kind: 'matrix2x2', parts: ['a', 'b', 'c', 'd'] })
  placeNote(doc, seed('n', undefined))
  const [zone] = readZones(doc)
  if (!zone) throw new Error('no zone')
  const [, , , last] = partFrames(zone)
  moveNote(doc, 'n', [(last?.x ?? 0) + 40, (last?.y ?? 0) + 80], 'z')
  expect(readNote(doc, 'n')?.part).toBe('d')
  moveToPart(doc, 'n', 'b')
  const moved = readNote(doc, 'n')
  expect(moved?.part).toBe('b')
  expect(partAt(zone, moved?.pos ?? [0, 0])).toBe('b')
})

it('leaves plain zones without parts', () => {
  const doc = newBoard([{ id: 'z', title: 'Z', kind: 'notes', color: 'sky', icon: 'full' }])
  placeNote(doc, seed('n', undefined))
  expect(readNote(doc, 'n')?.part).toBeUndefined()
  moveNote(doc, 'n', [30, 70])
  expect(readNote(doc, 'n')?.part).toBeUndefined()
})
