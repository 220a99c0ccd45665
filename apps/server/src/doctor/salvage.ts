/** Writes what can be read of a damaged data file into a new one that the server opens. */
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { migrate } from '../storage/schema.ts'
import type { Row } from './damagedFile.ts'
import { isState, type Examination } from './examine.ts'

export interface Salvaged {
  workshops: number
  boards: number
  notes: number
  /** Rows that could be read and have no place any more, since what they belong to is lost. */
  leftOut: number
}

/** `toDir` must be empty or not there. Throws otherwise. */
export function salvage(found: Examination, fromDir: string, toDir: string): Salvaged {
  mkdirSync(toDir, { recursive: true, mode: 0o700 })
  if (readdirSync(toDir).length > 0) throw new Error(`${toDir} is not empty`)
  for (const secret of ['organiser-key', 'server-secret']) {
    if (existsSync(join(fromDir, secret))) cpSync(join(fromDir, secret), join(toDir, secret))
  }
  const db = new DatabaseSync(join(toDir, 'bordet.sqlite'))
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  migrate(db)
  const done: Salvaged = { workshops: 0, boards: 0, notes: 0, leftOut: 0 }
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
  for (const { boardId, workshopId, state, notes } of found.boards) {
    if (!insert('board', { id: boardId, workshop_id: workshopId, last_seq: 0 })) continue
    insert('board_snapshot', { board_id: boardId, upto_seq: 0, crc32: crc32(state), state })
    done.boards += 1
    done.notes += notes
  }
  for (const claim of found.claims) insert('board_claim', claim)
  db.exec('COMMIT')
  db.close()
  return done
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
