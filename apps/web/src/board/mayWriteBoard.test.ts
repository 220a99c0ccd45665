import { describe, expect, it } from 'vitest'
import { pretendView } from '../testing/pretendView.ts'
import { whyReadOnly } from './mayWriteBoard.ts'

const { me } = pretendView()
const boards = { hall: 'h', tables: [{ number: 2, boardId: 'b2' }] }

describe('whether a board can be written on', () => {
  it('[A2] lets a participant write on the own table’s board where boards are open, and on no other', () => {
    const person = { ...me, role: 'participant', personId: 'p1', table: 2 } as const
    expect(whyReadOnly(pretendView({ me: person, boards }), 2)).toBeNull()
    expect(whyReadOnly(pretendView({ me: person, boards }), 1)).toBe('readOnlyRole')
    expect(whyReadOnly(pretendView({ me: person, boards }), null)).toBe('readOnlyRole')
    expect(whyReadOnly(pretendView({ me: person, boards: null }), 2)).toBe('readOnlyRole')
  })

  it('[A2] follows a person on the way to another table', () => {
    const person = { ...me, role: 'participant', personId: 'p1', table: 1, nextTable: 2 } as const
    expect(whyReadOnly(pretendView({ me: person, boards }), 2)).toBeNull()
  })

  it('[A2] lets a table’s device write on its table’s board', () => {
    const table = { ...me, role: 'table', table: 2 } as const
    expect(whyReadOnly(pretendView({ me: table, boards }), 2)).toBeNull()
    expect(whyReadOnly(pretendView({ me: table, boards }), 3)).toBe('readOnlyRole')
  })
})
