/** A problem document straight on the connection: for upgrades, and for bytes that never became a request. */
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { documentOf, Problem, type ProblemCode } from './problem.ts'

/** Says it and closes. */
export function refuseRaw(stream: Duplex, code: ProblemCode): void {
  const document = documentOf(new Problem(code))
  const body = JSON.stringify(document)
  stream.end(
    `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status] ?? ''}\r\n` +
      `Content-Type: application/problem+json\r\nConnection: close\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
