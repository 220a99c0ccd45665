import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replay } from '../engine.ts'
import { facilitator, helper, minuteMs, participant, PretendHall } from '../pretendHall.ts'
import { timeLeftMs } from '../timer.ts'

describe('startPhase', () => {
  it('[P1] [P2] opens a planned workshop with its first phase, then goes on to the next', () => {
    const hall = new PretendHall()
    expect(hall.view(facilitator)).toMatchObject({
      status: 'planned',
      phase: { id: 'doors', status: 'waiting' },
    })
    hall.start()
    expect(hall.view(facilitator)).toMatchObject({
      status: 'open',
      phase: { id: 'doors', status: 'running' },
    })
    hall.wait(20).start()
    expect(hall.view(facilitator).phase).toMatchObject({
      id: 'welcome',
      status: 'running',
      durationMs: 15 * minuteMs,
    })
  })

  it('[P2] jumps in either direction, but does not start the current phase again', () => {
    const hall = new PretendHall().start('r2')
    expect(hall.refusal(facilitator, { type: 'startPhase', phaseId: 'r2' })).toBe('alreadyOpen')
    hall.start('r1')
    expect(hall.view(facilitator).phase.id).toBe('r1')
    expect(hall.refusal(facilitator, { type: 'startPhase', phaseId: 'r9' })).toBe('phaseUnknown')
  })

  it('[P2] is refused after the last phase', () => {
    expect(new PretendHall().start('close').refusal(facilitator, { type: 'startPhase' })).toBe('noNextPhase')
  })

  it('[P3] ends the phase before at the end of its time, or now if that was earlier', () => {
    const hall = new PretendHall().start('r1').wait(30).start('m1').wait(2).start('r2')
    const [r1, m1, r2] = hall.state.runs
    expect(r1?.endedAt).toBe((r1?.startedAt ?? 0) + 20 * minuteMs)
    expect(m1?.endedAt).toBe((m1?.startedAt ?? 0) + 2 * minuteMs)
    expect(r2?.endedAt).toBeNull()
  })

  it('[P3] runs although the phase before was paused', () => {
    const hall = new PretendHall().start('r1')
    hall.do(facilitator, { type: 'pause' })
    expect(hall.start('m1').view(facilitator).phase.status).toBe('running')
  })

  it('[P3a] keeps doors that open early open until the evening was to begin', () => {
    const hall = new PretendHall()
    const { startsAt } = hall.state
    hall.now = startsAt - 45 * minuteMs
    hall.start()
    const { phase, agenda, delayMs } = hall.view(facilitator)
    expect(phase.endsAt).toBe(startsAt + 20 * minuteMs)
    expect(agenda.find(({ id }) => id === 'welcome')?.at).toBe(startsAt + 20 * minuteMs)
    expect(delayMs).toBe(0)
  })

  it('[P5] shows a phase that was skipped at the moment it was', () => {
    const hall = new PretendHall().start().wait(5).start('r1')
    expect(hall.view(facilitator).agenda.find(({ id }) => id === 'welcome')?.at).toBe(hall.now)
  })

  it('[C4] is not for helpers', () => {
    expect(new PretendHall().refusal(helper, { type: 'startPhase' })).toBe('notYourRole')
  })
})

describe('the timer', () => {
  it('[T2] keeps its rest in a pause of any length, and ends that much later', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_199_999 }),
        fc.nat(1e9),
        fc.nat(1e9),
        (ranMs, pausedMs, laterMs) => {
          const hall = new PretendHall().start('r1')
          hall.now += ranMs
          hall.do(facilitator, { type: 'pause' })
          const { timer } = hall.state
          if (!timer) throw new Error('no timer')
          expect(timeLeftMs(timer, hall.now + laterMs)).toBe(20 * minuteMs - ranMs)
          hall.now += pausedMs
          hall.do(facilitator, { type: 'resume' })
          expect(hall.view(facilitator).phase.endsAt).toBe(hall.now + 20 * minuteMs - ranMs)
        },
      ),
    )
  })

  it('[T3] stops at 0 left when it is shortened by more than it has, running or paused', () => {
    for (const isPaused of [false, true]) {
      const hall = new PretendHall().start('r1').wait(5)
      if (isPaused) hall.do(facilitator, { type: 'pause' })
      hall.do(facilitator, { type: 'extend', minutes: -120 })
      expect(hall.state.timer?.durationMs).toBe(5 * minuteMs)
      if (isPaused) hall.do(facilitator, { type: 'resume' })
      expect(hall.view(facilitator).phase).toMatchObject({ status: 'over', endsAt: hall.now })
    }
  })

  it('[T4] runs again for the given minutes when a phase that is over is extended', () => {
    const timeIsOut = new PretendHall().start('r1').wait(33)
    const endedEarly = new PretendHall().start('r1').wait(3)
    endedEarly.do(facilitator, { type: 'endPhase' })
    for (const hall of [timeIsOut, endedEarly.wait(4)]) {
      expect(hall.refusal(facilitator, { type: 'extend', minutes: -1 })).toBe('phaseOver')
      hall.do(facilitator, { type: 'extend', minutes: 5 })
      expect(hall.view(facilitator).phase).toMatchObject({
        status: 'running',
        endsAt: hall.now + 5 * minuteMs,
      })
    }
  })

  it('[T5] can only be paused while it runs, and resumed while it is paused', () => {
    const hall = new PretendHall()
    expect(hall.refusal(facilitator, { type: 'pause' })).toBe('notRunning')
    hall.start('r1')
    expect(hall.refusal(facilitator, { type: 'resume' })).toBe('notPaused')
    hall.do(facilitator, { type: 'pause' })
    expect(hall.refusal(facilitator, { type: 'pause' })).toBe('notRunning')
    hall.do(facilitator, { type: 'resume' })
    expect(hall.wait(21).refusal(facilitator, { type: 'pause' })).toBe('notRunning')
  })
})

describe('endPhase', () => {
  it('[P4] makes the time be out now, also when it was paused', () => {
    const hall = new PretendHall().start('r1').wait(5)
    hall.do(facilitator, { type: 'pause' })
    hall.wait(10).do(facilitator, { type: 'endPhase' })
    expect(hall.view(facilitator).phase).toMatchObject({
      id: 'r1',
      status: 'over',
      endsAt: hall.now,
      durationMs: 5 * minuteMs,
    })
    expect(hall.refusal(facilitator, { type: 'endPhase' })).toBe('phaseOver')
  })
})

describe('close', () => {
  it('[C5] [P1] shuts everything until it is reopened, with the phase over', () => {
    const hall = new PretendHall({ people: 2 }).start('r1')
    hall.do(facilitator, { type: 'close' })
    expect(hall.view(participant('person-1')).me.may).toEqual(['giveContact'])
    expect(hall.view(facilitator).me.may.sort()).toEqual([
      'addThemes',
      'answerQuestion',
      'assignTheme',
      'editReport',
      'giveContact',
      'hideNote',
      'keepNote',
      'markQuote',
      'mergeThemes',
      'reopen',
      'setClaimQuote',
      'setReportRow',
      'setTheme',
      'sortNotes',
      'undoSorting',
    ])
    expect(hall.refusal(facilitator, { type: 'startPhase' })).toBe('workshopClosed')
    hall.do(facilitator, { type: 'reopen' })
    expect(hall.view(facilitator)).toMatchObject({ status: 'open', phase: { id: 'r1', status: 'over' } })
    expect(hall.refusal(facilitator, { type: 'reopen' })).toBe('alreadyOpen')
  })

  it('[P1] brings a workshop that never began back to planned', () => {
    const hall = new PretendHall()
    hall.do(facilitator, { type: 'close' })
    hall.do(facilitator, { type: 'reopen' })
    expect(hall.view(facilitator).status).toBe('planned')
  })
})

describe('undoPhase', () => {
  it('[U1] takes a planned move back, and people with it', () => {
    const hall = new PretendHall({ people: 24 }).start('r1').wait(20)
    const before = hall.state
    hall.start('m1')
    expect(hall.view(facilitator).canUndo).toEqual({ phaseName: 'Byt bord' })
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.state.people).toEqual(before.people)
    expect(hall.state.timer).toEqual(before.timer)
    expect(hall.state.rounds).toEqual(before.rounds)
  })

  it('[P6] pressed twice, or by two, calls back one phase', () => {
    const hall = new PretendHall({ people: 2 }).start('r1').start('m1')
    const undo = { type: 'undoPhase', from: 'm1' } as const
    hall.do(facilitator, undo)
    expect(hall.refusal(facilitator, undo)).toBe('phaseMoved')
    expect(hall.view(facilitator).phase.id).toBe('r1')
  })

  it('[U1] gives the dots back that a vote started by mistake wiped away', () => {
    const hall = new PretendHall({ people: 1 })
    const note = hall.do(helper, { type: 'addNoteFor', table: 0, zone: 'wall', text: 'Mötesplats' })
    hall.start('dots').do(participant('person-1'), { type: 'castVotes', votes: { [note]: 2 } })
    hall.start('close').start('dots')
    expect(hall.state.votes).toEqual({})
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.state.votes).toEqual({ 'person-1': { [note]: 2 } })
  })

  it('[U4] [V5] keeps the dots that were given in the vote it undoes for when that vote starts next', () => {
    const hall = new PretendHall({ people: 2 })
    const note = hall.do(helper, { type: 'addNoteFor', table: 0, zone: 'wall', text: 'Mötesplats' })
    hall.start('dots').do(participant('person-1'), { type: 'castVotes', votes: { [note]: 2 } })
    hall.do(helper, { type: 'castVotesFor', votes: { [note]: 1 } })
    const given = hall.state.votes
    hall.do(facilitator, { type: 'reveal' })
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.state.votes).toEqual({})
    hall.start('r1').start('dots')
    expect(hall.view(participant('person-1')).vote).toMatchObject({
      mine: { [note]: 2 },
      voters: 2,
      revealed: false,
    })
    hall.do(facilitator, { type: 'undoPhase' })
    hall.start('dots')
    expect(hall.state.votes).toEqual(given)
    hall.start('close').start('dots')
    expect(hall.state.votes).toEqual({})
    expect(replay(hall.begun, hall.log)).toEqual(hall.state)
  })

  it('[U2] leaves who came since where they sit, and records them in the round', () => {
    const hall = new PretendHall({ people: 8 }).start('r1').start('m1')
    const latecomer = hall.join()
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.state.rounds.at(-1)?.seats[latecomer]).toBe(hall.state.people[latecomer]?.table)
  })

  it('[U3] is refused when there is nothing to undo', () => {
    expect(new PretendHall().refusal(facilitator, { type: 'undoPhase' })).toBe('nothingToUndo')
  })
})
