import fc from 'fast-check'
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

  it('[V1] counts nothing that was chosen for another phase and sent late', () => {
    const { hall, idea } = openVote()
    const votes = { [idea]: 1 }
    expect(hall.refusal(anna, { type: 'castVotes', votes, phaseId: 'r1' })).toBe('votingClosed')
    hall.do(anna, { type: 'castVotes', votes, phaseId: 'dots' })
    expect(hall.view(anna).vote?.mine).toEqual(votes)
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

describe('castVotesFor', () => {
  it('[V2] [V4] takes one voter a sheet, or a flip chart with the dots of many, and corrects them', () => {
    const { hall, card, idea } = openVote()
    const paper = { type: 'castVotesFor' } as const
    expect(hall.refusal(helper, { ...paper, votes: { [idea]: 4 } })).toBe('tooManyVotes')
    hall.do(helper, { ...paper, votes: { [idea]: 2 } })
    expect(hall.refusal(helper, { ...paper, votes: { [card]: 31 }, people: 10 })).toBe('tooManyVotes')
    hall.do(helper, { ...paper, votes: { [card]: 28, [idea]: 2 }, people: 10 })
    expect(hall.view(helper).vote).toMatchObject({
      voters: 11,
      paperDots: 32,
      sheets: [
        { number: 1, people: 1, votes: { [idea]: 2 } },
        { number: 2, people: 10, votes: { [card]: 28, [idea]: 2 } },
      ],
    })
    expect(hall.view(anna).vote?.sheets).toBeNull()
    expect(hall.refusal(helper, { ...paper, votes: {}, sheet: 3 })).toBe('sheetUnknown')
    hall.do(helper, { ...paper, votes: { [card]: 8 }, sheet: 2, people: 4 })
    hall.do(helper, { ...paper, votes: {}, sheet: 1 })
    hall.do(anna, { type: 'castVotes', votes: { [card]: 1 } })
    hall.do(helper, { ...paper, votes: { [idea]: 1 } })
    hall.do(facilitator, { type: 'reveal' })
    expect(hall.view(screen).vote).toMatchObject({
      voters: 6,
      targets: [
        { noteId: idea, dots: 1, paper: 1 },
        { noteId: card, dots: 9, paper: 8 },
      ],
    })
    expect(hall.view(helper).vote?.sheets?.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  it('[V2] never counts more dots than all voters together have, nor fewer than were given', () => {
    const casting = fc.record({
      who: fc.nat(3),
      dots: fc.tuple(fc.nat(4), fc.nat(4)),
      people: fc.integer({ min: 1, max: 3 }),
      sheet: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(casting, { maxLength: 25 }), (castings) => {
        const { hall, card, idea } = openVote()
        for (const { who, dots, people, sheet } of castings) {
          const votes = { [card]: dots[0], [idea]: dots[1] }
          if (who < 2) hall.ask(participant(`person-${who + 1}`), { type: 'castVotes', votes })
          else
            hall.ask(helper, {
              type: 'castVotesFor',
              votes,
              people,
              ...(sheet === undefined ? {} : { sheet }),
            })
        }
        const given = Object.values(hall.state.votes).flatMap((ballot) => Object.values(ballot))
        hall.do(facilitator, { type: 'reveal' })
        const { targets = [], voters = 0, paperDots } = hall.view(screen).vote ?? {}
        const sum = targets.reduce((total, { dots }) => total + (dots ?? 0), 0)
        expect(sum).toBe(given.reduce((total, dots) => total + dots, 0))
        expect(sum).toBeLessThanOrEqual(3 * voters)
        expect(targets.reduce((total, { paper }) => total + (paper ?? 0), 0)).toBe(paperDots)
      }),
      { numRuns: 60 },
    )
  })

  it('[V3] gives a person the dots on a hidden note back', () => {
    const { hall, card, idea } = openVote()
    hall.do(anna, { type: 'castVotes', votes: { [card]: 2, [idea]: 1 } })
    hall.do(facilitator, { type: 'hideNote', noteId: card, hidden: true })
    expect(hall.view(anna).vote?.mine).toEqual({ [idea]: 1 })
    expect(hall.refusal(anna, { type: 'castVotes', votes: { [idea]: 3 } })).toBeNull()
  })
})

describe('two votes in one evening', () => {
  it('[V7] keep what each came to, over undo and a second start', () => {
    const { session } = new PretendHall({ people: 1 }).state
    const again = session.phases
      .filter(({ kind }) => kind === 'vote')
      .map((vote) => ({ ...vote, id: 'again' }))
    const hall = new PretendHall({
      people: 2,
      session: { ...session, phases: [...session.phases, ...again] },
    })
    hall.start('tableharvest')
    const idea = hall.do(helper, { type: 'addNoteFor', table: 0, zone: 'wall', text: 'Mötesplatsen' })
    hall.start('dots')
    hall.do(anna, { type: 'castVotes', votes: { [idea]: 2 } })
    hall.do(facilitator, { type: 'reveal' })
    const first = { dots: { votes: { 'person-1': { [idea]: 2 } }, revealed: true } }
    hall.start('again')
    expect(hall.state).toMatchObject({ votes: {}, votesRevealed: false, pastVotes: first })
    hall.do(anna, { type: 'castVotes', votes: { [idea]: 1 } })
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.state).toMatchObject({ votes: first.dots.votes, votesRevealed: true })
    expect(hall.state.pastVotes).toEqual({})
    hall.start('again')
    expect(hall.state).toMatchObject({ votes: { 'person-1': { [idea]: 1 } }, pastVotes: first })
    hall.start('dots')
    expect(Object.keys(hall.state.pastVotes)).toEqual(['again'])
    expect(hall.state.votes).toEqual({})
  })
})
