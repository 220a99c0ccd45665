/** Where a capability key travels on a websocket upgrade: browsers can only choose subprotocols, programs send a header. */
import type { IncomingHttpHeaders } from 'node:http'

/** From `Authorization: Bearer <key>` or the subprotocol `bearer.<key>`; null without either. */
export function readKey(headers: IncomingHttpHeaders): string | null {
  const header = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (header !== undefined) return header
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
  return offered.find((protocol) => protocol.startsWith('bearer.'))?.slice('bearer.'.length) ?? null
}
