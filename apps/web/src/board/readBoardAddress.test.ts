import { expect, it } from 'vitest'
import { readBoardAddress } from './readBoardAddress.ts'

it('reads a table’s and the hall’s link and refuses half ones', () => {
  const who = { workshopId: 'w1', key: 'k1' }
  expect(readBoardAddress({ pathname: '/table/w1/4', hash: '#k1' })).toEqual({ who, table: 4 })
  expect(readBoardAddress({ pathname: '/hall/w1', hash: '#k1' })).toEqual({ who, table: null })
  expect(readBoardAddress({ pathname: '/table/w1/4', hash: '' })).toBeNull()
  expect(readBoardAddress({ pathname: '/table/w1/four', hash: '#k1' })).toBeNull()
  expect(readBoardAddress({ pathname: '/table/w1', hash: '#k1' })).toBeNull()
})
