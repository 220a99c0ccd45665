import { describe, expect, it } from 'vitest'
import { pretendPhase } from '../testing/pretendView.ts'
import { clockMoment, dueTone } from './dueTone.ts'

const minutes = 60_000
const phase = pretendPhase({ durationMs: 20 * minutes })
const at = (now: number, change: Parameters<typeof pretendPhase>[0] = {}) =>
  clockMoment({ ...phase, ...change }, now)

describe('the tone that is due', () => {
  it('sounds two minutes before the end and at the end, once each', () => {
    const heard: [number, string][] = []
    for (let now = 0; now < 22 * minutes; now += 250) {
      const tone = dueTone(at(now - 250), at(now))
      if (tone) heard.push([now, tone])
    }
    expect(heard).toEqual([
      [18 * minutes, 'twoMinutes'],
      [20 * minutes, 'end'],
    ])
  })

  it('sounds again for the new end when time was given', () => {
    const longer = { durationMs: 24 * minutes }
    expect(dueTone(at(20 * minutes), at(20 * minutes + 250, longer))).toBeNull()
    expect(dueTone(at(22 * minutes - 100, longer), at(22 * minutes + 100, longer))).toBe('twoMinutes')
  })

  it('sounds at once when the facilitator ends the phase', () => {
    expect(dueTone(at(9 * minutes), at(9 * minutes + 250, { durationMs: 9 * minutes }))).toBe('end')
  })

  it.each([
    ['when the page has just opened', null, at(20 * minutes)],
    ['for what passed while the screen slept', at(10 * minutes), at(21 * minutes)],
    ['during a pause', at(18 * minutes - 100, { pausedAt: 18 * minutes - 100 }), at(18 * minutes)],
    ['for the phase before', at(20 * minutes - 100, { id: 'r0' }), at(20 * minutes + 100)],
    ['before the evening', at(-250, { startedAt: null }), at(0, { startedAt: null })],
    [
      'two minutes before the end of a short phase',
      at(2 * minutes - 100, { durationMs: 4 * minutes }),
      at(2 * minutes + 100, { durationMs: 4 * minutes }),
    ],
  ])('keeps silent %s', (_when, before, after) => {
    expect(dueTone(before, after)).toBeNull()
  })
})
