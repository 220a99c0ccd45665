import { describe, expect, it } from 'vitest'
import { facilitator, helper, participant, PretendHall, screen } from '../pretendHall.ts'

const anna = participant('person-1')

/** A vote that runs, about one idea on the wall and one card of a table. */
function openVote() {
  const hall = new PretendHall({ people: 2 }).start('tableharvest')
  const card = hall.do(anna, { type: 'addNote', zone: 'carry', text: 'Fibern' })
  const idea = hall.do(helper, { type: 'addNoteFor', table: 0, zone: 'wall', text: 'Mötesplatsen' })
  const question = hall.do(helper, { type: 'addNoteFor', table: 0, zone: 'askmun', text: 'När?' })
  hall.start('dots')
  return { hall, card, idea, question }
}

describe('castVotes', () => {
  it('[V2] [V4] keeps to the budget and replaces what was given before', () => {
    const { hall, card, idea } = openVote()
    expect(hall.refusal(anna, { type: 'castVotes', votes: { [card]: 2, [idea]: 2 } })).toBe('tooManyVotes')
    hall.do(anna, { type: 'castVotes', votes: { [card]: 2, [idea]: 1 } })
    hall.do(anna, { type: 'castVotes', votes: { [card]: 0, [idea]: 3 } })
    expect(hall.view(anna).vote?.mine).toEqual({ [idea]: 3 })
  })

  it('[V3] takes the wall and what the tables carry to it, while it stands', () => {
    const { hall, card, idea, question } = openVote()
    expect(hall.view(anna).vote?.targets.map(({ noteId }) => noteId)).toEqual([idea, card])
    expect(hall.refusal(anna, { type: 'castVotes', votes: { [question]: 1 } })).toBe('voteTargetUnknown')
    hall.do(facilitator, { type: 'hideNote', noteId: card, hidden: true })
    expect(hall.refusal(anna, { type: 'castVotes', votes: { [card]: 1 } })).toBe('voteTargetUnknown')
  })

  it('[V1] waits in a pause, and ends with the time or the reveal', () => {
    const { hall, idea } = openVote()
    const vote = { type: 'castVotes', votes: { [idea]: 1 } } as const
    hall.do(facilitator, { type: 'pause' })
    expect(hall.refusal(anna, vote)).toBe('phasePaused')
    hall.do(facilitator, { type: 'resume' })
    hall.wait(5)
    expect(hall.refusal(anna, vote)).toBe('votingClosed')
    expect(hall.refusal(helper, { ...vote, type: 'castVotesFor' })).toBeNull()
    hall.do(facilitator, { type: 'extend', minutes: 2 })
    hall.do(facilitator, { type: 'reveal' })
    expect(hall.refusal(anna, vote)).toBe('votingClosed')
    expect(hall.refusal(helper, { ...vote, type: 'castVotesFor' })).toBe('votingClosed')
  })

  it('[V5] shows sums to nobody before they are revealed, then to everybody', () => {
    const { hall, idea } = openVote()
    hall.do(anna, { type: 'castVotes', votes: { [idea]: 2 } })
    hall.do(helper, { type: 'castVotesFor', votes: { [idea]: 3 } })
    hall.do(helper, { type: 'castVotesFor', votes: { [idea]: 1 } })
    const dots = () => hall.view(screen).vote?.targets.find(({ noteId }) => noteId === idea)?.dots
    expect(hall.view(facilitator).vote).toMatchObject({ voters: 3, revealed: false })
    expect(dots()).toBeNull()
    hall.do(facilitator, { type: 'reveal' })
    expect(dots()).toBe(6)
    expect(hall.start('groupsup').view(screen).vote).toBeNull()
  })
})
