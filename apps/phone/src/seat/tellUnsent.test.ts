import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { tellUnsent } from './tellUnsent.ts'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

function open(arrives: () => boolean = () => true) {
  const told: number[] = []
  const unsent = tellUnsent(async (count) => {
    told.push(count)
    return arrives()
  })
  onTestFinished(() => unsent.close())
  return { told, unsent }
}

describe('telling of unsent words', () => {
  it('says nothing of a note that goes out at once', async () => {
    const { told, unsent } = open()
    unsent.holds(1)
    await vi.advanceTimersByTimeAsync(1_000)
    unsent.holds(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told).toEqual([])
  })

  it('says how many wait once they have for some seconds, and at once when none does any more', async () => {
    const { told, unsent } = open()
    unsent.holds(1)
    unsent.holds(3)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(told).toEqual([3])
    unsent.holds(0)
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual([3, 0])
  })

  it('is not put off by tries that go on failing', async () => {
    const { told, unsent } = open()
    for (let seconds = 0; seconds < 5; seconds += 1) {
      unsent.holds(1)
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(told).toEqual([1])
  })

  it('tries again until it arrives, and repeats what still holds', async () => {
    let online = false
    const { told, unsent } = open(() => online)
    unsent.holds(2)
    await vi.advanceTimersByTimeAsync(9_000)
    expect(told).toEqual([2, 2])
    online = true
    await vi.advanceTimersByTimeAsync(4_000)
    expect(told).toEqual([2, 2, 2])
    await vi.advanceTimersByTimeAsync(61_000)
    expect(told).toEqual([2, 2, 2, 2])
  })
})
