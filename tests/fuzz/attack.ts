/** What an attack is, and what it finds on the field. The table of all of them is in attacks.ts. */
import type { Socket } from 'node:net'
import type * as Y from 'yjs'
import type { Random } from '../../packages/workshop/src/random.ts'

export interface Attack {
  name: string
  /** Its share of all frames, against 1. */
  weight?: number
  /** With fewer frames it would be none. */
  least?: number
  /** More frames than this bring nothing new. */
  most?: number
  /**
   * What its connections must be closed with, each of them; the attacker's own closing does not count. When left out
   * the server need not close them, and when it does, then with 4400 or 4429.
   */
  closedWith?: readonly number[]
  /**
   * Writes on while it is being closed: the network then drops what the attacker has not read yet, the close frame
   * too, and the connection may end with 1006.
   */
  writesOn?: true
  run(field: Field): Promise<void>
}

export interface Field {
  port: number
  seed: number
  /** The same for the same seed. */
  random: Random
  /** How many it should send. */
  frames: number
  /** The board as it was before anybody worked on it; the same for every seed. */
  seeded: Uint8Array
  /** The attacked board as its members have it now. */
  board: Y.Doc
  /** Resolves when the connection is open. `key`: who it is; one of many when left out. */
  connect(options?: { room?: string; key?: string; query?: string }): Promise<Attacker>
  /** A bare connection. Whatever is written is counted as a frame by `count`. */
  dial(): Promise<Socket>
  count(frames: number): void
  /** A bare connection is over: how its end is listed. */
  ended(how: string): void
}

/** An attacker's websocket. */
export interface Attacker {
  send(message: Uint8Array | string): void
  /** As it stands in the network, at any cost of order: for frames that are none. */
  readonly stream: Socket
  isOpen(): boolean
  /** What the server closed it with. */
  readonly closed: Promise<number>
  /** The server has read all that was sent, or closed. */
  heard(): Promise<void>
  /** Cuts it. */
  cut(): void
}
