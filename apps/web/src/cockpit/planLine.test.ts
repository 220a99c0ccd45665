import { expect, it } from 'vitest'
import { planLine } from './planLine.ts'

it('says ahead, on time or behind in whole minutes', () => {
  expect(planLine({ status: 'open', delayMs: 59_000 })).toEqual({ key: 'planOnTime' })
  expect(planLine({ status: 'open', delayMs: 120_000 })).toEqual({ key: 'planBehind', holes: { n: 2 } })
  expect(planLine({ status: 'open', delayMs: -180_500 })).toEqual({ key: 'planAhead', holes: { n: 3 } })
  expect(planLine({ status: 'planned', delayMs: 600_000 })).toEqual({ key: 'planNotStarted' })
})
