import { clockTime } from '@bordet/text'
import { expect, it } from 'vitest'
import { planLine } from './planLine.ts'

const minute = 60_000
const open = (delayMs: number) => planLine({ status: 'open', delayMs, startsAt: 0 }, 'sv')

it('says ahead, on time or behind in whole minutes', () => {
  expect(open(59_000)).toEqual({ key: 'planOnTime' })
  expect(open(2 * minute)).toEqual({ key: 'planBehind', holes: { n: 2 } })
  expect(open(-180_500)).toEqual({ key: 'planAhead', holes: { n: 3 } })
})

it('says hours when it is far off', () => {
  expect(open(60 * minute)).toEqual({ key: 'planBehind', holes: { n: 60 } })
  expect(open(100 * minute)).toEqual({ key: 'planBehindHours', holes: { n: 2 } })
  expect(open(-1_041 * minute)).toEqual({ key: 'planAheadHours', holes: { n: 17 } })
})

it('says before the doors open when the evening begins', () => {
  const startsAt = Date.UTC(2026, 11, 3, 17)
  expect(planLine({ status: 'planned', delayMs: -1_041 * minute, startsAt }, 'sv')).toEqual({
    key: 'planStarts',
    holes: { time: clockTime('sv', startsAt) },
  })
})
