/** Yes or no to what a phase asks, each person once, counted without names. Rules [Y…] of SPEC.md. */
import {
  entryOf,
  isOfOtherPhase,
  phaseNow,
  presentPerson,
  refuse,
  whilePresent,
  type Handler,
} from '../handler.ts'

export const giveConsent: Handler<'giveConsent'> = {
  moment(moment) {
    const { phase, status } = phaseNow(moment.state, moment.now)
    const isAsked = phase.kind === 'consent' && status !== 'waiting'
    return whilePresent(moment) ?? (isAsked ? null : 'consentClosed')
  },
  apply(applying, { agrees, personId: other, phaseId }) {
    const { state, actor, now } = applying
    if (isOfOtherPhase(applying, phaseId)) return refuse('consentClosed')
    const { phase } = phaseNow(state, now)
    const personId = actor.role === 'participant' ? actor.personId : (other ?? null)
    if (personId === null || !presentPerson(state, personId)) return refuse('personUnknown')
    const given = { ...entryOf(state.consents, phase.id), [personId]: agrees }
    return { state: { ...state, consents: { ...state.consents, [phase.id]: given } } }
  },
}

/** Also those who have left since: what they said was said. */
export function countConsent(given: Readonly<Record<string, boolean>> | undefined): {
  yes: number
  no: number
} {
  const answers = Object.values(given ?? {})
  const yes = answers.filter(Boolean).length
  return { yes, no: answers.length - yes }
}
