/**
 * Everything in one SQLite file, with one writer connection: the embedded default. `synchronous=FULL` with a
 * write-ahead log means that a commit has reached the disk. Backup: `VACUUM INTO`, from this or another process.
 */
import { DatabaseSync } from 'node:sqlite'
import type { Claim } from '@bordet/sync'
import { busyTimeoutMs, createGroupCommit } from './groupCommit.ts'
import { makePrivate } from './makePrivate.ts'
import { migrate } from './schema.ts'
import { openBoardTables } from './sqliteBoards.ts'
import { evenIfDue, openContactTable } from './sqliteContacts.ts'
import { openMarkTable } from './sqliteMarks.ts'
import { openMailTables } from './sqliteMails.ts'
import { openPictureTable } from './sqlitePictures.ts'
import { openNoteIndex } from './sqliteNotes.ts'
import { openSeriesTables } from './sqliteSeries.ts'
import { openTemplateTable } from './sqliteTemplates.ts'
import { openWorkshopTables } from './sqliteWorkshops.ts'
import { AlreadyThere, type ContactRow, type Storage, type WholeWorkshop, type Write } from './storage.ts'

/** Creates the file when there is none. `':memory:'` keeps nothing, for tests. Throws when it cannot be written. */
export function openSqlite(path: string): Storage {
  if (path !== ':memory:') makePrivate(path)
  const db = new DatabaseSync(path, { timeout: 2000 })
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 8000',
  )
  migrate(db)
  // From here on waiting for another process is done between turns of the loop.
  db.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
  const boards = openBoardTables(db)
  const workshops = openWorkshopTables(db)
  const templates = openTemplateTable(db)
  const contacts = openContactTable(db)
  const marks = openMarkTable(db)
  const pictures = openPictureTable(db)
  const mails = openMailTables(db)
  const group = createGroupCommit(db)
  const series = openSeriesTables(db)
  const upsertCheck = db.prepare(
    'INSERT INTO write_check (one, times) VALUES (1, 1) ON CONFLICT DO UPDATE SET times = times + 1',
  )
  /** Boards whose last write failed and that nobody has loaded since: see `BoardStorage.append`. */
  const broken = new Set<string>()
  let closed = false

  function writeToBoards(boardIds: readonly string[], apply: () => void): Promise<void> {
    return group.write(
      () => {
        const refused = boardIds.find((id) => broken.has(id))
        if (refused !== undefined)
          throw new Error(`An earlier write to board ${refused} failed: load it again first`)
        apply()
      },
      () => boardIds.forEach((id) => broken.add(id)),
    )
  }

  /** An address that is gone from its table still stands in the write-ahead log until that begins anew. */
  function emptyLog(): void {
    try {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch {
      // Gone it is all the same. Somebody reads the file just now: the next checkpoint empties the log.
    }
  }

  /** With the others of its turn; resolves with what `change` returned, once that is durable. */
  async function written<T>(change: () => T): Promise<T> {
    const results: T[] = []
    // A turn may be taken anew: the last one counts.
    await group.write(() => void results.push(change()))
    const [result] = results.slice(-1)
    if (result === undefined) throw new Error('a write that stands has run')
    return result
  }

  async function removed(change: () => number): Promise<number> {
    const count = await written(change)
    if (count > 0) emptyLog()
    return count
  }

  function unsubscribing(hash: string): ContactRow[] | null {
    const found = mails.listByUnsubscribeHash(hash)
    const [first] = found
    if (!first) return null
    const { workshopId } = first.mailing
    const isUnchanged = (id: string, at: number) =>
      (contacts.load(workshopId, id, evenIfDue)?.at ?? Infinity) <= at
    const ids = found.flatMap(({ mail, mailing }) => [
      mail.contactId,
      ...mail.also.filter((id) => isUnchanged(id, mailing.at)),
    ])
    return contacts.listSame(workshopId, ids)
  }

  async function told(change: () => boolean): Promise<boolean> {
    let isDone = false
    await group.write(() => {
      isDone = change()
    })
    return isDone
  }

  async function commit(write: Write): Promise<void> {
    // Copied now: the caller may go on changing the state while the write waits.
    const {
      workshop,
      boards: newBoards = [],
      keys = [],
      command,
      updates = [],
      contact,
      keepContacts,
      mailing,
    } = structuredClone(write)
    await writeToBoards([...new Set(updates.map((update) => update.boardId))], () => {
      if (command) workshops.addCommand(command)
      if (workshop) workshops.create(workshop)
      for (const board of newBoards) boards.create(board.boardId, board.workshopId, board.state)
      for (const key of keys) workshops.addKey(key)
      for (const update of updates) boards.append(update.boardId, update.bytes, [])
      if (contact) contacts.save(contact)
      if (keepContacts) contacts.keep(keepContacts)
      if (mailing) mails.add(mailing.row, mailing.mails)
    })
    if (contact && contact.email === null && contact.postal === null) emptyLog()
  }

  function putBack(whole: WholeWorkshop): void {
    if (workshops.has(whole.id)) throw new AlreadyThere(`Workshop ${whole.id} is here`)
    const taken = whole.boards.find(({ boardId }) => boards.workshopIdOf(boardId) !== null)
    if (taken) throw new AlreadyThere(`Board ${taken.boardId} is here`)
    workshops.putBack(whole)
    for (const { boardId, state, seq } of whole.boards) boards.create(boardId, whole.id, state, seq)
    for (const mark of whole.marks) marks.save(mark)
    for (const picture of whole.pictures) pictures.save(picture)
  }

  return {
    commit,
    ...openNoteIndex(db, group.writeAlone),
    saveSeries: (row) => {
      const kept = structuredClone(row)
      return told(() => series.save(kept))
    },
    removeSeries: (id) => told(() => series.remove(id)),
    series: async (id) => series.load(id),
    listSeries: async () => series.list(),
    saveInterviews: (row) => {
      const kept = structuredClone(row)
      return told(() => series.saveInterviews(kept))
    },
    removeInterviews: (seriesId, id) => told(() => series.removeInterviews(seriesId, id)),
    interviews: async (id) => series.loadInterviews(id),
    listInterviews: async (seriesId) => series.listInterviews(seriesId),
    async readBoard(boardId) {
      await group.settled()
      return boards.load(boardId)
    },
    append: (boardId, update, claims: readonly Claim[] = []) =>
      writeToBoards([boardId], () => boards.append(boardId, update, claims)),
    async loadBoard(boardId) {
      await group.settled()
      broken.delete(boardId)
      return boards.load(boardId)
    },
    saveSnapshot: (boardId, uptoSeq, state) => boards.saveSnapshot(boardId, uptoSeq, state, group.writeAlone),
    async saveState(workshopId, version, state) {
      const kept = structuredClone(state)
      await group.write(() => workshops.saveState(workshopId, version, kept))
    },
    loadWorkshop: async (workshopId) => workshops.load(workshopId),
    loadWorkshopFromFirst: async (workshopId) => workshops.loadFromFirst(workshopId),
    listWorkshops: async () => workshops.list(),
    workshopIdByJoinCode: async (joinCode) => workshops.idByJoinCode(joinCode),
    workshopIdByBoard: async (boardId) => boards.workshopIdOf(boardId),
    keyByHash: async (hash) => workshops.keyByHash(hash),
    answerTo: async (workshopId, opId) => workshops.answerTo(workshopId, opId),
    commandLog: async (workshopId, afterVersion = 0, most = -1) =>
      workshops.commandLog(workshopId, afterVersion, most),
    firstState: async (workshopId) => workshops.firstState(workshopId),
    // Alone: a long transaction, in which nobody's words should have to wait for their turn.
    putBack: (whole) => group.writeAlone(() => putBack(whole)),
    saveMarks: (saved) => group.write(() => saved.forEach((mark) => marks.save(mark))),
    listMarks: async (boardId) => marks.list(boardId),
    mark: async (place) => marks.load(place),
    savePicture: (picture) => {
      const kept = structuredClone(picture)
      return group.write(() => pictures.save(kept))
    },
    listPictures: async (boardId) => pictures.list(boardId),
    saveTemplate: (row) => {
      const kept = structuredClone(row)
      return group.write(() => templates.save(kept))
    },
    removeTemplate: (id) => told(() => templates.remove(id)),
    contact: async (workshopId, id, now) => contacts.load(workshopId, id, now),
    listContacts: async (workshopId, now) => contacts.list(workshopId, now),
    removeContacts: (workshopId, id) => removed(() => contacts.remove(workshopId, id)),
    removeDueContacts: (now) => removed(() => contacts.removeDue(now)),
    listMailings: async (workshopId) => mails.listMailings(workshopId),
    listMails: async (mailingId) => mails.list(mailingId),
    nextMail: async () => mails.next(),
    isMailing: async (workshopId) => mails.isUnderWay(workshopId),
    saveMail: (row) => {
      const kept = structuredClone(row)
      return written(() => mails.save(kept))
    },
    retryMails: (mailingId, which, now) => written(() => mails.retry(mailingId, which, now)),
    giveUpMails: (mailingId, now) => written(() => mails.giveUp(mailingId, now)),
    listSendingMails: async () => mails.listSending(),
    contactsByUnsubscribeHash: async (hash) => unsubscribing(hash),
    removeByUnsubscribeHash: (hash) =>
      removed(() => {
        const rows = unsubscribing(hash) ?? []
        for (const { workshopId, id } of rows) contacts.remove(workshopId, id)
        return rows.length
      }),
    template: async (id) => templates.load(id),
    listTemplates: async () => templates.list(),
    checkWritable: () => group.write(() => void upsertCheck.run()),
    async close() {
      if (closed) return
      closed = true
      await group.close()
      db.close()
    },
  }
}
