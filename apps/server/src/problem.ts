/**
 * What goes wrong in a way that whoever asked must be told of, wherever it is found out. How it is answered over HTTP is
 * known in `http/problem.ts` alone. The codes are part of the public interface: pages and programs act on them, so a code
 * never changes its meaning.
 */
import type { Refusal } from '@bordet/workshop'

/** Code → short English title for people who read answers; pages have their own words. */
export const problems = {
  malformedJson: 'The body is not JSON',
  malformedRequest: 'The request cannot be read',
  invalid: 'Something in the request is missing or wrong',
  notAuthorised: 'The key is missing or opens nothing here',
  notYourRole: 'This key does not reach that',
  originNotAllowed: 'Pages of other sites may not connect',
  notFound: 'There is nothing here',
  workshopUnknown: 'There is no such workshop',
  seriesUnknown: 'There is no such programme',
  changedMeanwhile: 'Somebody else changed it meanwhile: look again',
  templateUnknown: 'There is no such template or session',
  templateFileWrong: 'This is no template, or something in it is wrong',
  sessionWrong: 'The programme names a zone or an id that does not fit',
  codeUnknown: 'No open workshop has this code',
  mailOff: 'This server sends no mail: SMTP_URL and MAIL_FROM are not set',
  nobodyAsked: 'Nobody asked for that',
  mailingUnderWay: 'Mails are still on their way',
  bodyTooLarge: 'The body is too large',
  unsupportedMediaType: 'The body must be application/json',
  workshopExists: 'This workshop, or one of its boards, is here already',
  backupBroken: 'This is no backup, or it is not what was written',
  backupNewer: 'The backup was made by a newer Bordet',
  photoUnreadable: 'The picture cannot be read',
  pictureOutdated: 'The board has changed since the picture was drawn: draw it again',
  tooMany: 'Too many requests, try again soon',
  tooManyTries: 'Too many wrong codes, try again soon',
  headersTooLarge: 'The headers are too large',
  internal: 'The server failed',
  exportFailed: 'The file could not be written',
  storageFailed: 'Nothing could be saved just now',
  notReady: 'The server is not ready',
} as const

export type ProblemCode = keyof typeof problems

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

export class Problem extends Error {
  readonly code: ProblemCode
  readonly errors: readonly ProblemError[] | null
  readonly retryAfterMs: number | null
  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.errors = options.errors ?? null
    this.retryAfterMs = options.retryAfterMs ?? null
  }
}

/** The engine's no. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}
