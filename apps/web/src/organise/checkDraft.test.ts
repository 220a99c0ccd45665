import { expect, it } from 'vitest'
import { checkDraft, newDraft, tableCount } from './checkDraft.ts'

const draft = { ...newDraft('world-cafe-service', 'A1', 'sv', 0), place: 'Lindåsa' }

it('misses only the place in a new draft', () => {
  expect(checkDraft(draft)).toEqual({})
  expect(checkDraft({ ...draft, place: ' ' })).toEqual({ place: 'errPlace' })
})

it('names every field that cannot be used, in the order of the form', () => {
  const found = checkDraft({ ...draft, place: '', day: '', time: '7 pm', tables: '0' })
  expect(Object.keys(found)).toEqual(['place', 'day', 'time', 'tables'])
})

it('takes one to a hundred whole tables', () => {
  expect(['1', '100', '0', '101', '2.5', '', 'sex'].map((tables) => tableCount({ tables }))).toEqual([
    1,
    100,
    null,
    null,
    null,
    null,
    null,
  ])
})
