import { expect, it } from 'vitest'
import { markRisks } from './markRisks.ts'

it('cuts a text at what is to be marked and loses nothing of it', () => {
  const text = 'Ring 070-123 45 67, idiot'
  const parts = markRisks(text, [
    { kind: 'phone', from: 5, to: 18 },
    { kind: 'insult', from: 20, to: 25 },
  ])
  expect(parts.map(({ text: part, kind }) => [part, kind])).toEqual([
    ['Ring ', null],
    ['070-123 45 67', 'phone'],
    [', ', null],
    ['idiot', 'insult'],
  ])
  expect(markRisks(text, [])).toEqual([{ text, from: 0, kind: null }])
})
