/** Addresses go past the engine: from the command into a table of their own, in the commit that logs that one was given. */
import type { Command, WorkshopState } from '@bordet/workshop'
import { contactsUntil, type Actor } from '@bordet/workshop/engine'
import type { Write } from '../storage/storage.ts'

/** `state`: with the command applied. */
export function contactWrites(
  command: Command,
  actor: Actor,
  state: WorkshopState,
  now: number,
): Pick<Write, 'contact' | 'keepContacts'> {
  const deleteAt = contactsUntil(state)
  if (command.type === 'keepContacts') return { keepContacts: { workshopId: state.id, deleteAt, now } }
  if (command.type !== 'giveContact') return {}
  const personId = actor.role === 'participant' ? actor.personId : (command.personId ?? null)
  return {
    contact: {
      workshopId: state.id,
      id: personId ?? command.opId,
      personId,
      email: command.email ?? null,
      postal: command.postal ?? null,
      language: command.language ?? state.language,
      via: actor.role === 'participant' ? 'phone' : 'paper',
      at: now,
      deleteAt,
    },
  }
}
