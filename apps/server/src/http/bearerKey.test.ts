import { expect, it } from 'vitest'
import { bearerKey } from './bearerKey.ts'

it.each([
  [{ authorization: 'Bearer abc-1_2' }, 'abc-1_2'],
  [{ authorization: 'bearer  abc' }, 'abc'],
  [{ 'sec-websocket-protocol': 'bordet, bearer.abc' }, 'abc'],
  [{ 'sec-websocket-protocol': 'bordet,bearer.abc' }, 'abc'],
  [{ authorization: 'Basic abc' }, null],
  [{ authorization: 'Bearer a b' }, null],
  [{ 'sec-websocket-protocol': 'bordet, bearer.' }, null],
  [{}, null],
])('finds in %j the key %s', (headers, key) => {
  expect(bearerKey(headers)).toBe(key)
})
