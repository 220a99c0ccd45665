/**
 * What the server keeps, as an interface: SQLite embedded now, PostgreSQL over several nodes later. One contract
 * suite runs against every implementation. What is surprising: a `commit` is all or nothing, is grouped with others
 * into one disk flush, and resolves only once it survives a power cut.
 */
import type { BoardStorage, StoredBoard } from '@bordet/sync'
import type { Actor } from '@bordet/workshop/engine'
import type { NoteIndex } from './noteIndex.ts'
import type { SeriesStorage } from './seriesStorage.ts'

export type KeyRole = 'facilitator' | 'helper' | 'screen' | 'table' | 'participant'

/** A capability link's key, hashed at rest. */
export interface KeyRow {
  /** SHA-256 of the key, base64url. */
  hash: string
  workshopId: string
  role: KeyRole
  personId: string | null
  table: number | null
}

export interface CommandRow {
  workshopId: string
  /** The version this command made. Two writers of the same version: the second fails with `VersionTaken`. */
  version: number
  opId: string
  actor: Actor
  at: number
  /** The parsed command, to be replayed. */
  command: unknown
  /** What was answered, and is answered again to the same `opId`. */
  answer: unknown
}

/** Where one person wants the harvest sent. Apart from everything else: no state, log or export of notes has it. */
export interface ContactRow {
  workshopId: string
  /** The person's, or the slip of paper's. */
  id: string
  personId: string | null
  email: string | null
  /** Name and address, a line each. */
  postal: string | null
  language: string
  via: 'phone' | 'paper'
  at: number
  /** Epoch milliseconds. */
  deleteAt: number
}

/** The command that ended a phase. */
export const markKinds = ['endPhase', 'startPhase', 'close'] as const
export type MarkKind = (typeof markKinds)[number]

/** Where a board stood when a run of a phase ended. There is one for each board and run: the last time it ended. */
export interface MarkPlace {
  boardId: string
  phaseId: string
  /** When the run began; with the phase it names the run. Epoch milliseconds, as `at`. */
  startedAt: number
  at: number
  kind: MarkKind
  /** The last of the board's updates that it contains. */
  seq: number
}

export interface BoardMark extends MarkPlace {
  /** The whole board, as `packBoard` makes it. Storage does not look inside. */
  packed: Uint8Array
}

/** A mark drawn as people saw the board, by a facilitator's browser; the two files lie beside the database. */
export interface BoardPicture extends Pick<MarkPlace, 'boardId' | 'phaseId' | 'startedAt' | 'seq'> {
  /** Notes that stood there, neither removed nor hidden then … */
  noteIds: string[]
  /** … and those of them that were hidden since, and so are not in the picture. */
  hiddenIds: string[]
  svg: string
  png: string
  /** Of the PNG, in pixels. */
  width: number
  height: number
}

/** All that is kept of one workshop but contacts, to be put where it is not. */
export interface WholeWorkshop {
  id: string
  joinCode: string
  createdAt: number
  first: { version: number; state: unknown }
  newest: { version: number; state: unknown }
  /** Without a gap, up to the newest state's version; some may be older than the first. */
  commands: CommandRow[]
  /** `seq`: of the last update in the state, from where the board goes on counting. */
  boards: { boardId: string; seq: number; state: Uint8Array }[]
  marks: BoardMark[]
  pictures: BoardPicture[]
  keys: KeyRow[]
}

/** The harvest on its way to everybody who asked for it by e-mail. */
export interface MailingRow {
  id: string
  workshopId: string
  at: number
  /** A format of the exporter, or `link`. */
  format: string
  /** The organiser's own words, empty without. */
  note: string
}

/** One mail to one person: where it goes stands in the contact alone. */
export interface MailRow {
  mailingId: string
  contactId: string
  /** Ids of others who gave the same address, and get no mail of their own. */
  also: string[]
  /** The header's, without brackets: the same however often the mail is tried. */
  messageId: string
  /** Of the key in the link that takes the address away; see `keys.ts`. */
  unsubscribeHash: string
  /** `sending`: its end is on its way, and what became of it is not known yet. */
  status: 'queued' | 'sending' | 'sent' | 'failed'
  tries: number
  /** When the status became what it is. */
  changedAt: number
  /** When it is tried, epoch milliseconds; null: not any more. */
  nextAt: number | null
  /** Why the last try failed, one of `mailReasons`. */
  reason: string | null
  /** The mail server's answer to it, such as 550. */
  smtpCode: number | null
}

/** Everything that must become durable together. */
export interface Write {
  /** `version` is the state's: the first command must make the next one. */
  workshop?: { id: string; joinCode: string; createdAt: number; version: number; state: unknown }
  boards?: { boardId: string; workshopId: string; state: Uint8Array }[]
  keys?: KeyRow[]
  command?: CommandRow
  updates?: { boardId: string; bytes: Uint8Array }[]
  /** In place of the one with this id; with neither way to reach somebody it is taken away. */
  contact?: ContactRow
  /** A new day for all of a workshop's whose day has not come `now`. */
  keepContacts?: { workshopId: string; deleteAt: number; now: number }
  /**
   * Fails when there is one with this id, or two mails are for the same contact. Throws `MailingUnderWay` while a mail of
   * any mailing of the workshop is still to be tried or on its way: of two at once one comes through.
   */
  mailing?: { row: MailingRow; mails: MailRow[] }
}

export interface StoredWorkshop {
  /** The newest stored state … */
  state: unknown
  /** … and the commands after it, in order. */
  commands: CommandRow[]
}

/** A template of the organisers' own. */
export interface TemplateRow {
  id: string
  savedAt: number
  /** The parsed file, to be read with today's schema. */
  file: unknown
}

export class VersionTaken extends Error {}

/** A workshop or a board with this id is here already. */
export class AlreadyThere extends Error {}

/** Mails of this workshop are still to be tried. */
export class MailingUnderWay extends Error {}

export interface Storage extends BoardStorage, NoteIndex, SeriesStorage {
  /** As `loadBoard`, for whoever only reads: a refusal that a failed write began goes on. */
  readBoard(boardId: string): Promise<StoredBoard | null>
  commit(write: Write): Promise<void>
  /** Replaces the stored state and lets later loads start from it; the command log stays. */
  saveState(workshopId: string, version: number, state: unknown): Promise<void>
  loadWorkshop(workshopId: string): Promise<StoredWorkshop | null>
  /** The state it was created with, which is never replaced, and all commands: for when the newest is unusable. */
  loadWorkshopFromFirst(workshopId: string): Promise<StoredWorkshop | null>
  /** `version` is that of the last command. */
  listWorkshops(): Promise<{ id: string; joinCode: string; createdAt: number; version: number }[]>
  workshopIdByJoinCode(joinCode: string): Promise<string | null>
  workshopIdByBoard(boardId: string): Promise<string | null>
  keyByHash(hash: string): Promise<KeyRow | null>
  /** What was answered to this `opId` before, and to whom. */
  answerTo(workshopId: string, opId: string): Promise<{ actor: Actor; answer: unknown } | null>
  /** In order; those after a version, and at most so many, where that is said. */
  commandLog(workshopId: string, afterVersion?: number, most?: number): Promise<CommandRow[]>
  /** The state it was created with, without the commands. */
  firstState(workshopId: string): Promise<unknown>
  /** Whole or not at all. Throws `AlreadyThere`. The rows must not change until it resolves: nothing is copied. */
  putBack(whole: WholeWorkshop): Promise<void>
  /** Each in place of the one of its board and run; all or none. Throws when a board is not there. */
  saveMarks(marks: readonly BoardMark[]): Promise<void>
  /** Oldest first. */
  listMarks(boardId: string): Promise<MarkPlace[]>
  /** Null when there is none. Throws `BoardDamaged`. */
  mark(place: Pick<MarkPlace, 'boardId' | 'phaseId' | 'startedAt'>): Promise<BoardMark | null>
  /** In place of the one of its board and run. Throws when the board is not there. */
  savePicture(picture: BoardPicture): Promise<void>
  /** Oldest first. */
  listPictures(boardId: string): Promise<BoardPicture[]>
  /** Also in place of an earlier one with this id. */
  saveTemplate(row: TemplateRow): Promise<void>
  /** False when there was none. */
  removeTemplate(id: string): Promise<boolean>
  template(id: string): Promise<TemplateRow | null>
  /** Newest first. */
  listTemplates(): Promise<TemplateRow[]>
  /** Null also when its day has come, whether or not it is deleted by now. */
  contact(workshopId: string, id: string, now: number): Promise<ContactRow | null>
  /** In the order they were given, without those whose day has come. */
  listContacts(workshopId: string, now: number): Promise<ContactRow[]>
  /** One, or all of a workshop's. Their bytes are overwritten. Resolves with how many there were. */
  removeContacts(workshopId: string, id?: string): Promise<number>
  /** Those whose day has come. */
  removeDueContacts(now: number): Promise<number>
  /** Newest first. */
  listMailings(workshopId: string): Promise<MailingRow[]>
  /** In the order in which they were handed over. */
  listMails(mailingId: string): Promise<MailRow[]>
  /** The one whose `nextAt` comes first, due or not; null when none is to be tried any more. */
  nextMail(): Promise<{ mail: MailRow; mailing: MailingRow } | null>
  /** Whether a mail of any of its mailings is still to be tried or on its way. */
  isMailing(workshopId: string): Promise<boolean>
  /**
   * In place of the one for this contact, as long as that is to be tried or on its way: what was sent or given up
   * meanwhile stays as it is. Resolves with whether it was written.
   */
  saveMail(row: MailRow): Promise<boolean>
  /**
   * Those that were given up are to be tried anew, as if for the first time: the `unsure` ones, which may have been sent,
   * or the others; or one contact's, whichever. What is sent or to be tried stays as it is. Resolves with how many.
   */
  retryMails(
    mailingId: string,
    which: { given: 'failed' | 'unsure' } | { contactId: string },
    now: number,
  ): Promise<number>
  /** Those that failed are not tried again by themselves. Resolves with how many there were. */
  giveUpMails(mailingId: string, now: number): Promise<number>
  /** Those that a crash left with an unknown end. */
  listSendingMails(): Promise<MailRow[]>
  /**
   * Those whose address the key with this hash takes away: the one whose mail it stands in, the others of `also` as long
   * as they have not given another one since, and whoever has the same address as one of these. Null when it is nobody's
   * key; empty when nothing is left to be taken away.
   */
  contactsByUnsubscribeHash(hash: string): Promise<ContactRow[] | null>
  /** All of these at once. Resolves with how many there were. */
  removeByUnsubscribeHash(hash: string): Promise<number>
  /** Throws when nothing can be written (disk full, read-only). */
  checkWritable(): Promise<void>
  close(): Promise<void>
}
