/** Who gets a mail of a mailing: each address once, however many people or slips of paper gave it. Pure. */
import { addressKey } from '../addressKey.ts'
import type { ContactRow, MailingRow, MailRow } from '../storage/storage.ts'

type Reachable = ContactRow & { email: string }

/** Those with the same address together, first given first in both; without those who gave none. */
export function groupByAddress(contacts: readonly ContactRow[]): [Reachable, ...Reachable[]][] {
  const groups = new Map<string, [Reachable, ...Reachable[]]>()
  for (const contact of contacts) {
    if (!hasEmail(contact)) continue
    const key = addressKey(contact.email)
    const group = groups.get(key)
    if (group) group.push(contact)
    else groups.set(key, [contact])
  }
  return [...groups.values()]
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
