import { expect, it } from 'vitest'
import { facilitator, participant, PretendHall, screen, worldCafe } from '../pretendHall.ts'

const anna = participant('person-1')

function hallThatAsks() {
  const session = worldCafe()
  const phases = session.phases.map((phase) =>
    phase.id === 'r1' ? { ...phase, kind: 'consent' as const } : phase,
  )
  return new PretendHall({ people: 3, session: { ...session, phases } })
}

it('[Y1] [Y2] counts yes and no without names, each person once, and tells all when time is out', () => {
  const hall = hallThatAsks().start()
  expect(hall.refusal(anna, { type: 'giveConsent', agrees: true })).toBe('consentClosed')
  hall.start('r1')
  hall.do(anna, { type: 'giveConsent', agrees: true })
  hall.do(anna, { type: 'giveConsent', agrees: false })
  hall.do(facilitator, { type: 'giveConsent', agrees: true, personId: 'person-2' })
  expect(hall.view(anna)).toMatchObject({ own: { agrees: false }, consent: { answered: 2, counts: null } })
  expect(hall.view(screen).consent).toEqual({ answered: 2, counts: null })
  expect(hall.view(facilitator).consent).toEqual({ answered: 2, counts: { yes: 1, no: 1 } })
  hall.do(facilitator, { type: 'endPhase' })
  expect(hall.view(screen).consent).toEqual({ answered: 2, counts: { yes: 1, no: 1 } })
  expect(hall.start('tableharvest').view(screen).consent).toBeNull()
})
