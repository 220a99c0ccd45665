/** A websocket as the rooms want it: a message for many is framed once, and everything goes out in one write. */
import type { Duplex } from 'node:stream'
import type { Socket } from '@bordet/sync'
import type { WebSocket } from 'ws'

/** The rooms give every member the very same array. */
const framed = new WeakMap<readonly Uint8Array[], Buffer>()

/**
 * Writes frames straight to the stream below the websocket. Safe while `ws` itself never holds anything back, that
 * is without compression: its own frames (pong, close) are then written whole and at once.
 */
export function createBoardSocket(websocket: WebSocket, stream: Duplex): Socket {
  return {
    send(messages) {
      if (websocket.readyState !== websocket.OPEN) return
      let frames = framed.get(messages)
      if (frames === undefined) {
        frames = Buffer.concat(messages.flatMap((message) => [frameHeader(message.length), message]))
        framed.set(messages, frames)
      }
      stream.write(frames)
    },
    bufferedBytes: () => stream.writableLength,
    close: (code, reason) => websocket.close(code, reason),
  }
}

/** Final frame, binary, unmasked (RFC 6455, 5.2). */
function frameHeader(length: number): Buffer {
  if (length < 126) return Buffer.of(0x82, length)
  if (length < 65_536) {
    const header = Buffer.of(0x82, 126, 0, 0)
    header.writeUInt16BE(length, 2)
    return header
  }
  const header = Buffer.of(0x82, 127, 0, 0, 0, 0, 0, 0, 0, 0)
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
