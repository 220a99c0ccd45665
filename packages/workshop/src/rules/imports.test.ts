import { expect, it } from 'vitest'
import { facilitator, helper, participant, PretendHall, worldCafe } from '../pretendHall.ts'

const anna = participant('person-1')

function hallWithQuotes() {
  const session = worldCafe()
  const zone = {
    id: 'quotes',
    scope: 'programme',
    kind: 'import',
    title: 'Citat',
    color: 'paper',
    icon: 'list',
    max: 3,
  } as const
  const phases = session.phases.map((phase) =>
    phase.id === 'r1' ? { ...phase, zones: [...phase.zones, 'quotes'] } : phase,
  )
  return new PretendHall({ people: 2, session: { zones: [...session.zones, zone], phases } })
}

const line = (hall: PretendHall, text: string) => ({ id: hall.newOpId(), text })

it('[I1] puts lines up for everybody to read, before the meeting too, and lets nobody else write there', () => {
  const hall = hallWithQuotes()
  const notes = [line(hall, 'Bussen'), line(hall, 'Torget')]
  hall.do(facilitator, { type: 'importNotes', zone: 'quotes', notes })
  expect(hall.refusal(facilitator, { type: 'importNotes', zone: 'quotes', notes })).toBe('opIdTaken')
  expect(hall.refusal(facilitator, { type: 'importNotes', zone: 'works', notes })).toBe('zoneNotOpen')
  expect(hall.refusal(helper, { type: 'importNotes', zone: 'quotes', notes })).toBe('notYourRole')
  const more = [line(hall, 'Ett'), line(hall, 'Två')]
  expect(hall.refusal(facilitator, { type: 'importNotes', zone: 'quotes', notes: more })).toBe('zoneFull')
  hall.start('r1')
  expect(hall.view(anna).notes.map(({ text, table, mine }) => [text, table, mine])).toEqual([
    ['Bussen', 0, false],
    ['Torget', 0, false],
  ])
  expect(hall.refusal(anna, { type: 'addNote', zone: 'quotes', text: 'Jag med' })).toBe('zoneNotOpen')
})

it('[I2] takes an import back as one, sent in pieces too, and leaves the others', () => {
  const hall = hallWithQuotes().start('r1')
  const importId = hall.newOpId()
  hall.do(facilitator, { type: 'importNotes', zone: 'quotes', notes: [line(hall, 'Ett')], importId })
  hall.do(facilitator, { type: 'importNotes', zone: 'quotes', notes: [line(hall, 'Två')], importId })
  hall.do(facilitator, { type: 'importNotes', zone: 'quotes', notes: [line(hall, 'Kvar')] })
  hall.do(facilitator, { type: 'takeBackImport', importId })
  expect(hall.view(anna).notes.map(({ text }) => text)).toEqual(['Kvar'])
  expect(hall.refusal(facilitator, { type: 'takeBackImport', importId })).toBe('noteUnknown')
  const again = { type: 'importNotes' as const, zone: 'quotes', notes: [line(hall, 'Sent')], importId }
  expect(hall.refusal(facilitator, again)).toBe('opIdTaken')
})
