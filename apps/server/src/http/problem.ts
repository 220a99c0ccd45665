/** Every error the API answers, as a problem document (RFC 9457). */
import { Problem, problems, Refused, type ProblemCode, type ProblemError } from '../problem.ts'

export { Problem, problems, Refused, type ProblemCode }

const statuses: Readonly<Record<ProblemCode, number>> = {
  malformedJson: 400,
  malformedRequest: 400,
  invalid: 400,
  notAuthorised: 401,
  notYourRole: 403,
  originNotAllowed: 403,
  notFound: 404,
  workshopUnknown: 404,
  seriesUnknown: 404,
  changedMeanwhile: 409,
  templateUnknown: 404,
  templateFileWrong: 422,
  sessionWrong: 422,
  codeUnknown: 404,
  mailOff: 409,
  nobodyAsked: 409,
  mailingUnderWay: 409,
  bodyTooLarge: 413,
  unsupportedMediaType: 415,
  workshopExists: 409,
  backupBroken: 422,
  backupNewer: 422,
  photoUnreadable: 422,
  pictureOutdated: 409,
  tooMany: 429,
  tooManyTries: 429,
  headersTooLarge: 431,
  internal: 500,
  exportFailed: 500,
  storageFailed: 503,
  notReady: 503,
}

export interface ProblemDocument {
  type: string
  title: string
  status: number
  code: string
  errors?: readonly ProblemError[]
}

/** `Refused` is always 409. */
export function documentOf(problem: Problem | Refused): ProblemDocument {
  if (problem instanceof Refused)
    return toDocument(problem.refusal, 409, 'The workshop does not allow that now')
  const { code, errors } = problem
  return { ...toDocument(code, statuses[code], problems[code]), ...(errors ? { errors } : {}) }
}

export function headersOf(problem: Problem | Refused): Readonly<Record<string, string>> {
  if (problem instanceof Refused || problem.retryAfterMs === null) return {}
  return { 'retry-after': String(Math.ceil(problem.retryAfterMs / 1000)) }
}

function toDocument(code: string, status: number, title: string): ProblemDocument {
  return { type: `urn:bordet:problem:${code}`, title, status, code }
}
