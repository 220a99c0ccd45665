import { describe, expect, it } from 'vitest'
import { pretendTable } from '../testing/pretendView.ts'
import {
  minutesShown,
  perMinute,
  recentMinutes,
  recordPace,
  silentMs,
  withEarlier,
  type PaceByTable,
} from './notePace.ts'

const minute = 60_000
const counts = (...steps: [at: number, notes: number][]): PaceByTable =>
  steps.reduce<PaceByTable>((paces, [at, notes]) => recordPace(paces, [pretendTable(1, { notes })], at), {})

describe('note pace', () => {
  it('does not count notes that stood there before the page was opened', () => {
    expect(perMinute(counts([0, 40], [2 * minute, 40])[1], 2 * minute)).toBe(0)
  })

  it('counts what is written in the minute it is seen', () => {
    const paces = counts([0, 0], [minute, 2], [minute + 1, 3], [3 * minute, 4])
    expect(recentMinutes(paces[1], 3 * minute).slice(-4)).toEqual([0, 3, 0, 1])
  })

  it('takes the mean over the minutes it has seen, five at most', () => {
    const paces = counts([0, 0], [minute, 6])
    expect(perMinute(paces[1], 30_000)).toBeNull()
    expect(perMinute(paces[1], 2 * minute)).toBe(3)
    expect(perMinute(paces[1], 10 * minute)).toBe(0)
  })

  it('lets a removed note lower the count and not the pace', () => {
    const paces = counts([0, 0], [minute, 3], [minute + 5, 2], [minute + 6, 3])
    expect(recentMinutes(paces[1], minute).at(-1)).toBe(4)
  })

  it('forgets minutes that no tile shows any more', () => {
    const paces = counts([0, 0], [minute, 3], [60 * minute, 4])
    expect(Object.keys(paces[1]?.byMinute ?? {})).toEqual(['60'])
    expect(recentMinutes(paces[1], 60 * minute)).toHaveLength(minutesShown)
  })

  it('knows of the minutes before it was opened what the server tells, and counts nothing twice', () => {
    const own = counts([10 * minute, 3], [11 * minute, 4])
    const earlier = [{ number: 1, lastAt: 11 * minute, recent: [6 * minute, 6 * minute + 1, 11 * minute] }]
    const paces = withEarlier(own, earlier, 5 * minute)
    expect(recentMinutes(paces[1], 11 * minute).slice(-6)).toEqual([2, 0, 0, 0, 0, 1])
    expect(perMinute(paces[1], 11 * minute)).toBe(0.2)
    const silent = withEarlier(counts([10 * minute, 3]), [{ number: 1, lastAt: 2 * minute, recent: [] }], 0)
    expect(silentMs(silent[1], 0, 10 * minute)).toBe(8 * minute)
  })

  it('counts silence from the last note, from the start of the phase, or from when the page was opened', () => {
    expect(silentMs(counts([0, 0], [minute, 1])[1], 0, 4 * minute)).toBe(3 * minute)
    expect(silentMs(counts([0, 0], [minute, 1])[1], 3 * minute, 4 * minute)).toBe(minute)
    expect(silentMs(counts([2 * minute, 7])[1], 0, 4 * minute)).toBe(2 * minute)
    expect(silentMs(undefined, 0, minute)).toBe(0)
  })
})
