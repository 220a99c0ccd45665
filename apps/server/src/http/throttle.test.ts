import { describe, expect, it } from 'vitest'
import { createFailureCount, createTokenBuckets } from './throttle.ts'

describe('a token bucket', () => {
  it('lets a burst through, then one for each that it gains', () => {
    const brake = createTokenBuckets(3, 2)
    expect([1, 2, 3].map(() => brake('anna', 0))).toEqual([0, 0, 0])
    expect(brake('anna', 0)).toBe(500)
    expect(brake('anna', 500)).toBe(0)
    expect(brake('anna', 500)).toBe(500)
  })

  it('holds one person’s haste against nobody else', () => {
    const brake = createTokenBuckets(1, 1)
    brake('anna', 0)
    expect(brake('anna', 0)).toBeGreaterThan(0)
    expect(brake('bo', 0)).toBe(0)
  })
})

describe('a failure count', () => {
  it('stops an address at its limit until the minute is over', () => {
    const tries = createFailureCount(2, 60_000)
    tries.failed('hall', 0)
    expect(tries.waitMs('hall', 10)).toBe(0)
    tries.failed('hall', 10)
    expect(tries.waitMs('hall', 20_000)).toBe(40_000)
    expect(tries.waitMs('elsewhere', 20_000)).toBe(0)
    expect(tries.waitMs('hall', 60_000)).toBe(0)
  })
})
