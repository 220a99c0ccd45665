import { expect, it } from 'vitest'
import { replay } from '../engine.ts'
import { reportVersions } from '../reportVersions.ts'
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
  expect(JSON.stringify({ ...hall.state, log: [], sortings: [] })).not.toContain(evenings)
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

const standsUnder = (hall: PretendHall, noteId: string) => hall.state.noteThemes[noteId] ?? []

it('[W6] have a name of their own, and two who take the code book at once get one set', () => {
  const { hall, theme } = hallWithCard()
  const homes = theme('Bostäder')
  const make = (name: string, themeId = hall.newOpId()) =>
    hall.refusal(facilitator, { type: 'setTheme', themeId, name })
  expect(make(' bostäder ')).toBe('themeTaken')
  expect(make('BOSTÄDER', homes)).toBeNull()
  const buses = theme('Buss')
  expect(make('Bostäder', buses)).toBe('themeTaken')
  const codebook = ['Bostäder', 'Fiber', 'Skola']
  for (const _ of ['one', 'other'])
    hall.do(facilitator, {
      type: 'addThemes',
      themes: codebook.map((name) => ({ themeId: hall.newOpId(), name })),
    })
  expect(hall.state.themes.map(({ name }) => name)).toEqual(['BOSTÄDER', 'Buss', 'Fiber', 'Skola'])
  expect(replay(hall.begun, hall.log)).toEqual(hall.state)
})

function hallWithCards() {
  const { hall, card, theme } = hallWithCard()
  const write = (text: string) => hall.do(anna, { type: 'addNote', zone: 'carry', text })
  const cards = [card, write('Bussen'), write('Macken')]
  const last = () => hall.log.at(-1)?.command.opId ?? ''
  const sort = (noteIds: string[], add: string[], remove: string[] = []) => {
    hall.do(facilitator, { type: 'sortNotes', noteIds, add, remove })
    return last()
  }
  const undo = (of: string) => hall.do(facilitator, { type: 'undoSorting', of: [of] })
  const refusal = (of: string) => hall.refusal(facilitator, { type: 'undoSorting', of: [of] })
  return { hall, theme, cards, last, sort, undo, refusal }
}

it('[W7] a sorting is undone for the notes that nobody has sorted otherwise since', () => {
  const { hall, theme, cards, sort, undo, refusal } = hallWithCards()
  const [homes, buses] = [theme('Bostäder'), theme('Buss')]
  const [first = '', second = '', third = ''] = cards
  sort(cards, [homes])
  const moved = sort([first, second], [buses], [homes])
  sort([second], [homes])
  undo(moved)
  expect(cards.map((id) => standsUnder(hall, id))).toEqual([[homes], [homes, buses], [homes]])
  expect(refusal(moved)).toBe('nothingToUndo')
  const again = sort([third], [buses])
  sort([third], [], [homes])
  expect(refusal(again)).toBe('sortedSince')
  expect(replay(hall.begun, hall.log)).toEqual(hall.state)
})

it('[W7] names, removals and merges are undone, with their places, notes and texts', () => {
  const { hall, theme, cards, last, sort, undo, refusal } = hallWithCards()
  const [homes, buses, fibre] = [theme('Bostäder'), theme('Buss'), theme('Fiber')]
  const [first = '', second = ''] = cards
  sort([first], [homes])
  sort([second], [homes, buses])
  hall.do(facilitator, { type: 'editReport', part: `theme:${homes}`, text: 'Små lägenheter.' })
  hall.do(facilitator, { type: 'editReport', part: `theme:${buses}`, text: 'Bussen.' })
  const { themes, noteThemes, report } = hall.state

  hall.do(facilitator, { type: 'setTheme', themeId: homes, name: 'Hus' })
  undo(last())
  hall.do(facilitator, { type: 'setTheme', themeId: homes, name: '' })
  expect(standsUnder(hall, first)).toEqual([])
  undo(last())
  hall.do(facilitator, { type: 'mergeThemes', themeId: homes, into: buses })
  undo(last())
  expect(hall.state).toMatchObject({ themes, noteThemes, report })
  expect(reportVersions(hall.log, { kind: 'text', part: `theme:${buses}` })[0]?.cells?.['text']).toBe(
    'Bussen.',
  )

  hall.do(facilitator, { type: 'setTheme', themeId: fibre, name: 'Internet' })
  const renamed = last()
  hall.do(facilitator, { type: 'setTheme', themeId: fibre, name: 'Nät' })
  expect(refusal(renamed)).toBe('sortedSince')
  expect(replay(hall.begun, hall.log)).toEqual(hall.state)
})

it('[W7] a theme that somebody has used since it was made stays, and so do dots that came along', () => {
  const { hall, theme, cards, last, sort, undo, refusal } = hallWithCards()
  hall.do(facilitator, {
    type: 'addThemes',
    themes: ['Buss', 'Fiber'].map((name) => ({ themeId: hall.newOpId(), name })),
  })
  const made = last()
  const [buses] = hall.state.themes
  sort(cards, [buses?.id ?? ''])
  undo(made)
  expect(hall.state.themes.map(({ name }) => name)).toEqual(['Buss'])
  const split = theme('Nattbuss')
  const [making, moving] = [last(), sort(cards, [split], [buses?.id ?? ''])]
  sort(cards.slice(0, 1), [], [split])
  hall.do(facilitator, { type: 'undoSorting', of: [moving, making] })
  expect(hall.state.themes.map(({ name }) => name)).toEqual(['Buss'])
  expect(cards.map((id) => standsUnder(hall, id).length)).toEqual([0, 1, 1])
  const homes = theme('Bostäder')
  hall.wait(1).start('dots').wait(1)
  hall.do(anna, { type: 'castVotes', votes: { [homes]: 1 } })
  hall.do(facilitator, { type: 'mergeThemes', themeId: homes, into: buses?.id ?? '' })
  expect(refusal(last())).toBe('mergeFinal')
})
