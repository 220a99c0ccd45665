/** Hocuspocus: y-websocket's messages behind the document's name, after a token; each document message is acknowledged. */
import { createByteWriter } from '../byteWriter.ts'
import type { Protocol } from './protocol.ts'
import { createYWebsocketProtocol, decodeAt, readVarUint } from './yWebsocket.ts'

const authentication = 2
const authenticationKinds = { token: 0, authenticated: 2 } as const
/** Also sync, but as the server's reply to what it took in. */
const syncReply = 4
const syncStatus = 8

export function createHocuspocusProtocol(): Protocol {
  const inner = createYWebsocketProtocol(nameOf)
  return {
    ...inner,
    opening({ room }) {
      const writer = createByteWriter()
      writer.varString(room)
      writer.varUint(authentication)
      writer.varUint(authenticationKinds.token)
      writer.varString('bench')
      writer.varString('4.7.0')
      return [{ bytes: writer.bytes(), isDocument: false }]
    },
    reply: (incoming, start) =>
      incoming.kind === 'authenticated' ? inner.opening(start) : inner.reply(incoming, start),
    decode(payload) {
      const name = readVarUint(payload, 0)
      const at = name.next + name.value
      if (payload[at] === authentication) {
        return { kind: payload[at + 1] === authenticationKinds.authenticated ? 'authenticated' : 'other' }
      }
      if (payload[at] === syncStatus)
        return payload[at + 1] === 1 ? { kind: 'saved', count: null } : { kind: 'other' }
      if (payload[at] === syncReply) return decodeReply(payload, at)
      return decodeAt(payload, at)
    },
  }
}

function decodeReply(payload: Buffer, at: number) {
  const kinds = ['asked', 'synced', 'content'] as const
  const kind = kinds[payload[at + 1] ?? 0] ?? 'content'
  return kind === 'asked' ? { kind } : { kind, body: payload }
}

function nameOf(room: string): Uint8Array {
  const writer = createByteWriter()
  writer.varString(room)
  return writer.bytes()
}
