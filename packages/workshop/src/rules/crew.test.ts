/** Several people who run one evening together. */
import { describe, expect, it } from 'vitest'
import { facilitator, helper, participant, PretendHall } from '../pretendHall.ts'

const anders = { ...helper, name: 'Anders' }

describe('two who steer', () => {
  it('[P6] do not skip a phase when both press at once', () => {
    const hall = new PretendHall({ people: 4 }).start('r1')
    hall.do(facilitator, { type: 'startPhase', from: 'r1' })
    const after = hall.view(facilitator).phase.id
    expect(hall.refusal(facilitator, { type: 'startPhase', from: 'r1' })).toBe('phaseMoved')
    expect(hall.view(facilitator).phase.id).toBe(after)
  })

  it('[P6] name nothing before the first phase', () => {
    const hall = new PretendHall()
    expect(hall.refusal(facilitator, { type: 'startPhase', from: 'r1' })).toBe('phaseMoved')
    hall.do(facilitator, { type: 'startPhase', from: null })
    expect(hall.refusal(facilitator, { type: 'startPhase', from: null })).toBe('phaseMoved')
  })
})

describe('a call for help', () => {
  it('[H1] is claimed by name, until it is done or somebody else takes it', () => {
    const hall = new PretendHall({ people: 4 }).start('r1')
    const table = () => hall.view(facilitator).tables[0]
    expect(hall.refusal(anders, { type: 'claimHelp', table: 1 })).toBe('helpNotAsked')
    const asking = participant(hall.join('', 1))
    hall.do(asking, { type: 'askHelp' })
    expect(table()?.helpBy).toBeNull()
    hall.do(anders, { type: 'claimHelp', table: 1 })
    hall.do(asking, { type: 'askHelp' })
    expect(table()?.helpBy).toBe('Anders')
    hall.do(facilitator, { type: 'claimHelp', table: 1 })
    expect(table()?.helpBy).toBe('')
    hall.do(anders, { type: 'helpDone', table: 1 })
    expect(table()).toMatchObject({ helpAt: null, helpBy: null })
  })
})

describe('people who belong together or stay', () => {
  it('[S10] are let go again', () => {
    const hall = new PretendHall({ people: 3 })
    hall.do(helper, { type: 'keepTogether', personIds: ['person-1', 'person-2'] })
    hall.do(helper, { type: 'moveAlone', personId: 'person-1' })
    expect(hall.view(helper).people?.map(({ group }) => group)).toEqual([null, null, null])
    hall.do(helper, { type: 'staySeated', personId: 'person-1' })
    hall.do(helper, { type: 'staySeated', personId: 'person-1', stays: false })
    expect(hall.view(helper).people?.[0]?.stays).toBe(false)
    const own = participant('person-2')
    expect(hall.refusal(own, { type: 'staySeated', stays: false })).toBe('notYourRole')
  })
})

describe('reported notes', () => {
  it('[N9] are gone from the list once kept, and come back with another report', () => {
    const hall = new PretendHall({ people: 3 }).start('r1')
    const own = participant('person-1')
    const noteId = hall.do(own, { type: 'addNote', zone: 'works', text: 'Ring 070-123 45 67' })
    hall.do(participant('person-2'), { type: 'reportNote', noteId })
    expect(hall.view(facilitator).reports).toEqual([{ noteId, count: 1 }])
    hall.do(facilitator, { type: 'keepNote', noteId })
    expect(hall.view(facilitator).reports).toEqual([])
    hall.do(participant('person-3'), { type: 'reportNote', noteId })
    expect(hall.view(facilitator).reports).toEqual([{ noteId, count: 2 }])
    expect(hall.refusal(facilitator, { type: 'keepNote', noteId: 'nope' })).toBe('noteUnknown')
  })
})
