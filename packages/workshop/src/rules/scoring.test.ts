import fc from 'fast-check'
import { expect, it } from 'vitest'
import { facilitator, helper, participant, PretendHall, screen, worldCafe } from '../pretendHall.ts'
import { sumScores } from './scoring.ts'

const anna = participant('person-1')
const bo = participant('person-2')

/** The vote also asks for numbers; so does a round of its own. */
function hallThatScores() {
  const session = worldCafe()
  const zone = {
    id: 'score',
    scope: 'hall',
    kind: 'scoring',
    title: 'Val',
    criteria: ['Gör skillnad', 'Går att göra'],
    color: 'sky',
    icon: 'chart',
  } as const
  const phases = session.phases.map((phase) =>
    phase.id === 'dots' || phase.id === 'tableharvest'
      ? { ...phase, zones: [...phase.zones, 'score'] }
      : phase,
  )
  const hall = new PretendHall({ people: 3, session: { zones: [...session.zones, zone], phases } })
  hall.start('tableharvest')
  const write = (text: string) => hall.do(helper, { type: 'addNoteFor', table: 0, zone: 'wall', text })
  return { hall, a: write('A'), b: write('B') }
}

it('[X1] takes a number for each criterion, replaces what was given, and refuses what fits nothing', () => {
  const { hall, a, b } = hallThatScores()
  hall.start('dots')
  expect(hall.view(anna).scoring?.items.map(({ text }) => text)).toEqual(['A', 'B'])
  hall.do(anna, { type: 'score', scores: { [a]: [5, 1] } })
  hall.do(anna, { type: 'score', scores: { [a]: [5, 3], [b]: [0, 0] } })
  expect(hall.view(anna).own?.scores).toEqual({ [a]: [5, 3] })
  expect(hall.view(bo).own?.scores).toEqual({})
  expect(hall.refusal(anna, { type: 'score', scores: { [a]: [5] } })).toBe('voteTargetUnknown')
  expect(hall.refusal(anna, { type: 'score', scores: { nothing: [5, 3] } })).toBe('voteTargetUnknown')
  hall.do(facilitator, { type: 'pause' })
  expect(hall.refusal(anna, { type: 'score', scores: {} })).toBe('phasePaused')
  hall.do(facilitator, { type: 'resume' })
  hall.do(facilitator, { type: 'endPhase' })
  expect(hall.refusal(anna, { type: 'score', scores: {} })).toBe('scoringClosed')
  hall.do(helper, { type: 'score', scores: { [b]: [2, 2] }, personId: 'person-2' })
  expect(hall.view(bo).own?.scores).toEqual({ [b]: [2, 2] })
  hall.do(facilitator, { type: 'reveal' })
  expect(hall.refusal(helper, { type: 'score', scores: {}, personId: 'person-2' })).toBe('scoringClosed')
})

it('[X2] shows means with the dots, highest first, and to nobody before', () => {
  const { hall, a, b } = hallThatScores()
  hall.start('dots')
  hall.do(anna, { type: 'score', scores: { [a]: [1, 2], [b]: [4, 0] } })
  hall.do(bo, { type: 'score', scores: { [b]: [5, 3] } })
  for (const actor of [anna, facilitator, screen])
    expect(hall.view(actor).scoring?.items.map(({ result }) => result)).toEqual([null, null])
  expect(hall.view(anna).scoring?.people).toBeNull()
  expect(hall.view(screen).scoring?.people).toBe(2)
  hall.do(facilitator, { type: 'reveal' })
  expect(hall.view(anna).scoring).toMatchObject({
    revealed: true,
    people: 2,
    items: [
      { noteId: b, result: { means: [4.5, 3], mean: 4, people: 2 } },
      { noteId: a, result: { means: [1, 2], mean: 1.5, people: 1 } },
    ],
  })
})

it('every mean lies between the least and the most that was given', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(fc.record({ a: numbers, b: numbers }, { requiredKeys: [] })), (scores) => {
      for (const { id, means, mean } of sumScores(['a', 'b', 'c'], 3, scores)) {
        const given = scores.flatMap((own) => (id === 'c' ? [] : (own[id === 'a' ? 'a' : 'b'] ?? [])))
        const counted = given.filter((number) => number > 0)
        expect(mean === null).toBe(counted.length === 0)
        for (const one of [mean, ...means].filter((value) => value !== null)) {
          expect(one).toBeGreaterThanOrEqual(Math.min(...counted))
          expect(one).toBeLessThanOrEqual(Math.max(...counted))
        }
      }
    }),
  )
})
