import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tellCalmly } from './tellCalmly.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('shows saving as long as somebody types, saved when it lasts, and that it takes long', () => {
  const shown: string[] = []
  const { tell } = tellCalmly((saved) => shown.push(saved))
  for (let letter = 0; letter < 5; letter += 1) {
    tell('saving')
    vi.advanceTimersByTime(20)
    tell('saved')
    vi.advanceTimersByTime(150)
  }
  expect(new Set(shown)).toEqual(new Set(['saving']))
  vi.advanceTimersByTime(600)
  tell('saving')
  vi.advanceTimersByTime(4_000)
  tell('unsaved')
  expect(shown.slice(-4)).toEqual(['saved', 'saving', 'late', 'unsaved'])
})
