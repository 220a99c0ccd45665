import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ContactRow, MailRow } from '../storage/storage.ts'
import { findRecipients } from './recipients.ts'

const contact = (id: string, email: string | null): ContactRow => ({
  workshopId: 'w1',
  id,
  personId: null,
  email,
  postal: null,
  language: 'sv',
  via: 'phone',
  at: 0,
  deleteAt: 9_000,
})

type Outcome = 'sent' | 'queued' | 'triedAgain' | 'unsure' | 'givenUp'

const mail = (contactId: string, outcome: Outcome): MailRow => ({
  mailingId: 'm1',
  contactId,
  also: [],
  messageId: '',
  unsubscribeHash: '',
  status: outcome === 'sent' || outcome === 'queued' ? outcome : 'failed',
  tries: 1,
  changedAt: 0,
  nextAt: outcome === 'queued' || outcome === 'triedAgain' ? 5 : null,
  reason: outcome === 'unsure' ? 'unsure' : outcome === 'givenUp' ? 'addressRefused' : null,
  smtpCode: null,
})

it('finds who asked later or was given up, and counts who may have had it or is tried again', () => {
  const contacts = [
    contact('anna', 'anna@example.org'),
    contact('bo', 'bo@example.org'),
    contact('cia', 'cia@example.org'),
    contact('dan', 'dan@example.org'),
    contact('eva', 'eva@example.org'),
    contact('post', null),
  ]
  const mails = [
    mail('anna', 'sent'),
    mail('bo', 'givenUp'),
    mail('cia', 'unsure'),
    mail('dan', 'triedAgain'),
  ]
  const found = findRecipients(contacts, mails)
  expect(found.everybody.map(([{ id }]) => id)).toEqual(['anna', 'bo', 'cia', 'dan', 'eva'])
  expect(found.others.map(([{ id }]) => id)).toEqual(['bo', 'eva'])
  expect(found).toMatchObject({ unsure: 1, waiting: 1 })
})

it('writes once to an address that was given twice, whoever of the two has had it', () => {
  const contacts = [contact('phone', 'Anna@Example.org'), contact('paper', 'anna@example.org')]
  expect(findRecipients(contacts, []).everybody.map(([{ id }]) => id)).toEqual(['phone'])
  expect(findRecipients(contacts, [mail('paper', 'sent')]).others).toEqual([])
})

it('never sends the others what an earlier mailing brought or still brings, and leaves nobody out', () => {
  const address = fc.constantFrom('a@x.org', 'A@x.org', 'b@x.org', 'c@x.org', null)
  const outcome = fc.constantFrom<Outcome>('sent', 'queued', 'triedAgain', 'unsure', 'givenUp')
  fc.assert(
    fc.property(
      fc.array(address, { maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(8), outcome), { maxLength: 12 }),
      (addresses, outcomes) => {
        const contacts = addresses.map((email, index) => contact(`c${index}`, email))
        const mails = outcomes.map(([index, what]) => mail(`c${index}`, what))
        const { everybody, others, unsure, waiting } = findRecipients(contacts, mails)
        const addressOf = (id: string) => contacts.find((one) => one.id === id)?.email?.toLowerCase()
        const reached = new Set(
          outcomes.flatMap(([index, what]) => (what === 'givenUp' ? [] : [addressOf(`c${index}`)])),
        )
        const known = new Set(addresses.flatMap((email) => (email === null ? [] : [email.toLowerCase()])))
        expect(everybody.map(([{ email }]) => email?.toLowerCase())).toEqual([...known])
        for (const [{ email }] of others) expect(reached.has(email.toLowerCase())).toBe(false)
        const had = [...known].filter((one) =>
          outcomes.some(([index, what]) => what === 'sent' && addressOf(`c${index}`) === one),
        )
        expect(others.length + unsure + waiting + had.length).toBe(known.size)
      },
    ),
  )
})
