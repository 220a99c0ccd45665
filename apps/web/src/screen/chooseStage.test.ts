import { describe, expect, it } from 'vitest'
import { pretendPhase, pretendView } from '../testing/pretendView.ts'
import { shownBroadcast } from '../shared/shownBroadcast.ts'
import { chooseStage } from './chooseStage.ts'

const during = (change: Parameters<typeof pretendPhase>[0]) =>
  chooseStage(pretendView({ phase: pretendPhase(change) }))

describe('the stage', () => {
  it('shows how to join before the doors open and while people arrive', () => {
    expect(chooseStage(pretendView({ status: 'planned' }))).toBe('join')
    expect(during({ kind: 'arrival', zones: [] })).toBe('join')
  })

  it('shows the question where there is one, and the name where there is none', () => {
    expect(during({})).toBe('question')
    expect(during({ kind: 'harvest', question: 'Vad är viktigast?', zones: [] })).toBe('question')
    expect(during({ kind: 'plenary', zones: [] })).toBe('plain')
  })

  it('thanks the room when the workshop is closed, whatever the phase was', () => {
    expect(chooseStage(pretendView({ status: 'closed', phase: pretendPhase({ kind: 'move' }) }))).toBe(
      'thanks',
    )
  })

  it('keeps a message for one minute', () => {
    const view = pretendView({ broadcast: { text: 'Halva tiden har gått.', at: 1_000 } })
    expect(shownBroadcast(view, 60_999)).toBe('Halva tiden har gått.')
    expect(shownBroadcast(view, 61_000)).toBeNull()
  })
})
