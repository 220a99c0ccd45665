import { expect, it } from 'vitest'
import { replay } from '../engine.ts'
import { facilitator, helper, participant, PretendHall } from '../pretendHall.ts'

const anna = participant('person-1')

function hallWithCard() {
  const hall = new PretendHall({ people: 2 }).start('tableharvest')
  const card = hall.do(anna, { type: 'addNote', zone: 'carry', text: 'Fibern' })
  const theme = (name: string, themeId = hall.newOpId()) => {
    hall.do(facilitator, { type: 'setTheme', themeId, name })
    return themeId
  }
  return { hall, card, theme }
}

it('[W1] [W2] are made, renamed, given to notes and taken away', () => {
  const { hall, card, theme } = hallWithCard()
  const homes = theme('Bostad')
  const buses = theme('Buss')
  theme('Bostäder', homes)
  hall.do(facilitator, { type: 'assignTheme', noteId: card, themeIds: [buses, homes, homes] })
  expect(hall.view(helper).themes).toEqual([
    { themeId: homes, name: 'Bostäder', notes: 1 },
    { themeId: buses, name: 'Buss', notes: 1 },
  ])
  expect(hall.view(anna).themes).toBeNull()
  expect(hall.refusal(facilitator, { type: 'assignTheme', noteId: card, themeIds: ['none'] })).toBe(
    'themeUnknown',
  )
  expect(hall.refusal(facilitator, { type: 'assignTheme', noteId: 'none', themeIds: [] })).toBe('noteUnknown')
  expect(hall.refusal(facilitator, { type: 'setTheme', themeId: hall.newOpId(), name: '' })).toBe(
    'themeUnknown',
  )
  hall.do(facilitator, { type: 'setTheme', themeId: buses, name: '' })
  hall.do(facilitator, { type: 'setTheme', themeId: homes, name: '' })
  expect(hall.state).toMatchObject({ themes: [], noteThemes: {} })
})

it('[V6] [V3] are what one gives dots to, where there were any when the vote began', () => {
  const { hall, card, theme } = hallWithCard()
  const homes = theme('Bostäder')
  hall.wait(1).start('dots').wait(1)
  const late = theme('Sent')
  expect(hall.view(anna).vote?.targets.map(({ text }) => text)).toEqual(['Bostäder', 'Sent'])
  expect(hall.refusal(anna, { type: 'castVotes', votes: { [card]: 1 } })).toBe('voteTargetUnknown')
  hall.do(anna, { type: 'castVotes', votes: { [homes]: 2, [late]: 1 } })
  expect(hall.view(anna).vote?.mine).toEqual({ [homes]: 2, [late]: 1 })
})

it('[W1] stay while anybody gave them dots or put them in order', () => {
  const { hall, theme } = hallWithCard()
  const [homes, buses, free] = [theme('Bostäder'), theme('Buss'), theme('Fritid')]
  hall.wait(1).start('dots').wait(1)
  hall.do(anna, { type: 'castVotes', votes: { [homes]: 2 } })
  const remove = (themeId: string) => hall.refusal(facilitator, { type: 'setTheme', themeId, name: '' })
  expect(remove(homes)).toBe('themeChosen')
  hall.do(facilitator, { type: 'undoPhase' })
  expect(remove(homes)).toBe('themeChosen')
  hall.start('dots')
  hall.do(anna, { type: 'castVotes', votes: {} })
  expect(remove(homes)).toBeNull()
  hall.state = { ...hall.state, orders: { dots: { 'person-1': [buses] } } }
  expect([remove(buses), remove(free)]).toEqual(['themeChosen', null])
})

it('[W5] bring dots and places in orders along when they are merged, on paper and by phone', () => {
  const { hall, theme } = hallWithCard()
  const [homes, evenings, buses] = [theme('Bostäder'), theme('Buss kvällar'), theme('Buss')]
  hall.wait(1).start('dots').wait(1)
  const ben = participant('person-2')
  hall.do(anna, { type: 'castVotes', votes: { [evenings]: 2, [buses]: 1 } })
  hall.do(ben, { type: 'castVotes', votes: { [homes]: 1, [evenings]: 1 } })
  hall.do(helper, { type: 'castVotesFor', votes: { [evenings]: 30, [buses]: 20 }, people: 20 })
  hall.do(helper, { type: 'castVotesFor', votes: { [evenings]: 3 } })
  const orders = { dots: { 'person-1': [evenings, homes, buses], 'person-2': [homes, buses] } }
  hall.state = { ...hall.state, orders }
  hall.do(facilitator, { type: 'mergeThemes', themeId: evenings, into: buses })
  expect(hall.view(anna).vote?.mine).toEqual({ [buses]: 3 })
  expect(hall.state.votes).toEqual({
    'person-1': { [buses]: 3 },
    'person-2': { [homes]: 1, [buses]: 1 },
    'paper:1x20': { [buses]: 50 },
    'paper:2': { [buses]: 3 },
  })
  expect(hall.state.orders['dots']).toEqual({ 'person-1': [buses, homes], 'person-2': [homes, buses] })
  // Nobody came above the budget, so each may still give all of theirs anew.
  hall.do(anna, { type: 'castVotes', votes: hall.state.votes['person-1'] ?? {} })
  hall.do(facilitator, { type: 'reveal' })
  expect(hall.view(anna).vote?.targets).toMatchObject([
    { text: 'Bostäder', dots: 1, paper: 0 },
    { text: 'Buss', dots: 57, paper: 53 },
  ])
  expect(hall.refusal(anna, { type: 'score', scores: { [buses]: [1] } })).not.toBeNull()
})

it('[W5] [U1] [U4] an undo brings dots back under the theme that is left, an undone vote and the log too', () => {
  const { hall, theme } = hallWithCard()
  const [evenings, buses] = [theme('Buss kvällar'), theme('Buss')]
  hall.wait(1).start('dots').wait(1)
  hall.do(anna, { type: 'castVotes', votes: { [evenings]: 2, [buses]: 1 } })
  hall.do(facilitator, { type: 'reveal' })
  hall.wait(9).start().wait(1).start('dots')
  hall.do(anna, { type: 'castVotes', votes: { [evenings]: 1 } })
  hall.do(facilitator, { type: 'mergeThemes', themeId: evenings, into: buses })
  hall.do(facilitator, { type: 'undoPhase' })
  expect(hall.state.votes).toEqual({ 'person-1': { [buses]: 3 } })
  expect(hall.state.undoneVotes).toEqual({ dots: { 'person-1': { [buses]: 1 } } })
  hall.start('dots')
  expect(hall.view(anna).vote?.mine).toEqual({ [buses]: 1 })
  expect(JSON.stringify({ ...hall.state, log: [] })).not.toContain(evenings)
  expect(replay(hall.begun, hall.log)).toEqual(hall.state)
})

it('[W5] [V6] a vote that began with themes goes on with them when the last of these is merged into a newer one', () => {
  const { hall, theme } = hallWithCard()
  const old = theme('Buss')
  hall.wait(1).start('dots').wait(1)
  const late = theme('Buss kvällar')
  hall.do(anna, { type: 'castVotes', votes: { [old]: 2 } })
  hall.do(facilitator, { type: 'mergeThemes', themeId: old, into: late })
  expect(hall.view(anna).vote?.targets.map(({ text }) => text)).toEqual(['Buss kvällar'])
  expect(hall.view(anna).vote?.mine).toEqual({ [late]: 2 })
})

it('[V6] leave a vote on notes alone that has begun', () => {
  const { hall, card, theme } = hallWithCard()
  hall.wait(1).start('dots').wait(1)
  hall.do(anna, { type: 'castVotes', votes: { [card]: 1 } })
  theme('Bostäder')
  expect(hall.view(anna).vote).toMatchObject({ targets: [{ noteId: card }], mine: { [card]: 1 } })
})
