/** One member's connection as the rooms see it. The server makes it of a websocket, tests make it of an array. */
import type { CloseCode } from './closeCodes.ts'

export interface Socket {
  /**
   * Sends these messages in order, in one write. Every member of a room is given the very same array, so that its
   * websocket frames need to be built only once. Does nothing once closed.
   */
  send(messages: readonly Uint8Array[]): void
  /** How much was sent and not yet taken by the network. */
  bufferedBytes(): number
  close(code: CloseCode, reason: string): void
}
