import { describe, expect, it } from 'vitest'
import { pretendPhase, pretendView } from '../testing/pretendView.ts'
import { shownBroadcast } from '../shared/shownBroadcast.ts'
import { chooseStage } from './chooseStage.ts'

const during = (change: Parameters<typeof pretendPhase>[0]) =>
  chooseStage(pretendView({ phase: pretendPhase(change) }), true)

describe('the stage', () => {
  it('shows how to join before the doors open and while people arrive', () => {
    expect(chooseStage(pretendView({ status: 'planned' }), true)).toBe('join')
    expect(during({ kind: 'arrival', zones: [] })).toBe('join')
  })

  it('is a card to try the screen by until somebody starts it or somebody comes', () => {
    const early = pretendView({ status: 'planned', peopleCount: 0 })
    expect(chooseStage(early, false)).toBe('check')
    expect(chooseStage(early, true)).toBe('join')
    expect(chooseStage({ ...early, peopleCount: 1 }, false)).toBe('join')
    expect(chooseStage({ ...early, status: 'open' }, false)).not.toBe('check')
  })

  it('shows the question where there is one, and the name where there is none', () => {
    expect(during({})).toBe('question')
    expect(during({ kind: 'harvest', question: 'Vad är viktigast?', zones: [] })).toBe('question')
    expect(during({ kind: 'plenary', zones: [] })).toBe('plain')
  })

  it('shows the harvest to the hall as soon as there is some', () => {
    const plenary = pretendView({ phase: pretendPhase({ kind: 'plenary' }), wall: { cards: [], themes: [] } })
    expect(chooseStage(plenary, true)).toBe('question')
    const wall = { cards: [{ noteId: 'n', table: 1, text: 'Bussen', hasTheme: false }], themes: [] }
    expect(chooseStage({ ...plenary, wall }, true)).toBe('wall')
    expect(chooseStage({ ...plenary, wall, status: 'closed' }, true)).toBe('thanks')
  })

  it('shows where to go when a round begins with a move, until most have found their seats', () => {
    const at = (arrived: number, rotation: 'scatter' | 'none' = 'scatter') =>
      chooseStage(pretendView({ phase: pretendPhase({ rotation }), move: { arrived, of: 10 } }), true)
    expect([at(0), at(7), at(8), at(0, 'none')]).toEqual(['move', 'move', 'question', 'question'])
    const pause = pretendPhase({ kind: 'break', rotation: 'scatter', zones: [] })
    expect(chooseStage(pretendView({ phase: pause, move: { arrived: 0, of: 10 } }), true)).toBe('rest')
  })

  it('thanks the room when the workshop is closed, whatever the phase was', () => {
    const closed = pretendView({ status: 'closed', phase: pretendPhase({ kind: 'move' }) })
    expect(chooseStage(closed, true)).toBe('thanks')
  })

  it('shows groups, an answer of the room, and an order once it is revealed', () => {
    const group = { groupId: 'g', text: 'Kvällsbuss', max: null, members: 3, people: null }
    const signup = pretendPhase({ kind: 'signup', question: 'Var vill du vara med?' })
    expect(chooseStage(pretendView({ phase: signup, groups: [] }), true)).toBe('question')
    expect(chooseStage(pretendView({ phase: signup, groups: [group] }), true)).toBe('groups')
    const consent = { answered: 3, counts: null }
    expect(chooseStage(pretendView({ phase: pretendPhase({ kind: 'consent' }), consent }), true)).toBe(
      'consent',
    )
    const ranking = { items: [], open: true, revealed: false, people: 3 }
    expect(chooseStage(pretendView({ ranking }), true)).toBe('question')
    expect(chooseStage(pretendView({ ranking: { ...ranking, revealed: true } }), true)).toBe('vote')
  })

  it('keeps a message for one minute', () => {
    const view = pretendView({ broadcast: { text: 'Halva tiden har gått.', at: 1_000 } })
    expect(shownBroadcast(view, 60_999)).toBe('Halva tiden har gått.')
    expect(shownBroadcast(view, 61_000)).toBeNull()
  })
})
