/**
 * Sends the mails that storage holds, one after the other at a steady rate, and writes down what becomes of each.
 *
 * No address gets a mail twice, whatever happens to this process, because `sending` is durable before the last line of a
 * mail leaves it:
 *  - killed before that, the row is still to be tried and the server cannot have accepted anything: it is tried again;
 *  - killed after that and before the answer is written down, nobody here can know. Such a mail is not tried again: it is
 *    `failed` with the reason `unsure`, which the organiser sees and may send again by hand. The price is that somebody
 *    may go without, in a window of a few milliseconds; the other choice would have been a second copy for somebody who
 *    has it. A copy that does come twice can be told by its Message-ID, which stays the same.
 */
import { pickLanguage, type Language } from '@bordet/text'
import type { Clock } from '@bordet/sync'
import { recipientOf, wentThere } from './recipients.ts'
import type { ContactRow, MailingRow, MailRow, Storage } from '../storage/storage.ts'
import type { Handover, Mailer, OutgoingMail } from './mailer.ts'

/** What municipal mail servers and their providers put up with. */
const defaultPerSecond = 2
const minuteMs = 60_000
/** How long after each failed try comes the next: a day and a half in all. */
const backoffMinutes = [1, 5, 15, 60, 240, 720, 1440]
/** While the server takes no mail at all: doubled each time, to the last. */
const pauseMs = { first: 5_000, most: 10 * minuteMs } as const
/** A connection is kept while the next mail comes sooner. */
const quietMs = 5_000
/** How long what is under way may take once the queue closes. */
const dawdleMs = 2_000

export interface MailQueue {
  /** Settles what a crash left open, then begins. */
  start(): Promise<void>
  /** There is something new to send. */
  wake(): void
  /** Lets the mail under way come to its end, within two seconds. */
  close(): Promise<void>
}

export interface MailQueueParts {
  storage: Pick<Storage, 'nextMail' | 'saveMail' | 'listSendingMails' | 'listContacts' | 'listMails'>
  mailer: Mailer
  /** The whole mail for this person. */
  compose(asked: ComposeOrder): Promise<OutgoingMail>
  clock: Clock
  /** Epoch milliseconds. */
  now(): number
  /** Facts for the log; never an address, and never a mail server's words, which may quote one. */
  log(event: string, facts: object): void
  perSecond?: number
}

export interface ComposeOrder {
  mail: MailRow
  mailing: MailingRow
  contact: ContactRow
  language: Language
  to: string
}

export function createMailQueue(parts: MailQueueParts): MailQueue {
  const { storage, mailer, compose, clock, now, log, perSecond = defaultPerSecond } = parts
  const stop = new AbortController()
  let running: Promise<void> | null = null
  let isAskedAgain = false
  let notBefore = -Infinity
  let pausedMs = 0
  let endWait = () => {}
  /** Of the last mail, until it is written down: also when the disk was full for a while. */
  let outcome: MailRow | null = null

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = clock.after(ms, resolve)
      endWait = () => {
        callOff()
        resolve()
      }
    })
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      isAskedAgain = false
      await saveOutcome()
      const next = await storage.nextMail()
      if (!next) {
        if (isAskedAgain) continue
        return mailer.rest()
      }
      const dueInMs = (next.mail.nextAt ?? 0) - now()
      const waitMs = Math.max(dueInMs, notBefore - clock.now())
      if (waitMs > 0) {
        if (waitMs > quietMs) mailer.rest()
        await wait(Math.min(waitMs, pauseMs.most))
        continue
      }
      notBefore = clock.now() + 1000 / perSecond
      await sendOne(next)
    }
  }

  async function sendOne({ mail, mailing }: { mail: MailRow; mailing: MailingRow }): Promise<void> {
    const contacts = await storage.listContacts(mailing.workshopId, now())
    const contact = recipientOf(mail, mailing, contacts)
    if (!contact)
      return void (await storage.saveMail(settled(mail, 'failed', { reason: 'contactGone', smtpCode: null })))
    const went = wentThere(contact, mail, { contacts, mails: await storage.listMails(mailing.id) })
    if (went) {
      const { reason, smtpCode } = went
      return void (await storage.saveMail(
        settled(mail, went.status === 'sent' ? 'sent' : 'failed', { reason, smtpCode }),
      ))
    }
    const order = { mail, mailing, contact, language: pickLanguage([contact.language]), to: contact.email }
    const outgoing = await compose(order).catch((error: unknown) => {
      log('a mail could not be written', { err: error, mailing: mailing.id })
      return null
    })
    if (stop.signal.aborted) return
    if (!outgoing)
      return void (await storage.saveMail(afterFailure(mail, { reason: 'notWritten', smtpCode: null })))
    let isGivenUp = false
    const handover = await mailer.send(outgoing, async () => {
      // Writing the first one of a mailing takes a while: the pace counts from here.
      notBefore = clock.now() + 1000 / perSecond
      isGivenUp = !(await storage.saveMail({ ...mail, status: 'sending', changedAt: now(), nextAt: null }))
      if (isGivenUp) throw new Error('it was given up meanwhile')
    })
    if (isGivenUp) return
    outcome = afterHandover(mail, handover)
    await saveOutcome()
  }

  async function saveOutcome(): Promise<void> {
    if (outcome) await storage.saveMail(outcome)
    outcome = null
  }

  function afterHandover(mail: MailRow, handover: Handover): MailRow {
    switch (handover.result) {
      case 'accepted':
        pausedMs = 0
        return settled(mail, 'sent', { reason: null, smtpCode: null })
      case 'unsure':
        log('a mail may have been sent', { mailing: mail.mailingId })
        return settled(mail, 'failed', { reason: 'unsure', smtpCode: null })
      case 'refused': {
        // Broken off because the server here stops: nothing was tried.
        if (stop.signal.aborted) return mail
        const { reason, smtpCode, again, concerns } = handover
        log('a mail was refused', { mailing: mail.mailingId, reason, smtpCode, again })
        if (concerns === 'server') pause()
        else pausedMs = 0
        return again === 'later'
          ? afterFailure(mail, { reason, smtpCode })
          : settled(mail, 'failed', { reason, smtpCode })
      }
      default:
        return handover satisfies never
    }
  }

  /** One mail after the other finds out whether the server is back, and each seldom. */
  function pause(): void {
    pausedMs = Math.min(pauseMs.most, pausedMs === 0 ? pauseMs.first : pausedMs * 2)
    notBefore = clock.now() + pausedMs
  }

  type Why = Pick<MailRow, 'reason' | 'smtpCode'>

  function settled(mail: MailRow, status: 'sent' | 'failed', why: Why): MailRow {
    return { ...mail, ...why, status, tries: mail.tries + 1, changedAt: now(), nextAt: null }
  }

  function afterFailure(mail: MailRow, why: Why): MailRow {
    const minutes = backoffMinutes[mail.tries]
    const nextAt = minutes === undefined ? null : now() + minutes * minuteMs
    return { ...settled(mail, 'failed', why), nextAt }
  }

  function wake(): void {
    isAskedAgain = true
    endWait()
    if (running || stop.signal.aborted) return
    running = run()
      .catch((error: unknown) => {
        log('mails cannot be sent: tried again in ten minutes', { err: error })
        if (!stop.signal.aborted) clock.after(pauseMs.most, wake)
      })
      .finally(() => {
        running = null
        if (isAskedAgain && !stop.signal.aborted) wake()
      })
  }

  return {
    async start() {
      for (const mail of await storage.listSendingMails())
        await storage.saveMail(settled(mail, 'failed', { reason: 'unsure', smtpCode: null }))
      wake()
    },
    wake,
    async close() {
      stop.abort()
      endWait()
      const abort = clock.after(dawdleMs, () => mailer.abort())
      const { promise: late, resolve } = Promise.withResolvers<void>()
      const giveUp = clock.after(dawdleMs + 500, resolve)
      await Promise.race([running, late])
      abort()
      giveUp()
      mailer.rest()
    },
  }
}
