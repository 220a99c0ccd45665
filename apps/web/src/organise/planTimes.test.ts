import { describe, expect, it } from 'vitest'
import { fromFields, inOrder, nextHalfHour, planTimes, toFields } from './planTimes.ts'

describe('the times of a programme', () => {
  it('lets each phase start where the one before ends', () => {
    expect(planTimes(0, [20, 15, 5])).toEqual({ starts: [0, 1_200_000, 2_100_000], end: 2_400_000 })
  })

  it('reads a time as people write it, and brings its own fields back', () => {
    const at = new Date(2026, 11, 3, 18, 0).getTime()
    expect(toFields(at)).toEqual({ day: '2026-12-03', time: '18.00' })
    for (const time of ['18.00', '18:00', '1800', '18', ' 18.00 '])
      expect(fromFields('2026-12-03', time)).toBe(at)
    for (const time of ['', '25.00', '18.60', 'klockan sex'])
      expect(fromFields('2026-12-03', time)).toBeNull()
    expect(fromFields('', '18.00')).toBeNull()
  })

  it('proposes the next full half hour', () => {
    expect(nextHalfHour(1)).toBe(1_800_000)
    expect(nextHalfHour(1_800_000)).toBe(1_800_000)
  })

  it('lists what is going on first, then what comes soonest, then what was latest', () => {
    const workshop = (status: 'planned' | 'open' | 'closed', startsAt: number) => ({ status, startsAt })
    const list = [
      workshop('closed', 1),
      workshop('planned', 9),
      workshop('open', 5),
      workshop('planned', 7),
      workshop('closed', 2),
    ]
    expect(inOrder(list).map(({ startsAt }) => startsAt)).toEqual([5, 7, 9, 2, 1])
  })
})
