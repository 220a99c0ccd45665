import { expect, it } from 'vitest'
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
  hall.do(facilitator, { type: 'setTheme', themeId: late, name: '' })
  expect(hall.view(anna).vote?.mine).toEqual({ [homes]: 2 })
})

it('[V6] leave a vote on notes alone that has begun', () => {
  const { hall, card, theme } = hallWithCard()
  hall.wait(1).start('dots').wait(1)
  hall.do(anna, { type: 'castVotes', votes: { [card]: 1 } })
  theme('Bostäder')
  expect(hall.view(anna).vote).toMatchObject({ targets: [{ noteId: card }], mine: { [card]: 1 } })
})
