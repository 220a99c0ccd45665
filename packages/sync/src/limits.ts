/** How much one connection, one message and one room may take. All in one place, with the reason. */
export const limits = {
  /** A whole board of 5,000 notes is about 1.1 MB; nobody brings that much that is new. */
  messageBytes: 1024 * 1024,
  /** New structs in one update: most of an hour's offline dragging at ten a second, without a rest. */
  newStructs: 30_000,
  /** Client ids in one update that have new structs: a page that was opened as often without ever reaching us. */
  newClients: 64,
  /** Deletions that are new, in letters and values. */
  newDeletes: 100_000,
  /**
   * The work that one update makes for Yjs beyond reading it, in steps of about 0.1 µs; see effort.ts. An hour of
   * offline work takes some ten thousand. A short update gets the first, each of its bytes adds to it up to the last.
   */
  effortAtLeast: 100_000,
  effortPerByte: 8,
  effort: 500_000,
  /** Of one key over all its updates: a twentieth of a core, and some hours of offline work at once. */
  effortPerSecond: 500_000,
  effortBurst: 4_000_000,
  /** What it costs a key to have broken the shadow, which is made again then; by the board's bytes, and at most. */
  effortOfShadowPerByte: 8,
  effortOfShadow: 1_000_000,
  /** Into so many structs others may have cut what its writer still tells in one. */
  knownPieces: 1_000,
  /** A board's bytes: eight times the largest that was thought of. Who wants more is not writing notes. */
  boardBytes: 8 * 1024 * 1024,
  /** A drawing, picture or text that is no note, roughly as JSON. */
  recordBytes: 256 * 1024,
  recordDepth: 32,
  /** Letters that one update puts into one note: ten times what reaches a phone. */
  newLetters: 20_000,
  /** A map's key: an id, or a field's name. */
  keyLength: 128,
  /** A Yjs clock far beyond any honest one, and far below where numbers stop being exact. */
  clock: 2 ** 40,
  /** A client id is 32 bits in Yjs 13.6. */
  client: 2 ** 32,

  /** What one client id shows, as bytes of JSON: our own pages need some 40, tldraw's own presence some 700. */
  awarenessBytes: 2 * 1024,
  /** Client ids in one message: a page that is asked repeats everybody it sees, five times a large hall. */
  awarenessEntries: 3_000,
  /** Client ids that one connection may show as present. */
  awarenessClients: 4,

  /** Client ids that one key may write or show on one board: as often was its page opened … */
  clientsOfKey: 500,
  /** … and all keys together: each change of a document looks at every client id (20,000 of them: some 50 ms). */
  clientsOfBoard: 20_000,

  /** Sustained and at once, for all connections with one key. A script that adds 5,000 notes in a loop is still welcome. */
  messagesPerSecond: 500,
  messageBurst: 10_000,
  bytesPerSecond: 2 * 1024 * 1024,
  byteBurst: 16 * 1024 * 1024,
  /** Presence beyond this is not listened to: a lively pointer is some 3 KB a second. */
  presenceBytesOfKeyPerSecond: 64 * 1024,
  presenceByteBurst: 512 * 1024,
  /** Boards sent as they are. */
  answerBytesPerSecond: 4 * 1024 * 1024,
  answerByteBurst: 64 * 1024 * 1024,
  /** Answers to a sync step 1 that must be made for it; everybody's first one is there already. */
  answersPerSecond: 1,
  answerBurst: 10,

  /** Answers that are kept for whoever asks the same, by number and by bytes each. */
  keptAnswers: 8,
  keptAnswerBytes: 1024 * 1024,
  /** Updates with nothing new that are known by sight. */
  knownUpdates: 4,
  /** A document of so many bytes is made anew within some milliseconds. */
  smallBoardBytes: 256 * 1024,

  /** Presence of one room to all its members. A hall of 300 pointing at once stays below a quarter of a core. */
  presenceBytesPerSecond: 80_000_000,

  /** Above this a member gets no awareness … */
  slowBytes: 256 * 1024,
  /** … and above this is closed. The largest board must still fit, with what is said while it is being sent. */
  tooSlowBytes: 24 * 1024 * 1024,
} as const

/** The waits, in milliseconds. */
export const waits = {
  /** Presence is merged over this time, longer where it would be too much … */
  presenceMs: 40,
  presenceMostMs: 1000,
  /** … and goes along with an update when it is due so soon. */
  presenceEarlyMs: 10,
  /** A document that nobody used for so long is given up, a large one later. */
  sleepMs: 10_000,
  sleepLargeMs: 10 * 60_000,
  /** A stock WebsocketProvider reconnects when it hears nothing for 30 s. */
  keepAliveMs: 20_000,
  idleMs: 30_000,
  /** Until a board that could not be loaded again after a failure is tried once more; doubles up to the most. */
  reloadMs: 500,
  reloadMostMs: 30_000,
} as const

/** A log longer than this is replaced by a snapshot. */
export const compactAfter = { updates: 1_000, bytes: 1024 * 1024 } as const

/**
 * How many writes to sockets one room may ask for in a second before it gathers what it has to say, and for how long it
 * gathers at most; see pace.ts. A hall of 150 with a note every ten seconds each asks for 2,250: nobody waits there.
 */
export const roomPace = { perSecond: 3_000, burst: 3_000, mostMs: 66 } as const
/** How often in a second all rooms together may act on the spot before they act in common rounds; see rounds.ts. */
export const housePace = { perSecond: 80, burst: 12, mostMs: 12 } as const
/** More than this is not left waiting for the next round. */
export const inboxBytes = 1024 * 1024

/** Left at its unloading, a log longer than this is replaced too: the next to come wait less. */
export const compactAtRestAfter = { updates: 64, bytes: 64 * 1024 } as const
