/** A websocket as the rooms want it: a message for many is framed once, and everything goes out in one write. */
import type { Duplex } from 'node:stream'
import type { Socket } from '@bordet/sync'
import type { WebSocket } from 'ws'

/** The rooms give every member the very same array. */
const framed = new WeakMap<readonly Uint8Array[], readonly Uint8Array[]>()

/** Above this a message is not copied into one piece with its header. */
const largeBytes = 64 * 1024

/**
 * Writes frames straight to the stream below the websocket. Safe while `ws` itself never holds anything back, that
 * is without compression: its own frames (pong, close) are then written whole and at once.
 */
export function createBoardSocket(websocket: WebSocket, stream: Duplex): Socket {
  return {
    send(messages) {
      if (websocket.readyState !== websocket.OPEN) return
      let pieces = framed.get(messages)
      if (pieces === undefined) {
        pieces = frame(messages)
        framed.set(messages, pieces)
      }
      if (pieces.length > 1) stream.cork()
      for (const piece of pieces) stream.write(piece)
      if (pieces.length > 1) stream.uncork()
    },
    bufferedBytes: () => stream.writableLength,
    close: (code, reason) => websocket.close(code, reason),
  }
}

/** In as few pieces as possible without a second copy of a whole board. */
function frame(messages: readonly Uint8Array[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let small: Uint8Array[] = []
  for (const message of messages) {
    small.push(frameHeader(message.length))
    if (message.length < largeBytes) {
      small.push(message)
      continue
    }
    pieces.push(Buffer.concat(small), message)
    small = []
  }
  if (small.length > 0) pieces.push(Buffer.concat(small))
  return pieces
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
