import { expect, it } from 'vitest'
import { readAddress, spacedCode } from './pageAddress.ts'

it('reads the workshop from the path and the key from the fragment, and needs both', () => {
  expect(readAddress({ pathname: '/facilitate/abc', hash: '#k-1' })).toEqual({
    workshopId: 'abc',
    key: 'k-1',
  })
  expect(readAddress({ pathname: '/screen/abc', hash: '' })).toBeNull()
  expect(readAddress({ pathname: '/screen/', hash: '#k' })).toBeNull()
})

it('sets a code in two groups of three', () => {
  expect(spacedCode('482913')).toBe('482 913')
})
