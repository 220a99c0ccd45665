/**
 * Why a connection to a board is closed: the contract's codes, and what a page may do about each. A refusal of the
 * gate is one line in `refusalCloseCodes`.
 */
export const closeCodes = {
  /** The server stops; it will be back. */
  goingAway: 1001,
  /** What was not acknowledged could not be saved, and the room starts again from storage. */
  notSaved: 1011,
  badMessage: 4400,
  notAuthorised: 4401,
  readOnly: 4403,
  tooSlow: 4408,
  boardClosed: 4409,
  /** The board cannot be read from the disk; the others can. */
  damaged: 4410,
  tooFast: 4429,
} as const

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]

const final: ReadonlySet<number> = new Set([
  closeCodes.badMessage,
  closeCodes.notAuthorised,
  closeCodes.readOnly,
  closeCodes.boardClosed,
  closeCodes.damaged,
])

/**
 * Whether connecting again with the same document can help. For the `shouldReconnect` option of y-websocket 3.1,
 * whose default gives up for ever at every code from 4400 to 4499, also at "too slow" and "too fast".
 */
export function isWorthReconnecting(code: number): boolean {
  return !final.has(code)
}

/** Everything that a member's message can be refused for. */
export const refusalCloseCodes = {
  malformed: closeCodes.badMessage,
  tooBig: closeCodes.badMessage,
  unknownMessage: closeCodes.badMessage,
  unknownRoot: closeCodes.badMessage,
  badKey: closeCodes.badMessage,
  forbiddenContent: closeCodes.badMessage,
  foreignClient: closeCodes.badMessage,
  gap: closeCodes.badMessage,
  tooManyDeletes: closeCodes.badMessage,
  /** A new note that is none, or whose id is no id. */
  badNote: closeCodes.badMessage,
  /** A note or its words taken away for good or written over; pages mark notes as removed. */
  noteGone: closeCodes.badMessage,
  zoneChanged: closeCodes.badMessage,
  /** A note hidden or shown again by who may not. */
  notYours: closeCodes.badMessage,
  /** Something on the board that is no note and no record either: not JSON, or far too large. */
  badRecord: closeCodes.badMessage,
  boardFull: closeCodes.badMessage,
  badAwareness: closeCodes.badMessage,
  readOnly: closeCodes.readOnly,
  tooFast: closeCodes.tooFast,
  tooSlow: closeCodes.tooSlow,
} as const satisfies Record<string, CloseCode>

export type Refusal = keyof typeof refusalCloseCodes
