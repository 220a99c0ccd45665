import { expect, it } from 'vitest'
import { entrySchema } from '../entries.ts'
import { contactsUntil } from './contacts.ts'
import { facilitator, helper, organiser, participant, PretendHall, screen } from '../pretendHall.ts'

const anna = participant('person-1')
const email = 'anna@example.org'
const dayMs = 24 * 60 * 60_000

it('[D1] takes an address from the start until the day it is kept to, also from those who left', () => {
  const hall = new PretendHall({ people: 3 })
  expect(hall.refusal(anna, { type: 'giveContact', email })).toBe('workshopNotOpen')
  hall.start().do(anna, { type: 'giveContact', email })
  hall.do(helper, { type: 'giveContact', email })
  hall.do(helper, { type: 'giveContact', email, personId: 'person-2' })
  expect(hall.refusal(helper, { type: 'giveContact', email, personId: 'nobody' })).toBe('personUnknown')
  expect(hall.refusal(screen, { type: 'giveContact', email })).toBe('notYourRole')
  hall.do(facilitator, { type: 'removePerson', personId: 'person-1' })
  hall.do(facilitator, { type: 'close' })
  hall.do(anna, { type: 'giveContact' })
  expect(hall.view(anna).me.may).toContain('giveContact')
  hall.wait(91 * 24 * 60)
  expect(hall.refusal(anna, { type: 'giveContact', email })).toBe('workshopClosed')
})

it('[D2] logs that an address was given, and never which', () => {
  const hall = new PretendHall({ people: 1 }).start()
  hall.do(anna, { type: 'giveContact', email, postal: 'Anna Ek\nStorgatan 1' })
  expect(JSON.stringify([hall.log, hall.state, hall.view(facilitator)])).not.toMatch(/example|Storgatan/)
  const entry = entrySchema.parse({ opId: crypto.randomUUID(), type: 'giveContact', email })
  expect(entry).not.toHaveProperty('email')
})

it('[D3] keeps addresses for 90 days, or to the day that an organiser chooses, and no longer than people were told', () => {
  const hall = new PretendHall({ people: 1 })
  const keep = (until: number) => hall.refusal(organiser, { type: 'keepContacts', until })
  expect(contactsUntil(hall.state)).toBe(hall.state.startsAt + 90 * dayMs)
  expect(keep(hall.now)).toBe('dateWrong')
  expect(keep(hall.now + 800 * dayMs)).toBe('dateWrong')
  expect(keep(hall.now + 200 * dayMs)).toBeNull()
  hall.start()
  const until = hall.now + 5 * dayMs
  expect(hall.refusal(facilitator, { type: 'keepContacts', until })).toBe('notYourRole')
  expect(keep(until)).toBeNull()
  expect(hall.view(anna).contactsUntil).toBe(until)
  expect(keep(until + dayMs)).toBe('dateWrong')
})
