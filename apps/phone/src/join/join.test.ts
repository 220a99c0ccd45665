import { ApiError, OfflineError } from '@bordet/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forget } from '../kept.ts'
import { join, troubleOf } from './join.ts'

const wish = { code: '482913', name: '', table: null }
const sent: { opId: string }[] = []
let answer: () => Promise<Response>

describe('joining', () => {
  beforeEach(() => {
    sent.length = 0
    forget('joining')
    vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
      sent.push(JSON.parse(body))
      return answer()
    })
  })
  afterEach(() => void vi.unstubAllGlobals())

  const silence = () => Promise.reject(new Error('no network'))
  const says = (status: number, body: object) => () =>
    Promise.resolve(new Response(JSON.stringify(body), { status }))
  const seat = { workshopId: 'w1', personId: 'p1', key: 'k', table: 4 }

  it('is the same person when it is tried again after silence', async () => {
    answer = silence
    expect(await join(wish)).toEqual({ trouble: 'offline' })
    answer = says(201, seat)
    expect(await join(wish)).toEqual({ joined: seat })
    expect(sent[0]?.opId).toBe(sent[1]?.opId)
  })

  it('is a new person after an answer, and under another name', async () => {
    answer = says(201, seat)
    await join(wish)
    answer = silence
    await join(wish)
    await join({ ...wish, name: 'Maja' })
    expect(new Set(sent.map((body) => body.opId)).size).toBe(3)
  })

  it('starts anew after a definite no', async () => {
    answer = says(409, { code: 'workshopClosed' })
    await join(wish)
    await join(wish)
    expect(sent[0]?.opId).not.toBe(sent[1]?.opId)
  })

  it.each([
    [new ApiError('codeUnknown', 404), { trouble: 'wrong' }],
    [new ApiError('workshopNotOpen', 409), { trouble: 'notOpen' }],
    [new ApiError('workshopClosed', 409), { trouble: 'over' }],
    [new ApiError('hallFull', 409), { trouble: 'full' }],
    [new ApiError('tooManyTries', 429), { trouble: 'tooMany' }],
    [new ApiError('somethingNew', 409), { trouble: 'other' }],
    [new OfflineError('cut'), { trouble: 'offline' }],
  ])('says what kind of trouble %s is', (error, trouble) => {
    expect(troubleOf(error)).toEqual(trouble)
  })
})
