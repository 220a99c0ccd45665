import { expect, it } from 'vitest'
import { readBoardAddress } from './readBoardAddress.ts'

it('reads a table’s and the hall’s link and refuses half ones', () => {
  const who = { workshopId: 'w1', key: 'k1' }
  expect(readBoardAddress({ pathname: '/table/w1/4', hash: '#k1', search: '' })).toEqual({
    who,
    table: 4,
    noteId: null,
  })
  expect(readBoardAddress({ pathname: '/hall/w1', hash: '#k1', search: '?note=n-1' })).toEqual({
    who,
    table: null,
    noteId: 'n-1',
  })
  expect(readBoardAddress({ pathname: '/table/w1/4', hash: '', search: '' })).toBeNull()
  expect(readBoardAddress({ pathname: '/table/w1/four', hash: '#k1', search: '' })).toBeNull()
  expect(readBoardAddress({ pathname: '/table/w1', hash: '#k1', search: '' })).toBeNull()
})
