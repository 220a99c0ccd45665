/** A real SMTP server on a free port of this machine that keeps what it accepts, and refuses what a test wants refused. */
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { MailServer } from '../../config.ts'

export interface Received {
  to: string
  messageId: string
  /** Head and body as they came. */
  source: string
}

/** A code to answer with in place of a yes, such as 450. */
type Answer = number | undefined

export interface SinkRules {
  /** Asked when a mail begins. */
  sender?(): Answer
  recipient?(address: string): Answer
  /**
   * Asked when the whole mail is there, before it is answered. It is kept unless a code comes back; `cut`: it is kept, and
   * the line breaks in place of an answer.
   */
  mail?(received: Received, count: number): Answer | 'cut'
  /** Asked for every piece of a mail that is still coming. */
  piece?(): void
  login?: { user: string; pass: string }
}

export interface MailSink extends AsyncDisposable {
  server: MailServer
  url: string
  received: Received[]
  /** How often somebody connected. */
  connections(): number
}

/** The server's words quote the address, as many real ones do. */
export async function openMailSink(rules: SinkRules = {}, port = 0): Promise<MailSink> {
  const received: Received[] = []
  let connections = 0
  const refusal = (responseCode: number, address: string) =>
    Object.assign(new Error(`<${address}>: not taken`), { responseCode })
  const smtp = new SMTPServer({
    disabledCommands: rules.login ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    allowInsecureAuth: true,
    authOptional: rules.login === undefined,
    onConnect(_session, done) {
      connections += 1
      done()
    },
    onAuth({ username, password }, _session, done) {
      const isRight = username === rules.login?.user && password === rules.login?.pass
      if (isRight) done(null, { user: username })
      else done(refusal(535, String(username)))
    },
    onMailFrom({ address }, _session, done) {
      const code = rules.sender?.()
      if (code === undefined) done()
      else done(refusal(code, address))
    },
    onRcptTo({ address }, _session, done) {
      const code = rules.recipient?.(address)
      if (code === undefined) done()
      else done(refusal(code, address))
    },
    onData(stream, { envelope }, done) {
      stream.on('data', () => rules.piece?.())
      buffer(stream).then((bytes) => {
        const source = bytes.toString('utf8')
        const to = envelope.rcptTo[0]?.address ?? ''
        const messageId = /^Message-ID: <(.+)>/im.exec(source)?.[1] ?? ''
        const code = rules.mail?.({ to, messageId, source }, received.length + 1)
        if (typeof code === 'number') return done(refusal(code, to))
        received.push({ to, messageId, source })
        if (code === 'cut') for (const line of lines) line.destroy()
        return done()
      }, done)
    },
  })
  const lines = new Set<Socket>()
  smtp.server.on('connection', (line: Socket) => {
    lines.add(line)
    line.once('close', () => lines.delete(line))
  })
  // Whoever is killed leaves broken connections behind.
  smtp.on('error', () => {})
  smtp.listen(port, '127.0.0.1')
  await once(smtp.server, 'listening')
  const address = smtp.server.address()
  const bound = typeof address === 'object' && address ? address.port : 0
  return {
    server: { host: '127.0.0.1', port: bound, isSecure: false, login: rules.login ?? null },
    url: `smtp://127.0.0.1:${bound}`,
    received,
    connections: () => connections,
    [Symbol.asyncDispose]: () => new Promise((resolve) => smtp.close(() => resolve())),
  }
}
