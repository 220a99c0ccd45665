/** Mailings and what became of each mail in the SQLite file. No address stands here. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import { MailingUnderWay, type MailingRow, type MailRow, type Storage } from './storage.ts'

export type RetriedMails = Parameters<Storage['retryMails']>[1]

export interface MailTables {
  /** Throws `MailingUnderWay`. */
  add(mailing: MailingRow, mails: readonly MailRow[]): void
  isUnderWay(workshopId: string): boolean
  /** False when it was sent or given up meanwhile, and stays so. */
  save(row: MailRow): boolean
  retry(mailingId: string, which: RetriedMails, now: number): number
  giveUp(mailingId: string, now: number): number
  listMailings(workshopId: string): MailingRow[]
  list(mailingId: string): MailRow[]
  next(): { mail: MailRow; mailing: MailingRow } | null
  listSending(): MailRow[]
  /** Of each mailing that has a mail with this key. */
  listByUnsubscribeHash(hash: string): { mail: MailRow; mailing: MailingRow }[]
}

export function openMailTables(db: DatabaseSync): MailTables {
  const insertMailing = db.prepare(
    'INSERT INTO mailing (id, workshop_id, at, format, note) VALUES (?, ?, ?, ?, ?)',
  )
  const insertMail = db.prepare(
    `INSERT INTO mail (mailing_id, contact_id, message_id, unsubscribe_hash, status, tries, changed_at, next_at, reason,
       smtp_code, also)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = db.prepare(
    `UPDATE mail SET status = ?3, tries = ?4, changed_at = ?5, next_at = ?6, reason = ?7, smtp_code = ?8
     WHERE mailing_id = ?1 AND contact_id = ?2 AND (next_at IS NOT NULL OR status = 'sending')`,
  )
  const retry = db.prepare(
    `UPDATE mail SET status = 'queued', tries = 0, changed_at = ?2, next_at = ?2
     WHERE mailing_id = ?1 AND status = 'failed' AND next_at IS NULL
       AND CASE WHEN ?3 IS NULL THEN (reason IS 'unsure') = ?4 ELSE contact_id = ?3 END`,
  )
  const giveUp = db.prepare(
    "UPDATE mail SET next_at = NULL, changed_at = ?2 WHERE mailing_id = ?1 AND status = 'failed' AND next_at IS NOT NULL",
  )
  const selectUnderWay = db.prepare(
    `SELECT 1 FROM mailing JOIN mail ON mail.mailing_id = mailing.id
     WHERE workshop_id = ? AND (next_at IS NOT NULL OR status = 'sending') LIMIT 1`,
  )
  const selectMailings = db.prepare('SELECT * FROM mailing WHERE workshop_id = ? ORDER BY at DESC, id')
  const selectMailing = db.prepare('SELECT * FROM mailing WHERE id = ?')
  const selectMails = db.prepare('SELECT * FROM mail WHERE mailing_id = ? ORDER BY row')
  const selectNext = db.prepare('SELECT * FROM mail WHERE next_at IS NOT NULL ORDER BY next_at, row LIMIT 1')
  const selectSending = db.prepare("SELECT * FROM mail WHERE status = 'sending' ORDER BY row")
  const selectByHash = db.prepare('SELECT * FROM mail WHERE unsubscribe_hash = ? ORDER BY row')

  const withMailing = (mail: Row) => {
    const mailing = selectMailing.get(mail['mailing_id'] ?? null)
    return mailing ? { mail: toMailRow(mail), mailing: toMailingRow(mailing) } : null
  }
  const isUnderWay = (workshopId: string) => selectUnderWay.get(workshopId) !== undefined

  return {
    add({ id, workshopId, at, format, note }, mails) {
      if (isUnderWay(workshopId)) throw new MailingUnderWay(`Mails of ${workshopId} are on their way`)
      insertMailing.run(id, workshopId, at, format, note)
      for (const mail of mails) {
        insertMail.run(
          id,
          mail.contactId,
          mail.messageId,
          mail.unsubscribeHash,
          mail.status,
          mail.tries,
          mail.changedAt,
          mail.nextAt,
          mail.reason,
          mail.smtpCode,
          JSON.stringify(mail.also),
        )
      }
    },
    isUnderWay,
    save: ({ mailingId, contactId, status, tries, changedAt, nextAt, reason, smtpCode }) =>
      update.run(mailingId, contactId, status, tries, changedAt, nextAt, reason, smtpCode).changes > 0,
    retry(mailingId, which, now) {
      const [contactId, isUnsure] =
        'contactId' in which ? [which.contactId, 0] : [null, which.given === 'unsure' ? 1 : 0]
      return Number(retry.run(mailingId, now, contactId, isUnsure).changes)
    },
    giveUp: (mailingId, now) => Number(giveUp.run(mailingId, now).changes),
    listMailings: (workshopId) => selectMailings.all(workshopId).map(toMailingRow),
    list: (mailingId) => selectMails.all(mailingId).map(toMailRow),
    next() {
      const mail = selectNext.get()
      return mail ? withMailing(mail) : null
    },
    listSending: () => selectSending.all().map(toMailRow),
    listByUnsubscribeHash: (hash) => selectByHash.all(hash).flatMap((mail) => withMailing(mail) ?? []),
  }
}

const idsSchema = z.array(z.string())

type Row = Record<string, SQLOutputValue>

function toMailingRow(row: Row): MailingRow {
  return {
    id: String(row['id']),
    workshopId: String(row['workshop_id']),
    at: Number(row['at']),
    format: String(row['format']),
    note: String(row['note']),
  }
}

function toMailRow(row: Row): MailRow {
  const number = (name: string) => (row[name] === null ? null : Number(row[name]))
  return {
    mailingId: String(row['mailing_id']),
    contactId: String(row['contact_id']),
    also: idsSchema.parse(JSON.parse(String(row['also']))),
    messageId: String(row['message_id']),
    unsubscribeHash: String(row['unsubscribe_hash']),
    status: statusOf(row['status']),
    tries: Number(row['tries']),
    changedAt: Number(row['changed_at']),
    nextAt: number('next_at'),
    reason: row['reason'] === null ? null : String(row['reason']),
    smtpCode: number('smtp_code'),
  }
}

/** The table's own check lets no other word in. */
function statusOf(value: SQLOutputValue | undefined): MailRow['status'] {
  return value === 'queued' || value === 'sending' || value === 'sent' ? value : 'failed'
}
