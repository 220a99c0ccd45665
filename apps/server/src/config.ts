/**
 * The only place that reads the environment. A wrong value becomes one line that names the variable and what it
 * takes; the rest of the server gets a `Config` and never sees `process.env`.
 */
import { resolve } from 'node:path'
import { pickLanguage, type Language } from '@bordet/text'
import { z } from 'zod'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** What each variable takes, in the words of the refusal. */
const variables = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4321)
    .describe('a port number from 0 to 65535 (0 takes a free one)'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('0.0.0.0')
    .describe('an address or host name to listen on, such as 0.0.0.0'),
  PUBLIC_URL: z
    .string()
    .refine(isWebOrigin)
    .transform((text) => new URL(text).origin)
    .optional()
    .describe('a web address without a path, such as https://bordet.example.org'),
  DATA_DIR: z.string().default('./data').describe('a folder that the server may write to'),
  ORGANISER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22,128}$/)
    .optional()
    .describe('22 to 128 letters, digits, - and _ (at least 128 random bits)'),
  SMTP_URL: z
    .string()
    .refine((text) => mailServerOf(text) !== null)
    .transform(mailServerOf)
    .optional()
    .describe('a mail server such as smtp://user:password@mail.example.org:587'),
  MAIL_FROM: z
    .string()
    .refine((text) => senderOf(text) !== null)
    .transform(senderOf)
    .optional()
    .describe('the sender of mails, such as Bordet <bordet@example.org>'),
  TLDRAW_LICENSE_KEY: z.string().optional().describe('a tldraw licence key'),
  LOG_LEVEL: z.enum(logLevels).default('info').describe(logLevels.join(', ')),
}
const environment = z.object(variables)

function isWebOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === ''
}

/** With both the mails can be sent; one alone is a mistake. */
const together = ['SMTP_URL', 'MAIL_FROM'] as const

function mailServerOf(text: string): MailServer | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port, pathname, search, hash, username, password } = new URL(text)
  if (!/^smtps?:$/.test(protocol) || hostname === '' || search !== '' || hash !== '') return null
  if (!['', '/'].includes(pathname) || (username === '') !== (password === '')) return null
  const isSecure = protocol === 'smtps:'
  try {
    return {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: port === '' ? (isSecure ? 465 : 587) : Number(port),
      isSecure,
      login:
        username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }
  } catch {
    return null
  }
}

function senderOf(text: string): MailSender | null {
  const [, name, inBrackets, bare] =
    /^(?:([^<>]*)<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/.exec(text.trim()) ?? []
  const address = inBrackets ?? bare
  // oxlint-disable-next-line no-control-regex -- a line break would begin a header of its own
  if (address === undefined || /[\u0000-\u001f\u007f,;]/.test(text)) return null
  return { name: (name ?? '').trim().replace(/^"(.*)"$/, '$1'), address }
}

/** Backends that the contract names and this version does not have: to go on without them would look like success. */
const notYet = { DATABASE_URL: 'PostgreSQL', REDIS_URL: 'Redis' }

export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte. Without it TLS begins as soon as the server offers it. */
  isSecure: boolean
  login: { user: string; pass: string } | null
}

export interface MailSender {
  /** What mail programs show; may be empty. */
  name: string
  address: string
}

export interface Config {
  port: number
  host: string
  /** Null: the address in the local network, known once the server listens. */
  publicUrl: string | null
  dataDir: string
  /** Null: generated once and kept in `dataDir`. */
  organiserKey: string | null
  tldrawLicenseKey: string | null
  /** Null: no mail is sent. */
  mail: { server: MailServer; from: MailSender } | null
  logLevel: (typeof logLevels)[number]
  /** What the terminal speaks. */
  language: Language
}

/** `warning`: one line about something that is set and does nothing. */
export type ConfigResult = { config: Config; warning: string | null } | { wrong: string }

/** An empty variable counts as not set, as in most compose files. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  for (const [name, product] of Object.entries(notYet)) {
    if (set[name])
      return {
        wrong: `${name}: this version keeps everything in SQLite and cannot use ${product}. Leave ${name} out.`,
      }
  }
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const wrong = parsed.error.issues[0]?.path[0]
    const takes = Object.entries(variables).find(([name]) => name === wrong)?.[1].description
    return { wrong: `${String(wrong)}: expected ${takes}.` }
  }
  const values = parsed.data
  const missing = together.find((name) => set[name] === undefined)
  const given = together.find((name) => set[name] !== undefined)
  if (missing && given)
    return { wrong: `${missing}: expected ${variables[missing].description}, since ${given} is set.` }
  const { SMTP_URL: server, MAIL_FROM: from } = values
  return {
    warning:
      server && values.PUBLIC_URL === undefined
        ? 'PUBLIC_URL: links in mails will lead to this machine’s address in the local network.'
        : null,
    config: {
      port: values.PORT,
      host: values.HOST,
      publicUrl: values.PUBLIC_URL ?? null,
      dataDir: resolve(values.DATA_DIR),
      organiserKey: values.ORGANISER_KEY ?? null,
      tldrawLicenseKey: values.TLDRAW_LICENSE_KEY ?? null,
      mail: server && from ? { server, from } : null,
      logLevel: values.LOG_LEVEL,
      language: pickLanguage([(env['LC_ALL'] || env['LANG'] || 'en').replace(/[_.].*$/, '')]),
    },
  }
}
