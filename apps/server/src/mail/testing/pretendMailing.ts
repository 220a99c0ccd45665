/** A mailing to as many people as a test wants, in a storage of its own, and mails that say little. */
import type { ContactRow, MailRow, Storage } from '../../storage/storage.ts'
import type { ComposeOrder } from '../mailQueue.ts'
import type { OutgoingMail } from '../mailer.ts'

export const addressOf = (index: number) => `person-${index}@example.org`

export async function pretendMailing(storage: Storage, people: number): Promise<void> {
  await storage.commit({
    workshop: { id: 'w1', joinCode: '123456', createdAt: 1, version: 0, state: {} },
  })
  const mails: MailRow[] = []
  for (let index = 0; index < people; index += 1) {
    await storage.commit({ contact: contactRow(index) })
    mails.push(mailRow(index))
  }
  await storage.commit({
    mailing: { row: { id: 'm1', workshopId: 'w1', at: 1, format: 'link', note: '' }, mails },
  })
}

function contactRow(index: number): ContactRow {
  return {
    workshopId: 'w1',
    id: `c${index}`,
    personId: null,
    email: addressOf(index),
    postal: null,
    language: 'sv',
    via: 'phone',
    at: 0,
    deleteAt: 9_000_000_000_000,
  }
}

function mailRow(index: number): MailRow {
  return {
    mailingId: 'm1',
    contactId: `c${index}`,
    also: [],
    messageId: `m1-c${index}@bordet.example`,
    unsubscribeHash: `hash-${index}`,
    status: 'queued',
    tries: 0,
    changedAt: 1,
    nextAt: 1,
    reason: null,
    smtpCode: null,
  }
}

export async function composePretend({ mail, to, language }: ComposeOrder): Promise<OutgoingMail> {
  return {
    messageId: mail.messageId,
    to,
    subject: 'Skörden från Lindåsa',
    text: 'Hej!',
    html: '<p>Hej!</p>',
    language,
    unsubscribeUrl: 'https://bordet.example/u/token',
    // Long enough to come in several pieces.
    attachment: {
      bytes: new Uint8Array(200_000),
      mimeType: 'application/octet-stream',
      fileName: 'Skörd.bin',
    },
    at: 0,
  }
}
