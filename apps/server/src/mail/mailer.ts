/**
 * Handing a mail to a mail server, as an interface. What is surprising: a mail counts as handed over with the last line
 * of its text and not before, so `beforeEnd` is awaited just before that line. Whatever goes wrong earlier was provably
 * not accepted; what goes wrong later, without an answer, is `unsure`.
 */
import type { ExportedFile } from '@bordet/harvest'
import type { MailReason } from '@bordet/workshop'

export interface OutgoingMail {
  /** Without brackets. */
  messageId: string
  to: string
  subject: string
  text: string
  html: string
  /** BCP 47 tag of the text. */
  language: string
  /** Takes the address away with one POST (RFC 8058). */
  unsubscribeUrl: string
  attachment: ExportedFile | null
  /** Of the `Date` header; epoch milliseconds. */
  at: number
}

export interface Refusal {
  result: 'refused'
  reason: MailReason
  /** The server's answer, such as 550; null when it gave none. Its words may quote the address and are thrown away. */
  smtpCode: number | null
  again: 'later' | 'never'
  /** `server`: other mails would fare no better now. */
  concerns: 'mail' | 'server'
}

export type Handover = { result: 'accepted' } | Refusal | { result: 'unsure' }

export interface Mailer {
  /** One at a time. Never rejects; when `beforeEnd` does, the mail is broken off before its end. */
  send(mail: OutgoingMail, beforeEnd: () => Promise<void>): Promise<Handover>
  /** Hangs up; the next mail connects anew. */
  rest(): void
  /** Breaks off what is under way. */
  abort(): void
}
