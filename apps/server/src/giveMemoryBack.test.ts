import { beforeEach, expect, it, vi } from 'vitest'
import { giveMemoryBack } from './giveMemoryBack.ts'

let rooms = 0
const collect = vi.fn(async () => {})
const wait = () => vi.advanceTimersByTimeAsync(3000)

beforeEach(() => {
  vi.useFakeTimers()
  collect.mockClear()
  rooms = 0
  return () => void vi.useRealTimers()
})

it('asks once, when most rooms have closed and no more are closing', async () => {
  const stop = giveMemoryBack(() => rooms, collect)
  for (const count of [100, 60, 30, 10]) {
    rooms = count
    await wait()
  }
  expect(collect).not.toHaveBeenCalled()
  await wait()
  expect(collect).toHaveBeenCalledTimes(1)
  for (let look = 0; look < 5; look += 1) await wait()
  expect(collect).toHaveBeenCalledTimes(1)
  stop()
})

it('leaves a house alone that is half full, or was never more than a few rooms', async () => {
  const stop = giveMemoryBack(() => rooms, collect)
  for (const count of [100, 60, 60, 55, 55]) {
    rooms = count
    await wait()
  }
  stop()
  const stopSmall = giveMemoryBack(() => rooms, collect)
  for (const count of [7, 7, 0, 0, 0]) {
    rooms = count
    await wait()
  }
  stopSmall()
  expect(collect).not.toHaveBeenCalled()
})

it('collects with what V8 has for it', async () => {
  rooms = 20
  const stop = giveMemoryBack(() => rooms)
  await wait()
  rooms = 0
  await wait()
  await expect(wait()).resolves.toBeDefined()
  stop()
})
