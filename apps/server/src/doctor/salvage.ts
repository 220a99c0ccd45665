/** Writes what can be read of a damaged data file into a new one that the server opens. */
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { readNotes } from '@bordet/board'
import { buildDoc } from '@bordet/sync'
import { makePrivate } from '../storage/makePrivate.ts'
import { migrate } from '../storage/schema.ts'
import type { Row } from './damagedFile.ts'
import { isState, type ExaminedBoard, type Examination } from './examine.ts'

export interface Salvaged {
  workshops: number
  boards: number
  notes: number
  /** Boards whose workshop is lost, as files of their own: `withoutWorkshop`. */
  unplaced: number
  /** Rows that could be read and have no place any more, since what they belong to is lost. */
  leftOut: number
}

/** The folder for boards that no workshop has any more: the notes to read, and the Yjs state. */
export const withoutWorkshop = 'boards-without-workshop'

/** `toDir` must be empty or not there. Throws otherwise. */
export function salvage(found: Examination, fromDir: string, toDir: string): Salvaged {
  mkdirSync(toDir, { recursive: true, mode: 0o700 })
  if (readdirSync(toDir).length > 0) throw new Error(`${toDir} is not empty`)
  // One that was there already may be open to all.
  chmodSync(toDir, 0o700)
  for (const secret of ['organiser-key', 'server-secret']) {
    if (!existsSync(join(fromDir, secret))) continue
    cpSync(join(fromDir, secret), join(toDir, secret))
    chmodSync(join(toDir, secret), 0o600)
  }
  // Whole files, which nothing of the damage can have reached.
  for (const pictures of ['images', 'photos']) {
    if (existsSync(join(fromDir, pictures)))
      cpSync(join(fromDir, pictures), join(toDir, pictures), { recursive: true })
  }
  const dataFile = join(toDir, 'bordet.sqlite')
  makePrivate(dataFile)
  const db = new DatabaseSync(dataFile)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  migrate(db)
  const done: Salvaged = { workshops: 0, boards: 0, notes: 0, unplaced: 0, leftOut: 0 }
  const insert = (table: string, row: Readonly<Record<string, SQLInputValue>>): boolean => {
    const names = Object.keys(row)
    try {
      db.prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ).run(...Object.values(row))
      return true
    } catch {
      done.leftOut += 1
      return false
    }
  }
  db.exec('BEGIN')
  for (const workshop of found.workshops) {
    const readable = withReadableState(workshop)
    if (readable !== null && insert('workshop', readable)) done.workshops += 1
    else if (readable === null) done.leftOut += 1
  }
  for (const key of found.keys) insert('access_key', key)
  for (const command of found.commands) insert('command', command)
  for (const board of found.boards) {
    const { boardId, workshopId, state, notes } = board
    if (!insert('board', { id: boardId, workshop_id: workshopId, last_seq: 0 })) {
      writeUnplaced(board, join(toDir, withoutWorkshop))
      done.unplaced += 1
      continue
    }
    insert('board_snapshot', { board_id: boardId, upto_seq: 0, crc32: crc32(state), state })
    done.boards += 1
    done.notes += notes
  }
  for (const claim of found.claims) insert('board_claim', claim)
  for (const mark of found.marks) insert('board_mark', mark)
  for (const template of found.templates) insert('own_template', template)
  for (const programme of found.series) insert('series', programme)
  for (const round of found.interviews) insert('interview_round', round)
  for (const contact of found.contacts) insert('contact', contact)
  for (const mailing of found.mailings) insert('mailing', mailing)
  for (const mail of found.mails) insert('mail', mail)
  db.exec('COMMIT')
  db.close()
  return done
}

function writeUnplaced({ boardId, state }: ExaminedBoard, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // An id out of a damaged file can be anything.
  const path = join(folder, encodeURIComponent(boardId).replaceAll('.', '%2E').slice(0, 100))
  const texts = readNotes(buildDoc([state])).map(({ text }) => `${text}\n`)
  writeFileSync(`${path}.txt`, texts.join(''), { mode: 0o600 })
  writeFileSync(`${path}.yjs`, state, { mode: 0o600 })
}

/** The state, or the first one: the log of commands leads on from there. Null when neither can be read. */
function withReadableState(workshop: Row): Row | null {
  if (isState(workshop['state'])) return workshop
  if (!isState(workshop['first_state'])) return null
  return {
    ...workshop,
    state: workshop['first_state'] ?? null,
    state_version: workshop['first_version'] ?? null,
  }
}
