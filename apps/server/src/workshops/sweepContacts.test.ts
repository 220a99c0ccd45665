import { beforeEach, describe, expect, it, vi } from 'vitest'
import { sweepContacts } from './sweepContacts.ts'

const hourMs = 60 * 60_000

describe('addresses whose day has come', () => {
  let asked: number[]
  let wrongMs: number
  let failing: boolean
  const start = () =>
    sweepContacts({
      storage: {
        async removeDueContacts(now) {
          asked.push(now)
          if (failing) throw new Error('The disk is full')
          return 1
        },
      },
      now: () => Date.now() + wrongMs,
      uptimeMs: () => performance.now(),
      log: () => {},
    })

  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 })
    asked = []
    wrongMs = 0
    failing = false
    return () => void vi.useRealTimers()
  })

  it('are deleted some time after the start and then every hour, also after a failure, until it stops', async () => {
    const stop = start()
    expect(asked).toHaveLength(0)
    failing = true
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    failing = false
    await vi.advanceTimersByTimeAsync(2 * hourMs)
    expect(asked).toHaveLength(3)
    await stop()
    await vi.advanceTimersByTimeAsync(3 * hourMs)
    expect(asked).toHaveLength(3)
  })

  it('are left alone in a turn in which the clock jumped', async () => {
    start()
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    wrongMs = 400 * 24 * hourMs
    await vi.advanceTimersByTimeAsync(hourMs - 1)
    wrongMs = 400 * 24 * hourMs
    await vi.advanceTimersByTimeAsync(1)
    wrongMs = 0
    await vi.advanceTimersByTimeAsync(hourMs)
    await vi.advanceTimersByTimeAsync(hourMs)
    expect(asked).toEqual([1_000_000 + 600_000, 1_000_000 + 600_000 + 3 * hourMs])
  })
})
