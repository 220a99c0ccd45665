/** Hands mails to an SMTP server, one connection for as many as come one after the other. */
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection, { type SMTPError } from 'nodemailer/lib/smtp-connection'
import type { MailSender, MailServer } from '../config.ts'
import type { Handover, Mailer, OutgoingMail, Refusal } from './mailer.ts'

/** How long a server may take to be there; for its answers it has the ten minutes of RFC 5321. */
const connectTimeoutMs = 20_000
const hungUp = 'hung up'

interface Failed {
  error: SMTPError
  /** Whether the last line had been written. */
  hasEnded: boolean
}

export function createSmtpMailer(parts: { server: MailServer; from: MailSender }): Mailer {
  const { server, from } = parts
  let kept: SMTPConnection | null = null

  const hangUp = () => {
    kept?.close()
    kept = null
  }

  async function connect(): Promise<SMTPConnection> {
    const connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.isSecure,
      // Nobody's password goes over the network in the open.
      requireTLS: server.login !== null && !server.isSecure && !isThisMachine(server.host),
      connectionTimeout: connectTimeoutMs,
      greetingTimeout: connectTimeoutMs,
    })
    kept = connection
    connection.on('end', () => void (kept === connection && (kept = null)))
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    connection.on('error', reject)
    connection.once('end', () => setImmediate(reject, new Error(hungUp)))
    const settle = (error?: SMTPError | null) => (error ? reject(error) : resolve())
    connection.connect((error) => {
      if (error || !server.login) settle(error)
      else connection.login({ credentials: server.login }, settle)
    })
    await promise
    return connection
  }

  async function attempt(
    connection: SMTPConnection,
    { to, bytes }: { to: string; bytes: Uint8Array },
    beforeEnd: () => Promise<void>,
  ): Promise<Failed | null> {
    let hasEnded = false
    let isOver = false
    async function* body() {
      yield bytes
      await beforeEnd()
      if (isOver) throw new Error('broken off')
      hasEnded = true
    }
    const { promise, resolve } = Promise.withResolvers<SMTPError | null>()
    const envelope = { from: from.address, to: [to], size: bytes.length }
    // In the next turn: where the server says why it hangs up, that comes right after.
    const ended = () => setImmediate(resolve, new Error(hungUp))
    connection.once('error', resolve)
    connection.once('end', ended)
    connection.send(envelope, Readable.from(body(), { objectMode: false }), resolve)
    const error = await promise
    isOver = true
    connection.off('error', resolve)
    connection.off('end', ended)
    return error && { error, hasEnded }
  }

  async function send(mail: OutgoingMail, beforeEnd: () => Promise<void>): Promise<Handover> {
    const letter = { to: mail.to, bytes: await encode(mail, from) }
    for (;;) {
      const hadConnection = kept !== null
      let failed: Failed | null
      try {
        failed = await attempt(kept ?? (await connect()), letter, beforeEnd)
      } catch (error) {
        failed = { error: toSmtpError(error), hasEnded: false }
      }
      if (!failed) return { result: 'accepted' }
      hangUp()
      const { error, hasEnded } = failed
      const hasAnswer = error.responseCode !== undefined
      if (hasEnded && !hasAnswer) return { result: 'unsure' }
      if (error.code === 'ESTREAM') return notWritten
      // A server may have hung up on a connection that was quiet: that says nothing about this mail.
      if (hadConnection && (!hasAnswer || error.responseCode === 421)) continue
      return refusalOf(error)
    }
  }

  return {
    send,
    rest() {
      kept?.quit()
      kept = null
    },
    abort: hangUp,
  }
}

async function encode(mail: OutgoingMail, from: MailSender): Promise<Uint8Array> {
  const { messageId, to, subject, text, html, language, unsubscribeUrl, attachment, at } = mail
  const composer = new MailComposer({
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${messageId}>`,
    date: new Date(at),
    headers: {
      'Content-Language': language,
      // Out-of-office programs keep quiet (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
      // One click is for https alone (RFC 8058, section 3.1).
      ...(unsubscribeUrl.startsWith('https:')
        ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
    attachments: attachment
      ? [
          {
            filename: attachment.fileName,
            contentType: attachment.mimeType,
            content: Buffer.from(attachment.bytes),
          },
        ]
      : [],
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** What was to happen before the end did not. */
const notWritten: Refusal = {
  result: 'refused',
  reason: 'notWritten',
  smtpCode: null,
  again: 'later',
  concerns: 'server',
}

/** What the codes mean: RFC 5321, section 4.2. */
function refusalOf({ code, command, responseCode }: SMTPError): Refusal {
  const smtpCode = responseCode ?? null
  const refused = (
    reason: Refusal['reason'],
    again: Refusal['again'],
    concerns: Refusal['concerns'],
  ): Refusal => ({
    result: 'refused',
    reason,
    smtpCode,
    again,
    concerns,
  })
  const isForGood = smtpCode !== null && smtpCode >= 500
  if (code === 'EAUTH' || smtpCode === 530) return refused('loginRefused', 'later', 'server')
  if (smtpCode === 552 || (smtpCode === null && code === 'EMESSAGE'))
    return refused('tooLarge', 'never', 'mail')
  // Without an answer: an address that cannot be written in an envelope.
  if (smtpCode === null && code === 'EENVELOPE') return refused('addressRefused', 'never', 'mail')
  if (smtpCode === null || smtpCode === 421) return refused('unreachable', 'later', 'server')
  if (command === 'MAIL FROM' && isForGood) return refused('senderRefused', 'later', 'server')
  if (command === 'RCPT TO' && isForGood) return refused('addressRefused', 'never', 'mail')
  if (command === 'DATA' && isForGood) return refused('contentRefused', 'never', 'mail')
  return refused(isForGood ? 'unreachable' : 'busy', 'later', isForGood ? 'server' : 'mail')
}

function toSmtpError(error: unknown): SMTPError {
  return error instanceof Error ? error : new Error(String(error))
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
