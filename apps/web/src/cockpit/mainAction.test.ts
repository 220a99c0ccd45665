import type { AgendaRow, View } from '@bordet/workshop'
import { describe, expect, it } from 'vitest'
import { pretendPhase, pretendTable, pretendView } from '../testing/pretendView.ts'
import { mainAction, shortName } from './mainAction.ts'

const before = (next: Partial<AgendaRow>, change: Partial<View> = {}) =>
  mainAction(
    pretendView({
      agenda: [
        {
          id: 'next',
          kind: 'round',
          name: 'Omgång 2: Det har vi prövat',
          minutes: 25,
          at: 0,
          state: 'next',
          ...next,
        },
      ],
      ...change,
    }),
  )

describe('the main button', () => {
  it('opens the doors of a planned workshop, with the code in words', () => {
    expect(mainAction(pretendView({ status: 'planned' }))).toMatchObject({
      verb: { key: 'goOpenDoors' },
      consequence: [{ holes: { code: '482 913' } }],
      ask: { type: 'startPhase' },
    })
  })

  it('says before a move how many get a table and how many hosts stay', () => {
    expect(before({ kind: 'move', name: 'Byt bord' })).toMatchObject({
      verb: { key: 'goMove' },
      consequence: [
        { key: 'goMoveThen', holes: { n: 12 } },
        { key: 'goHostsStay', holes: { n: 3 } },
      ],
    })
  })

  it('says during a move how many have arrived and how many are on their way', () => {
    const moving = {
      phase: pretendPhase({ kind: 'move', name: 'Byt bord' }),
      move: { arrived: 135, of: 148 },
    }
    expect(before({}, moving)).toMatchObject({
      verb: { key: 'goStart', holes: { name: 'omgång 2' } },
      consequence: [
        { key: 'goArrived', holes: { n: 135, of: 148 } },
        { key: 'goOnTheWay', holes: { n: 13 } },
      ],
      ask: { type: 'startPhase', phaseId: 'next' },
    })
    expect(before({}, { move: { arrived: 148, of: 148 } })?.consequence).toMatchObject([
      { key: 'goAllArrived' },
    ])
  })

  it('counts who has come before the welcome, with and without a phone', () => {
    const phase = pretendPhase({ kind: 'arrival', name: 'Ankomst och kaffe' })
    const person = { name: '', table: 1, nextTable: null, stays: false, joinedAt: 0 }
    const people = [
      { ...person, id: 'a', via: 'phone' as const },
      { ...person, id: 'b', via: 'walkIn' as const },
    ]
    expect(before({ kind: 'plenary', name: 'Välkomna' }, { phase, people, peopleCount: 2 })).toMatchObject({
      verb: { key: 'goWelcome' },
      consequence: [{ holes: { n: 2 } }, { holes: { phones: 1, cards: 1 } }],
    })
  })

  it('shows notes that are hidden until then before it goes on, and leaves those that show themselves', () => {
    const me = { ...pretendView().me, may: ['reveal' as const] }
    const tables = [{ ...pretendTable(1), heldNotes: 4 }]
    const hidden = { holding: { until: null }, noteMode: { kind: 'hidden' as const } }
    expect(before({}, { phase: pretendPhase(hidden), me, tables })?.consequence).toEqual([
      { key: 'goRevealNotesThen', holes: { n: 4 } },
    ])
    const first = { ...hidden, noteMode: { kind: 'hiddenFirst' as const, minutes: 3 } }
    for (const phase of [first, { ...hidden, holding: null }])
      expect(before({}, { phase: pretendPhase(phase), me, tables })?.ask).toMatchObject({
        type: 'startPhase',
      })
  })

  it('reveals a vote before it goes on', () => {
    const vote = {
      budget: 3,
      open: true,
      revealed: false,
      targets: [],
      voters: 9,
      paperDots: 0,
      mine: {},
      sheets: null,
    }
    const me = { ...pretendView().me, may: ['reveal' as const] }
    expect(before({}, { vote, me })?.ask).toEqual({ type: 'reveal' })
    expect(before({}, { vote: { ...vote, revealed: true }, me })?.ask).toEqual({
      type: 'startPhase',
      phaseId: 'next',
      from: 'r1',
    })
  })

  it('shows the order that the room put things in before it goes on, once somebody has', () => {
    const ranking = { items: [], open: true, revealed: false, people: 9 }
    const me = { ...pretendView().me, may: ['reveal' as const] }
    expect(before({}, { ranking, me })).toMatchObject({
      verb: { key: 'goRevealOrder' },
      ask: { type: 'reveal' },
    })
    expect(before({}, { ranking })?.ask.type).toBe('startPhase')
    expect(before({}, { ranking: { ...ranking, revealed: true }, me })?.ask.type).toBe('startPhase')
  })

  it('asks once more before it ends the evening, and has nothing to do afterwards', () => {
    expect(mainAction(pretendView())).toMatchObject({ ask: { type: 'close' }, confirm: true })
    expect(mainAction(pretendView({ status: 'closed' }))).toBeNull()
  })

  it('shortens only names that are numbered', () => {
    expect(shortName('Omgång 2: Det har vi prövat')).toEqual({ short: 'Omgång 2', numbered: true })
    expect(shortName('Prickar: Vad ska vi börja med?').numbered).toBe(false)
    expect(shortName('Arbetsgrupper')).toEqual({ short: 'Arbetsgrupper', numbered: false })
  })
})
