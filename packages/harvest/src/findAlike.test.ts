import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { findAlike } from './findAlike.ts'

const alikeOf = (...texts: string[]) => findAlike(texts.map((text, id) => ({ id: String(id), text })))

it('finds what was written twice, whatever the signs, endings and spelling', () => {
  const found = alikeOf(
    'Buss på kvällen behövs',
    'buss på kvällarna behövs!',
    'Fibern är för dyr',
    'Fibern är alldeles för dyr',
    'Badplatsen är fin',
    'Vi saknar en badplats för barn',
  )
  expect(found.get('0')).toEqual(['1'])
  expect(found.get('1')).toEqual(['0'])
  expect(found.get('2')).toEqual(['3'])
  expect(found.has('4')).toBe(false)
  expect(found.has('5')).toBe(false)
})

it('says nothing of notes with hardly a letter', () => {
  expect([...alikeOf('Ja', 'Ja', '🙂', '', 'Nej')]).toEqual([])
})

it('takes few of a whole evening to be the same, and those rightly', () => {
  const corpus: { notes: { id: string; text: string }[] } = JSON.parse(
    readFileSync(new URL('../../../tests/content/notes-world-cafe.json', import.meta.url), 'utf8'),
  )
  const found = findAlike(corpus.notes)
  expect(found.size).toBeLessThan(corpus.notes.length / 5)
  const doubled = findAlike([
    ...corpus.notes,
    ...corpus.notes.map(({ id, text }) => ({ id: `again-${id}`, text: `${text}!` })),
  ])
  const long = corpus.notes.filter(({ text }) => text.length > 12)
  for (const { id } of long) expect(doubled.get(id)).toContain(`again-${id}`)
})
