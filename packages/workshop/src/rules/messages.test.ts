import { describe, expect, it } from 'vitest'
import { nextMessageChange, shownMessage } from '../shownMessage.ts'
import {
  facilitator,
  helper,
  minuteMs,
  participant,
  PretendHall,
  screen,
  tableDevice,
} from '../pretendHall.ts'
import { stateSchema } from '../state.ts'

const inRound = () => new PretendHall({ people: 4 }).start('r1')
const everybody = [facilitator, helper, screen, tableDevice(1), participant('person-1')]

describe('the prompt', () => {
  it('[M1] goes out two minutes before the end, at one moment for every role', () => {
    const hall = inRound()
    const endsAt = hall.view(screen).phase.endsAt ?? 0
    const at = endsAt - 2 * minuteMs
    for (const actor of everybody) {
      const view = hall.view(actor)
      expect(view.prompt).toMatchObject({ at, text: 'Två minuter kvar. Skriv ner det viktigaste.' })
      expect(shownMessage(view, at - 1)).toBeNull()
      expect(nextMessageChange(view, at - 1)).toBe(at)
      expect(shownMessage(view, at)).toMatchObject({ from: 'prompt' })
      expect(shownMessage(view, at + minuteMs)).toBeNull()
    }
  })

  it('[M1] follows the timer: later when extended, not at all while paused, the same after a restart', () => {
    const hall = inRound()
    const at = hall.view(screen).prompt?.at ?? 0
    hall.do(facilitator, { type: 'extend', minutes: 5 })
    expect(hall.view(screen).prompt?.at).toBe(at + 5 * minuteMs)
    hall.do(facilitator, { type: 'pause' })
    expect(hall.view(screen).prompt?.at).toBeNull()
    hall.wait(3).do(facilitator, { type: 'resume' })
    expect(hall.view(screen).prompt?.at).toBe(at + 8 * minuteMs)
    hall.state = stateSchema.parse(JSON.parse(JSON.stringify(hall.state)))
    expect(hall.view(screen).prompt?.at).toBe(at + 8 * minuteMs)
    hall.wait(6).do(facilitator, { type: 'endPhase' })
    expect(hall.view(screen).prompt?.at).toBeNull()
  })

  it('[M1] does not go out where nobody writes, nor in a phase of a few minutes', () => {
    const hall = inRound()
    hall.start()
    expect(hall.view(screen).phase.kind).toBe('move')
    expect(hall.view(screen).prompt).toBeNull()
    const phases = hall.state.session.phases.map((phase) => ({ ...phase, minutes: 4 }))
    hall.state = { ...hall.state, session: { ...hall.state.session, phases } }
    hall.start()
    expect(hall.view(screen).phase.kind).toBe('round')
    expect(hall.view(screen).prompt).toBeNull()
  })

  it('[M2] can be switched off for a phase and for the evening, and on again', () => {
    const hall = inRound()
    hall.do(facilitator, { type: 'setPrompts', phaseId: 'r1', on: false })
    expect(hall.view(screen).prompt).toMatchObject({ at: null, off: 'phase' })
    hall.do(facilitator, { type: 'setPrompts', on: false })
    expect(hall.view(screen).prompt).toMatchObject({ at: null, off: 'evening' })
    hall.do(facilitator, { type: 'setPrompts', on: true })
    expect(hall.view(screen).prompt).toMatchObject({ off: null })
    expect(hall.refusal(facilitator, { type: 'setPrompts', phaseId: 'nope', on: true })).toBe('phaseUnknown')
  })
})

describe('messages', () => {
  it('[M3] to one table reach its people and its device, the newest of table and hall wins', () => {
    const hall = inRound()
    const there = participant(hall.join('', 2))
    const elsewhere = participant(hall.join('', 1))
    hall.do(facilitator, { type: 'broadcast', text: 'Till alla' })
    hall.wait(1).do(facilitator, { type: 'broadcast', text: 'Bara ni', table: 2 })
    expect(hall.view(there).broadcast?.text).toBe('Bara ni')
    expect(hall.view(tableDevice(2)).broadcast?.text).toBe('Bara ni')
    expect(hall.view(elsewhere).broadcast?.text).toBe('Till alla')
    expect(hall.view(elsewhere).tableMessages).toBeNull()
    expect(hall.view(facilitator).tableMessages).toMatchObject({ 2: { text: 'Bara ni' } })
    hall.wait(1).do(facilitator, { type: 'broadcast', text: 'Alla igen' })
    expect(hall.view(there).broadcast?.text).toBe('Alla igen')
    hall.do(facilitator, { type: 'broadcast', text: '', table: 2 })
    expect(hall.view(facilitator).tableMessages).toEqual({})
    expect(hall.refusal(facilitator, { type: 'broadcast', text: 'x', table: 9 })).toBe('tableUnknown')
  })

  it('[M4] gathering names a board of this workshop and one part of it', () => {
    const hall = inRound()
    const area = { x: 0, y: 0, w: 400, h: 300 }
    hall.do(facilitator, { type: 'gatherHere', boardId: 'board-hall', area })
    expect(hall.view(tableDevice(1)).gather).toEqual({ boardId: 'board-hall', area, at: hall.now })
    expect(hall.refusal(facilitator, { type: 'gatherHere', boardId: 'other', area })).toBe('tableUnknown')
    expect(hall.refusal(helper, { type: 'gatherHere', boardId: 'board-hall', area })).toBe('notYourRole')
  })
})
