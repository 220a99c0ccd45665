/**
 * Who wants the harvest sent. The engine judges who may say so and when; the address itself goes past it, into a table
 * of the server's own. Rules [D…] of SPEC.md.
 */
import { personById, refuse, type Handler, type Moment } from '../handler.ts'
import type { Refusal } from '../refusals.ts'
import type { WorkshopState } from '../state.ts'

const dayMs = 24 * 60 * 60_000
/** Long enough for a harvest that is published in a week and followed up in a season. */
const keptDays = 90
const mostDays = 730

/** From the start of the meeting until the addresses are gone: also after the close, when most remember. */
export const giveContact: Handler<'giveContact'> = {
  moment: (moment) => whileKept(moment),
  apply({ state, actor }, { personId: other }) {
    const personId = actor.role === 'participant' ? actor.personId : (other ?? null)
    const isUnknown = personId !== null && !personById(state, personId)
    return isUnknown || (personId === null && actor.role === 'participant')
      ? refuse('personUnknown')
      : { state }
  },
}

export const keepContacts: Handler<'keepContacts'> = {
  moment: () => null,
  apply({ state, now }, { until }) {
    const isInTime = until > now && until <= state.startsAt + mostDays * dayMs
    // Those who gave theirs were told a day: it may come sooner, and not later.
    const isPromised = state.status === 'planned' || until <= contactsUntil(state)
    return isInTime && isPromised ? { state: { ...state, contactsUntil: until } } : refuse('dateWrong')
  },
}

/** When addresses delete themselves: epoch milliseconds. */
export function contactsUntil({
  contactsUntil: chosen,
  startsAt,
}: Pick<WorkshopState, 'contactsUntil' | 'startsAt'>): number {
  return chosen ?? startsAt + keptDays * dayMs
}

function whileKept({ state, now }: Moment): Refusal | null {
  if (state.status === 'planned') return 'workshopNotOpen'
  return contactsUntil(state) <= now ? 'workshopClosed' : null
}
