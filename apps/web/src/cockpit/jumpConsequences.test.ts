import type { AgendaRow } from '@bordet/workshop'
import { describe, expect, it } from 'vitest'
import { pretendTable, pretendView } from '../testing/pretendView.ts'
import { jumpConsequences } from './jumpConsequences.ts'

const row = (id: string, state: AgendaRow['state'], kind: AgendaRow['kind'] = 'round'): AgendaRow => ({
  moves: kind === 'move',
  id,
  kind,
  name: id,
  minutes: 10,
  at: 0,
  state,
})
const agenda = [
  row('start', 'done'),
  row('r1', 'now'),
  row('move', 'next', 'move'),
  row('r2', 'later'),
  row('r3', 'later'),
]
const view = pretendView({
  agenda,
  peopleCount: 12,
  tables: [pretendTable(1), pretendTable(2, { host: null })],
})
const keys = (id: string) => {
  const found = agenda.find((one) => one.id === id)
  return found ? jumpConsequences(view, found).map(({ key, holes }) => [key, holes?.['n']]) : []
}

describe('what a jump does', () => {
  it('says which parts are skipped and how many move', () => {
    expect(keys('r3')).toEqual([['jumpSkips', 2]])
    expect(keys('move')).toEqual([['jumpMoves', 11]])
  })

  it('says that a part runs once more', () => {
    expect(keys('start')[0]).toEqual(['jumpAgain', undefined])
  })
})
