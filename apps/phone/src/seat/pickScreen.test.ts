import type { PhaseView, View } from '@bordet/workshop'
import { describe, expect, it } from 'vitest'
import { viewOf } from '@bordet/client/testing'
import { isHiddenAt, phaseLeftMs, phaseStatusAt, pickScreen, writableZones } from './pickScreen.ts'

const base = viewOf({})
const phase = (rest: Partial<PhaseView>): PhaseView => ({ ...base.phase, ...rest })
const zone = {
  id: 'works',
  scope: 'table',
  kind: 'notes',
  title: 'Det fungerar',
  color: 'sky',
  icon: 'full',
} as const
const round = viewOf({ phase: phase({ zones: [zone] }) })
const me = (rest: Partial<View['me']>): View['me'] => ({ ...base.me, ...rest })
const pick = (view: Partial<View>, isNewHere = false) => pickScreen({ ...round, ...view }, 'live', isNewHere)

describe('the screen', () => {
  it.each([
    ['a round with something to write in', pick({}), 'round'],
    ['a phase without zones', pick({ phase: phase({ kind: 'break' }) }), 'wait'],
    [
      'a wall that only the facilitator fills',
      pick({ phase: phase({ zones: [{ ...zone, kind: 'themes' }] }) }),
      'wait',
    ],
    ['a person on the way to another table', pick({ me: me({ nextTable: 7 }) }), 'move'],
    [
      'a break before another table',
      pick({ phase: phase({ kind: 'break' }), me: me({ nextTable: 7 }) }),
      'break',
    ],
    ['somebody who has just sat down', pick({}, true), 'table'],
    ['somebody who must move before having sat down', pick({ me: me({ nextTable: 7 }) }, true), 'move'],
    ['before the first phase', pick({ phase: phase({ status: 'waiting' }) }), 'table'],
    ['the arrival', pick({ phase: phase({ kind: 'arrival' }) }), 'table'],
    ['an arrival that asks something', pick({ phase: phase({ kind: 'arrival', zones: [zone] }) }), 'round'],
    ['a meeting that is over', pick({ status: 'closed', me: me({ nextTable: 7 }) }), 'closed'],
  ])('for %s is %s', (_moment, screen, expected) => {
    expect(screen).toBe(expected)
  })

  it('is the question in a form, wherever the hall is', () => {
    const form = { step: 0, of: 2, sheet: 's' }
    expect(pick({ me: me({ table: null, form }) }, true)).toBe('round')
    expect(pick({ me: me({ table: null, form }), phase: phase({ kind: 'consent' }) })).toBe('wait')
    expect(pick({ status: 'planned', me: me({ table: null, form }) })).toBe('wait')
  })

  it('is the vote whenever there is one', () => {
    const vote = {
      budget: 3,
      open: true,
      revealed: false,
      targets: [],
      voters: 0,
      paperDots: 0,
      mine: {},
      sheets: null,
    }
    expect(pick({ vote })).toBe('vote')
  })

  it('says that the key is denied, also over what was shown before', () => {
    expect(pickScreen(round, 'denied', false)).toBe('denied')
    expect(pickScreen(null, 'connecting', false)).toBe('connecting')
  })
})

describe('a phase', () => {
  it('is over on the phone when its time is out, without a word from the server', () => {
    const running = phase({ status: 'running', endsAt: 100 })
    expect([99, 100].map((now) => phaseStatusAt(running, now))).toEqual(['running', 'over'])
    expect(phaseStatusAt(phase({ status: 'paused', endsAt: null }), 1e15)).toBe('paused')
  })

  it('keeps its rest while paused and has none while waiting', () => {
    const paused = phase({ status: 'paused', startedAt: 0, durationMs: 1_000, pausedAt: 400 })
    expect(phaseLeftMs(paused, 9_999)).toBe(600)
    expect(phaseLeftMs(phase({ status: 'waiting', startedAt: null }), 0)).toBeNull()
  })

  it('hides notes until they are revealed, or for its first minutes', () => {
    expect(isHiddenAt(phase({ holding: { until: null } }), 1e15)).toBe(true)
    expect(isHiddenAt(phase({ holding: null }), 0)).toBe(false)
    const first = phase({ holding: { until: 180_000 } })
    expect([179_999, 180_000].map((now) => isHiddenAt(first, now))).toEqual([true, false])
  })

  it('offers only zones that hold what people say', () => {
    const zones = [zone, { ...zone, id: 'wall', kind: 'themes' as const }]
    expect(writableZones(phase({ zones })).map(({ id }) => id)).toEqual(['works'])
  })
})
