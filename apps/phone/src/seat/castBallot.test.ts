import { ApiError, OfflineError, type CommandAnswer } from '@bordet/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forget } from '../kept.ts'
import { castBallot, type Choice } from './castBallot.ts'

const done = { version: 1, serverTime: 0 }
const dots = (votes: Record<string, number>): Choice => ({ type: 'castVotes', votes })

describe('casting votes', () => {
  let answers: (() => Promise<CommandAnswer>)[]
  let sent: { choice: Choice; opId: string }[]
  const open = () =>
    castBallot({
      owner: 'p',
      onChange: () => {},
      send(choice, opId) {
        sent.push({ choice, opId })
        return (answers.shift() ?? (() => Promise.resolve(done)))()
      },
    })

  beforeEach(() => {
    vi.useFakeTimers()
    forget('choice.p')
    answers = []
    sent = []
  })
  afterEach(() => void vi.useRealTimers())

  it('sends once for a run of presses', async () => {
    const ballot = open()
    ballot.cast('dots', dots({ a: 1 }))
    ballot.cast('dots', dots({ a: 2 }))
    expect(ballot.pending('dots')).toEqual(dots({ a: 2 }))
    await vi.advanceTimersByTimeAsync(600)
    expect(sent.map(({ choice }) => choice)).toEqual([{ ...dots({ a: 2 }), phaseId: 'dots' }])
    ballot.seen(1)
    expect(ballot.pending('dots')).toBeNull()
  })

  it('builds upon what was answered and is not in the view yet', async () => {
    const ballot = open()
    ballot.cast('dots', dots({ a: 1 }))
    await vi.advanceTimersByTimeAsync(600)
    ballot.seen(0)
    expect(ballot.pending('dots')).toEqual(dots({ a: 1 }))
    expect(ballot.pending('another')).toBeNull()
    ballot.seen(1)
    expect(ballot.pending('dots')).toBeNull()
  })

  it('tries again under the same opId until the server has it', async () => {
    answers = [() => Promise.reject(new OfflineError('cut'))]
    const ballot = open()
    ballot.cast('dots', dots({ a: 1 }))
    await vi.advanceTimersByTimeAsync(600)
    expect(ballot.isStuck()).toBe(true)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(sent).toHaveLength(2)
    expect(sent[0]?.opId).toBe(sent[1]?.opId)
    ballot.seen(1)
    expect(ballot.pending('dots')).toBeNull()
  })

  it('sends what was pressed while the last giving was on its way, after it', async () => {
    let arrive: (value: CommandAnswer) => void = () => {}
    answers = [() => new Promise((resolve) => (arrive = resolve))]
    const ballot = open()
    ballot.cast('dots', dots({ a: 1 }))
    await vi.advanceTimersByTimeAsync(600)
    ballot.cast('dots', dots({ b: 1 }))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent).toHaveLength(1)
    arrive(done)
    await vi.advanceTimersByTimeAsync(600)
    expect(sent.map(({ choice }) => choice)).toEqual(
      [dots({ a: 1 }), dots({ b: 1 })].map((choice) => ({ ...choice, phaseId: 'dots' })),
    )
  })

  it('goes on after the tab was closed', async () => {
    const ballot = open()
    ballot.cast('dots', dots({ a: 1 }))
    ballot.close()
    const reopened = open()
    expect(reopened.pending('dots')).toEqual(dots({ a: 1 }))
    await vi.advanceTimersByTimeAsync(600)
    expect(sent).toHaveLength(1)
  })

  it('lets go of what was refused and says why, for that vote only', async () => {
    answers = [() => Promise.reject(new ApiError('votingClosed', 409))]
    const ballot = open()
    ballot.cast('dots', dots({ a: 1 }))
    await vi.advanceTimersByTimeAsync(600)
    ballot.seen(1)
    expect(ballot.pending('dots')).toBeNull()
    expect(ballot.refusal('dots')).toBe('votingClosed')
    expect(ballot.refusal('other')).toBeNull()
  })
})
