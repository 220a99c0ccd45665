import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepFetched } from './keepFetched.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A server that answers each question after `answerMs` with the version there was when it was asked. */
function openFetching({ answerMs = 500, restMs = 300 } = {}) {
  const server = { version: 0, asked: 0, underWay: 0, most: 0, fails: false }
  const shown: { version: number; at: number }[] = []
  let failures = 0
  const fetching = keepFetched<number>({
    async fetchIt(_before, signal) {
      server.asked += 1
      server.underWay += 1
      server.most = Math.max(server.most, server.underWay)
      const { version, fails } = server
      await new Promise((resolve) => setTimeout(resolve, answerMs))
      server.underWay -= 1
      signal.throwIfAborted()
      if (fails) throw new Error('offline')
      return version
    },
    restMs,
    onValue: (version) => shown.push({ version, at: Date.now() }),
    onFailed: () => (failures += 1),
  })
  const change = () => fetching.wanted((server.version += 1))
  return { server, shown, fetching, change, failures: () => failures }
}

it('shows every answer while changes come faster than answers, one question at a time', async () => {
  const { server, shown, change } = openFetching()
  const begun = Date.now()
  for (let n = 0; n < 100; n += 1) {
    change()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(server.most).toBe(1)
  const waits = shown.map(({ at }, n) => at - (shown[n - 1]?.at ?? begun))
  expect(shown.length).toBeGreaterThan(10)
  expect(Math.max(...waits)).toBeLessThanOrEqual(800)
  await vi.advanceTimersByTimeAsync(1_300)
  expect(shown.at(-1)?.version).toBe(server.version)
  const { asked } = server
  await vi.advanceTimersByTimeAsync(60_000)
  expect(server.asked).toBe(asked)
})

it('asks at once when it has rested', async () => {
  const { server, shown, change } = openFetching({ answerMs: 50 })
  change()
  await vi.advanceTimersByTimeAsync(5_000)
  change()
  await vi.advanceTimersByTimeAsync(60)
  expect(shown.at(-1)?.version).toBe(server.version)
})

it('asks again after a failure, though nothing changes, and keeps the last answer', async () => {
  const { server, shown, change, failures } = openFetching({ answerMs: 50 })
  change()
  await vi.advanceTimersByTimeAsync(1_000)
  server.fails = true
  change()
  await vi.advanceTimersByTimeAsync(1_000)
  expect([failures(), shown.length]).toEqual([1, 1])
  server.fails = false
  await vi.advanceTimersByTimeAsync(3_000)
  expect(shown.at(-1)?.version).toBe(2)
})

it('says nothing more once it is closed, and calls off what is under way', async () => {
  const { server, shown, change, fetching } = openFetching()
  change()
  await vi.advanceTimersByTimeAsync(100)
  fetching.close()
  change()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(shown).toEqual([])
  expect(server.asked).toBe(1)
})
