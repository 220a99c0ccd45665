/** Whom a mailing goes to: each address once, and where asked only those that no earlier mailing has reached. Pure. */
import type { ContactRow, MailRow } from '../storage/storage.ts'

export interface Recipients {
  /** Each address once, in the order they were given. */
  everybody: ContactRow[]
  /** Who have not had it: they asked later, or their mail was given up. */
  others: ContactRow[]
  /** To how many addresses it was handed over without an answer: it may be there, so they are not among the others. */
  unsure: number
  /** How many are tried again by itself. */
  waiting: number
}

export function findRecipients(contacts: readonly ContactRow[], mails: readonly MailRow[]): Recipients {
  const idsByAddress = new Map<string, string[]>()
  const first: { contact: ContactRow; address: string }[] = []
  for (const contact of contacts) {
    if (contact.email === null) continue
    // A slip of paper and a phone may have given the same address: that is one mail.
    const address = contact.email.toLowerCase()
    const ids = idsByAddress.get(address)
    if (ids) ids.push(contact.id)
    else {
      idsByAddress.set(address, [contact.id])
      first.push({ contact, address })
    }
  }
  const statesById = Map.groupBy(
    mails.map((mail) => [mail.contactId, stateOf(mail)] as const),
    ([id]) => id,
  )
  const stateOfAddress = (address: string): MailState => {
    const states = (idsByAddress.get(address) ?? []).flatMap((id) =>
      (statesById.get(id) ?? []).map(([, state]) => state),
    )
    return order.find((state) => states.includes(state)) ?? 'missing'
  }
  const inState = (state: MailState) => first.filter(({ address }) => stateOfAddress(address) === state)
  return {
    everybody: first.map(({ contact }) => contact),
    others: inState('missing').map(({ contact }) => contact),
    unsure: inState('unsure').length,
    waiting: inState('waiting').length,
  }
}

type MailState = 'sent' | 'waiting' | 'unsure' | 'missing'

/** Of several mails to one address the first of these tells. */
const order: readonly MailState[] = ['sent', 'waiting', 'unsure', 'missing']

function stateOf({ status, nextAt, reason }: MailRow): MailState {
  if (status === 'sent') return 'sent'
  if (status !== 'failed' || nextAt !== null) return 'waiting'
  return reason === 'unsure' ? 'unsure' : 'missing'
}
