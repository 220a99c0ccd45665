/** Turns whatever goes wrong before or in a handler into a problem document with a stable code. */
import { RoomNotReady } from '@bordet/sync'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { documentOf, headersOf, Problem, Refused, type ProblemCode, type ProblemDocument } from './problem.ts'

/** Fastify's own error codes, as ours. */
const ours: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'bodyTooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupportedMediaType',
  FST_ERR_CTP_EMPTY_TYPE: 'unsupportedMediaType',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformedJson',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformedJson',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformedRequest',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupportedMediaType',
  FST_REQ_FILE_TOO_LARGE: 'bodyTooLarge',
  FST_FILES_LIMIT: 'malformedRequest',
  FST_FIELDS_LIMIT: 'malformedRequest',
  FST_PARTS_LIMIT: 'malformedRequest',
  FST_ERR_BAD_URL: 'malformedRequest',
  FST_ERR_MAX_PARAM_LENGTH: 'notFound',
}

export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answerProblem(error, request, reply))
}

export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error)
  const document = documentOf(problem)
  if (document.status >= 500) request.log.error({ err: error }, 'request failed')
  if (document.status === 401) reply.header('www-authenticate', 'Bearer')
  return sendDocument(reply.headers(headersOf(problem)), document)
}

function sendDocument(reply: FastifyReply, document: ProblemDocument): FastifyReply {
  return reply
    .code(document.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(document)
}

function toProblem(error: unknown): Problem | Refused {
  if (error instanceof Problem || error instanceof Refused) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = error.validationContext ?? 'request'
    const errors = error.validation.slice(0, 20).map(({ instancePath, message }) => ({
      path: `${place}${instancePath}`,
      message: message ?? 'wrong',
    }))
    return new Problem('invalid', { errors })
  }
  if (error instanceof RoomNotReady) return new Problem('notReady')
  if (!(error instanceof Error)) return new Problem('internal')
  const known = 'code' in error && typeof error.code === 'string' ? ours[error.code] : undefined
  if (known) return new Problem(known)
  // What is left of 4xx comes from fastify's body parser: broken JSON, a poisoned prototype, a body cut short.
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (error instanceof SyntaxError && status === 400) return new Problem('malformedJson')
  return new Problem(typeof status === 'number' && status < 500 ? 'malformedRequest' : 'internal')
}
