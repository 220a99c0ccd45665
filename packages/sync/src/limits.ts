/** How much one connection, one message and one room may take. All in one place, with the reason. */
export const limits = {
  /** A whole board of 5,000 notes is about 1.1 MB; nobody brings that much that is new. */
  messageBytes: 1024 * 1024,
  /** New structs in one update: some hours of offline dragging at ten a second. */
  newStructs: 100_000,
  /** Client ids in one update that have new structs: a page that was opened as often without ever reaching us. */
  newClients: 64,
  /** Deletions that are new, in letters and values. */
  newDeletes: 100_000,
  /** Letters that one update puts into one note: ten times what reaches a phone. */
  newLetters: 20_000,
  /** A map's key: an id, or a field's name. */
  keyLength: 128,
  /** A Yjs clock far beyond any honest one, and far below where numbers stop being exact. */
  clock: 2 ** 40,
  /** A client id is 32 bits in Yjs 13.6. */
  client: 2 ** 32,

  awarenessBytes: 16 * 1024,
  /** Client ids that one connection may show as present. */
  awarenessClients: 4,

  /** Sustained and at once. A script that adds 5,000 notes in a loop is still welcome. */
  messagesPerSecond: 500,
  messageBurst: 10_000,
  bytesPerSecond: 2 * 1024 * 1024,
  byteBurst: 16 * 1024 * 1024,

  /** Above this a member gets no awareness … */
  slowBytes: 256 * 1024,
  /** … and above this is closed. A board of several megabytes must still fit. */
  tooSlowBytes: 16 * 1024 * 1024,
} as const

/** The waits, in milliseconds. */
export const waits = {
  /** Updates of a busy room are merged over this time; a quiet one's go out at once. */
  updateWindowMs: 12,
  awarenessWindowMs: 50,
  /** A stock WebsocketProvider reconnects when it hears nothing for 30 s. */
  keepAliveMs: 20_000,
  idleMs: 30_000,
  /** From the moment that a log is long enough until it is compacted. */
  compactionMs: 1_000,
} as const

/** A log longer than this is replaced by a snapshot. */
export const compactAfter = { updates: 1_000, bytes: 1024 * 1024 } as const
