/** Mailings and what became of each mail in the SQLite file. No address stands here. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import {
  MailingUnderWay,
  type MailingMatter,
  type MailingRow,
  type MailRow,
  type Storage,
} from './storage.ts'

export type RetriedMails = Parameters<Storage['retryMails']>[1]

export interface MailTables {
  /** Throws `MailingUnderWay`. */
  add(mailing: MailingRow, mails: readonly MailRow[]): void
  addMatter(mailingId: string, matter: MailingMatter): void
  matter(mailingId: string, language: string): MailingMatter | null
  /** Of workshops where nobody is left to write to. */
  removeIdleMatter(): void
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
  const insertMatter = db.prepare(
    `INSERT INTO mailing_matter (mailing_id, language, facts, file_name, mime_type, bytes) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  )
  const selectMatter = db.prepare(
    'SELECT * FROM mailing_matter WHERE mailing_id = ?1 ORDER BY language = ?2 DESC, language LIMIT 1',
  )
  const removeDoneMatter = db.prepare(
    `DELETE FROM mailing_matter WHERE mailing_id = ?1 AND NOT EXISTS
       (SELECT 1 FROM mail WHERE mailing_id = ?1 AND status <> 'sent' AND reason IS NOT 'contactGone')`,
  )
  const removeIdleMatter = db.prepare(
    `DELETE FROM mailing_matter WHERE mailing_id IN
       (SELECT id FROM mailing WHERE workshop_id NOT IN (SELECT workshop_id FROM contact))`,
  )
  const retry = db.prepare(
    `UPDATE mail SET status = 'queued', tries = 0, changed_at = ?2, next_at = ?2,
       reason = NULL, smtp_code = NULL
     WHERE mailing_id = ?1 AND status = 'failed' AND next_at IS NULL
       AND CASE WHEN ?3 IS NOT NULL THEN contact_id = ?3 ELSE (reason IS 'unsure') = ?4 AND NOT EXISTS (
         SELECT 1 FROM mailing AS this
         JOIN mailing AS later ON later.workshop_id = this.workshop_id AND later.at > this.at
         JOIN mail AS other ON other.mailing_id = later.id
         WHERE this.id = ?1 AND (other.status <> 'failed' OR other.next_at IS NOT NULL)
           AND (other.contact_id = mail.contact_id
             OR mail.contact_id IN (SELECT value FROM json_each(other.also)))) END`,
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
    addMatter: (mailingId, { language, facts, file }) =>
      void insertMatter.run(
        mailingId,
        language,
        JSON.stringify(facts),
        file?.fileName ?? null,
        file?.mimeType ?? null,
        file?.bytes ?? null,
      ),
    matter(mailingId, language) {
      const row = selectMatter.get(mailingId, language)
      return row ? toMatter(row) : null
    },
    removeIdleMatter: () => void removeIdleMatter.run(),
    isUnderWay,
    save({ mailingId, contactId, status, tries, changedAt, nextAt, reason, smtpCode }) {
      const { changes } = update.run(mailingId, contactId, status, tries, changedAt, nextAt, reason, smtpCode)
      if (nextAt === null && status !== 'sending') removeDoneMatter.run(mailingId)
      return changes > 0
    },
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

function toMatter(row: Row): MailingMatter {
  const { bytes } = row
  return {
    language: String(row['language']),
    facts: JSON.parse(String(row['facts'])),
    file:
      bytes instanceof Uint8Array
        ? { fileName: String(row['file_name']), mimeType: String(row['mime_type']), bytes }
        : null,
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
