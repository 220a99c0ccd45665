import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDuplicateFinder, findDuplicates } from './findDuplicates.ts'

const find = (...texts: string[]) => findDuplicates(texts.map((text, index) => ({ id: String(index), text })))

describe('near duplicates', () => {
  it.each([
    ['Buss på kvällen', 'buss på kvällarna!'],
    ['Bus om aftenen', 'Busser om aftenen'],
    ['Brygan är trasig', 'Bryggan är trasig'],
    ['Mer belysning längs vägen', 'Längs vägen: mer belysning'],
    ['Buss på kvällen', 'Vi vill ha buss på kvällen'],
    ['Ja', 'ja!'],
  ])('are one: "%s", "%s"', (one, other) => {
    expect(find(one, other)).toEqual([['0', '1']])
  })

  it.each([
    ['Buss på kvällen', 'Buss på morgonen'],
    ['Vi behöver fler bussar på kvällen', 'Vi behöver färre bussar på kvällen'],
    ['Bussen går aldrig på kvällen', 'Bussen går på kvällen'],
    ['Buss till Ekdala klockan 8', 'Buss till Ekdala klockan 18'],
    ['Norra badplatsen behöver en brygga', 'Södra badplatsen behöver en brygga'],
    ['Vi behöver en ny skola i byn', 'Vi behöver en ny skolbuss i byn'],
    ['Behåll skolan i byn', 'Stäng skolan i byn'],
    ['🙂', '🙂'],
    ['', ''],
  ])('are two: "%s", "%s"', (one, other) => {
    expect(find(one, other)).toEqual([])
  })

  it('come in groups whose notes are all alike, in the order of the notes', () => {
    const texts = [
      'Buss på kvällen',
      'Fler bänkar',
      'Fler bänkar!',
      'buss på kvällarna',
      'BUSS PÅ KVÄLLEN',
      'Fiber',
    ]
    expect(find(...texts)).toEqual([
      ['0', '3', '4'],
      ['1', '2'],
    ])
    // The first is like both others, which are not like each other.
    const chain = ['Buss på kvällen', 'Buss på kvällen till Ekdala', 'Buss på kvällen till Lillby']
    expect(find(...chain)).toEqual([['0', '1']])
  })

  it('put a note into one group at most, whatever people write', () => {
    const written = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 15 })
    fc.assert(
      fc.property(written, (texts) => {
        const groups = find(...texts, ...texts)
        expect(new Set(groups.flat()).size).toBe(groups.flat().length)
        for (const group of groups) expect(group.length).toBeGreaterThan(1)
        for (const [index, text] of texts.entries())
          if (/\p{L}/u.test(text)) expect(groups.flat()).toContain(String(index))
      }),
    )
  })
})

describe('a finder that is asked again and again', () => {
  it('finds what one that is asked once finds, whatever came, changed and went meanwhile', () => {
    const text = fc.constantFrom(
      'Buss på kvällen',
      'buss på kvällarna!',
      'Bryggan',
      'Bryggan är trasig',
      'Ja',
    )
    const step = fc.record({ at: fc.nat(12), text: fc.option(text, { nil: null }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const finder = createDuplicateFinder()
        let notes: { id: string; text: string }[] = []
        for (const [n, { at, text: words }] of steps.entries()) {
          if (words === null) notes = notes.filter((_, index) => index !== at)
          else if (at < notes.length)
            notes = notes.map((note, index) => (index === at ? { ...note, text: words } : note))
          else notes = [...notes, { id: `note-${n}`, text: words }]
          expect(finder(notes)).toEqual(findDuplicates(notes))
        }
      }),
    )
  })
})
