/** Who gets a mail of a mailing: each address once, however many people or slips of paper gave it. Pure. */
import { addressKey } from '../addressKey.ts'
import type { ContactRow, MailingRow, MailRow } from '../storage/storage.ts'

type Reachable = ContactRow & { email: string }

/** Those with the same address together, first given first in both; without those who gave none. */
export function groupByAddress(contacts: readonly ContactRow[]): Group[] {
  const groups = new Map<string, Group>()
  for (const contact of contacts) {
    if (!hasEmail(contact)) continue
    const key = addressKey(contact.email)
    const group = groups.get(key)
    if (group) group.push(contact)
    else groups.set(key, [contact])
  }
  return [...groups.values()]
}

export type Group = [Reachable, ...Reachable[]]

export interface Recipients {
  /** Those of each address, in the order they were given. */
  everybody: Group[]
  /** Who have not had it: they asked later, or their mail was given up. */
  others: Group[]
  /** To how many addresses it was handed over without an answer: it may be there, so they are not among the others. */
  unsure: number
  /** How many are tried again by themselves. */
  waiting: number
}

/** Whom a mailing goes to, and where asked only those that no earlier mailing has reached. */
export function findRecipients(contacts: readonly ContactRow[], mails: readonly MailRow[]): Recipients {
  const everybody = groupByAddress(contacts)
  const statesById = Map.groupBy(
    mails.flatMap((mail) => [mail.contactId, ...mail.also].map((id) => [id, stateOf(mail)] as const)),
    ([id]) => id,
  )
  const stateOfGroup = (group: Group): MailState => {
    const states = new Set(group.flatMap(({ id }) => (statesById.get(id) ?? []).map(([, state]) => state)))
    return order.find((state) => states.has(state)) ?? 'missing'
  }
  const inState = (state: MailState) => everybody.filter((group) => stateOfGroup(group) === state)
  return {
    everybody,
    others: inState('missing'),
    unsure: inState('unsure').length,
    waiting: inState('waiting').length,
  }
}

/** Whether another mailing has brought it to the same people, or is about to. */
export function hasReached(mail: MailRow, all: readonly MailRow[]): boolean {
  const ids = new Set([mail.contactId, ...mail.also])
  return all.some(
    (other) =>
      other.mailingId !== mail.mailingId &&
      ['sent', 'waiting'].includes(stateOf(other)) &&
      [other.contactId, ...other.also].some((id) => ids.has(id)),
  )
}

type MailState = 'sent' | 'waiting' | 'unsure' | 'missing'

/** Of several mails to one address the first of these tells. */
const order: readonly MailState[] = ['sent', 'waiting', 'unsure', 'missing']

function stateOf({ status, nextAt, reason }: MailRow): MailState {
  if (status === 'sent') return 'sent'
  if (status !== 'failed' || nextAt !== null) return 'waiting'
  return reason === 'unsure' ? 'unsure' : 'missing'
}

/**
 * Where a mail goes now: the one it was made for, or another who had given the same address before the mailing began,
 * when the first one is gone or has another address by now. Null: nobody is left.
 */
export function recipientOf(
  { contactId, also }: MailRow,
  { at }: MailingRow,
  contacts: readonly ContactRow[],
): Reachable | null {
  const theirs = [contactId, ...also].flatMap((id) => contacts.filter((contact) => contact.id === id))
  const reachable = theirs.filter(hasEmail)
  return reachable.find((contact) => contact.at <= at) ?? reachable.find(({ id }) => id === contactId) ?? null
}

/**
 * The mail of the mailing that went to this address already: to somebody who had it by then, though not when the mailing
 * was made. Null: none did.
 */
export function wentThere(
  { email }: Reachable,
  mail: MailRow,
  { contacts, mails }: { contacts: readonly ContactRow[]; mails: readonly MailRow[] },
): MailRow | null {
  const key = addressKey(email)
  const same = contacts.filter((contact) => hasEmail(contact) && addressKey(contact.email) === key)
  const went = mails.find(
    ({ contactId, also, status, reason, changedAt }) =>
      contactId !== mail.contactId &&
      (status === 'sent' || reason === 'unsure') &&
      same.some(({ id, at }) => [contactId, ...also].includes(id) && at <= changedAt),
  )
  return went ?? null
}

function hasEmail(contact: ContactRow): contact is Reachable {
  return contact.email !== null
}
