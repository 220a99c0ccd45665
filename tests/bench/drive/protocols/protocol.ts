/** How a kind of server is spoken to. Bytes in, bytes out: the connection is the light client's business. */
export interface Protocol {
  /** Of the frames that are sent. */
  opcode: number
  /** Sent once the socket is open. */
  opening(start: Start): Outgoing[]
  /** Sent upon this message. */
  reply(incoming: Incoming, start: Start): Outgoing[]
  decode(payload: Buffer): Incoming
  /** A whole board as one message. */
  board(room: string, update: Uint8Array): Outgoing
  createWriter(author: Author): Writer
}

export interface Start {
  room: string
  /** What this client says it has already. */
  stateVector?: Uint8Array | undefined
  /** What it answers when the server asks what it has. */
  step2?: Uint8Array | undefined
}

export interface Outgoing {
  bytes: Uint8Array
  /** Whether the server will say of it that it is saved, if it says such things. */
  isDocument: boolean
}

/**
 * `synced`: the first answer is complete. `content`: part of what the board is, or what others wrote to it.
 * `saved`: that many of the document messages sent are durable; null for one more than before.
 */
export type Incoming =
  | { kind: 'authenticated' | 'asked' | 'other' }
  | { kind: 'synced' | 'content' | 'presence'; body: Buffer }
  | { kind: 'saved'; count: number | null }

export interface Author {
  room: string
  index: number
}

export interface Writer {
  addNote(sequence: number, marker: string): Outgoing
  moveCursor(sequence: number, marker: string): Outgoing
}
