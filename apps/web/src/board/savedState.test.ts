import { describe, expect, it } from 'vitest'
import { createSavedState } from './savedState.ts'

const step1 = Uint8Array.of(0, 0, 1, 0)
const step2 = Uint8Array.of(0, 1, 2, 0, 0)
const update = Uint8Array.of(0, 2, 2, 0, 0)
const awareness = Uint8Array.of(1, 2, 0, 0)

function connected() {
  const state = createSavedState(() => {})
  state.opened()
  state.sent(step1)
  state.sent(step2)
  state.acknowledged(1)
  return state
}

describe('the saved state of a board', () => {
  it('says saved only when every document message of the connection is acknowledged', () => {
    const state = connected()
    expect(state.saved).toBe('saved')
    state.edited()
    state.sent(update)
    state.edited()
    state.sent(update)
    expect(state.saved).toBe('saving')
    state.acknowledged(2)
    expect(state.saved).toBe('saving')
    state.acknowledged(3)
    expect(state.saved).toBe('saved')
  })

  it('does not count presence or questions', () => {
    const state = connected()
    state.sent(awareness)
    state.sent(step1)
    expect(state.saved).toBe('saved')
  })

  it('keeps saying not saved over a new connection until its first message is acknowledged', () => {
    const state = connected()
    state.edited()
    state.sent(update)
    state.closed()
    expect(state.saved).toBe('unsaved')
    state.opened()
    expect(state.saved).toBe('saving')
    state.acknowledged(0)
    expect(state.saved).toBe('saving')
    state.sent(step2)
    state.acknowledged(1)
    expect(state.saved).toBe('saved')
  })

  it('is merely offline when nothing is waiting', () => {
    const state = connected()
    state.closed()
    expect(state.saved).toBe('offline')
    state.edited()
    expect(state.saved).toBe('unsaved')
  })

  it('tells each change once', () => {
    const heard: string[] = []
    const state = createSavedState((saved) => heard.push(saved))
    state.opened()
    state.sent(step2)
    state.edited()
    state.edited()
    state.acknowledged(1)
    expect(heard).toEqual(['saved', 'saving', 'saved'])
  })
})
