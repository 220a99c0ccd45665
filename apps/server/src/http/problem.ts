/**
 * Every error the API answers, as a problem document (RFC 9457). The codes are part of the public interface: pages
 * and programs act on them, so a code never changes its meaning.
 */
import type { Refusal } from '@bordet/workshop'

/** Code → status and the short English title for people who read responses; pages have their own words. */
export const problems = {
  malformedJson: [400, 'The body is not JSON'],
  malformedRequest: [400, 'The request cannot be read'],
  invalid: [400, 'Something in the request is missing or wrong'],
  notAuthorised: [401, 'The key is missing or opens nothing here'],
  notYourRole: [403, 'This key does not reach that'],
  originNotAllowed: [403, 'Pages of other sites may not connect'],
  notFound: [404, 'There is nothing here'],
  workshopUnknown: [404, 'There is no such workshop'],
  seriesUnknown: [404, 'There is no such programme'],
  changedMeanwhile: [409, 'Somebody else changed it meanwhile: look again'],
  templateUnknown: [404, 'There is no such template or session'],
  templateFileWrong: [422, 'This is no template, or something in it is wrong'],
  sessionWrong: [422, 'The programme names a zone or an id that does not fit'],
  codeUnknown: [404, 'No open workshop has this code'],
  mailOff: [409, 'This server sends no mail: SMTP_URL and MAIL_FROM are not set'],
  nobodyAsked: [409, 'Nobody asked for that'],
  mailingUnderWay: [409, 'Mails are still on their way'],
  bodyTooLarge: [413, 'The body is too large'],
  unsupportedMediaType: [415, 'The body must be application/json'],
  workshopExists: [409, 'This workshop, or one of its boards, is here already'],
  backupBroken: [422, 'This is no backup, or it is not what was written'],
  backupNewer: [422, 'The backup was made by a newer Bordet'],
  photoUnreadable: [422, 'The picture cannot be read'],
  pictureOutdated: [409, 'The board has changed since the picture was drawn: draw it again'],
  tooMany: [429, 'Too many requests, try again soon'],
  tooManyTries: [429, 'Too many wrong codes, try again soon'],
  headersTooLarge: [431, 'The headers are too large'],
  internal: [500, 'The server failed'],
  exportFailed: [500, 'The file could not be written'],
  storageFailed: [503, 'Nothing could be saved just now'],
  notReady: [503, 'The server is not ready'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type ProblemCode = keyof typeof problems

export interface ProblemDocument {
  type: string
  title: string
  status: number
  code: string
  errors?: ProblemError[]
}

/** Line and column are counted from 1, where there is a text to count in. */
export interface ProblemError {
  path: string
  message: string
  line?: number
  column?: number
}

export interface ProblemOptions {
  errors?: ProblemError[]
  retryAfterMs?: number
  /** For the log, never for the answer. */
  cause?: unknown
}

/** Thrown by handlers, answered by the error handler. `Refused` is the engine's no, always 409. */
export class Problem extends Error {
  readonly document: ProblemDocument
  readonly headers: Readonly<Record<string, string>>
  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code, 'cause' in options ? { cause: options.cause } : undefined)
    const [status, title] = problems[code]
    this.document = {
      ...documentOf(code, status, title),
      ...(options.errors ? { errors: options.errors } : {}),
    }
    this.headers =
      options.retryAfterMs === undefined
        ? {}
        : { 'retry-after': String(Math.ceil(options.retryAfterMs / 1000)) }
  }
}

export class Refused extends Error {
  readonly document: ProblemDocument
  constructor(code: Refusal) {
    super(code)
    this.document = documentOf(code, 409, 'The workshop does not allow that now')
  }
}

function documentOf(code: string, status: number, title: string): ProblemDocument {
  return { type: `urn:bordet:problem:${code}`, title, status, code }
}
