/** Where a key travels: programs send a header, a browser's websocket can only choose subprotocols. */
import type { IncomingHttpHeaders } from 'node:http'

/** From `Authorization: Bearer <key>` or `Sec-WebSocket-Protocol: bordet, bearer.<key>`; null without either. */
export function bearerKey(headers: IncomingHttpHeaders): string | null {
  const bearer = /^Bearer +([A-Za-z0-9_-]{1,200})$/i.exec(headers.authorization ?? '')?.[1]
  if (bearer) return bearer
  const offered = String(headers['sec-websocket-protocol'] ?? '').split(/ *, */)
  return offered.map((name) => /^bearer\.([A-Za-z0-9_-]{1,200})$/.exec(name)?.[1]).find(Boolean) ?? null
}
