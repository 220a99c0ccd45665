/** Addresses in the SQLite file. What is taken away is overwritten, not only unlinked. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { addressKey } from '../addressKey.ts'
import type { ContactRow } from './storage.ts'

/** To take an address away its day is no matter. */
export const evenIfDue = -1

export interface ContactTable {
  /** In place of the one with this id; with neither way to reach somebody it is taken away. */
  save(row: ContactRow): void
  keep(contacts: { workshopId: string; deleteAt: number; now: number }): void
  /** Without those whose day has come, as all that shows or uses an address must be. */
  load(workshopId: string, id: string, now: number): ContactRow | null
  list(workshopId: string, now: number): ContactRow[]
  /** These, and whoever has the same address as one of them. */
  listSame(workshopId: string, ids: readonly string[]): ContactRow[]
  /** One, or all of the workshop's. */
  remove(workshopId: string, id?: string): number
  removeDue(now: number): number
}

export function openContactTable(db: DatabaseSync): ContactTable {
  const upsert = db.prepare(
    `INSERT INTO contact (workshop_id, id, person_id, email, postal, language, via, at, delete_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
     ON CONFLICT (workshop_id, id) DO UPDATE
     SET person_id = ?3, email = ?4, postal = ?5, language = ?6, via = ?7, at = ?8, delete_at = ?9`,
  )
  const updateDay = db.prepare('UPDATE contact SET delete_at = ?2 WHERE workshop_id = ?1 AND delete_at > ?3')
  const selectOne = db.prepare('SELECT * FROM contact WHERE workshop_id = ? AND id = ? AND delete_at > ?')
  const selectAll = db.prepare(
    'SELECT * FROM contact WHERE workshop_id = ? AND delete_at > ? ORDER BY at, id',
  )
  const removeOne = db.prepare('DELETE FROM contact WHERE workshop_id = ? AND id = ?')
  const removeAll = db.prepare('DELETE FROM contact WHERE workshop_id = ?')
  const removeDue = db.prepare('DELETE FROM contact WHERE delete_at <= ?')

  const overwriting = <T>(change: () => T): T => {
    db.exec('PRAGMA secure_delete = ON')
    try {
      return change()
    } finally {
      db.exec('PRAGMA secure_delete = OFF')
    }
  }

  return {
    save: ({ workshopId, id, personId, email, postal, language, via, at, deleteAt }) =>
      void overwriting(() =>
        email === null && postal === null
          ? removeOne.run(workshopId, id)
          : upsert.run(workshopId, id, personId, email, postal, language, via, at, deleteAt),
      ),
    keep: ({ workshopId, deleteAt, now }) => void updateDay.run(workshopId, deleteAt, now),
    load(workshopId, id, now) {
      const row = selectOne.get(workshopId, id, now)
      return row === undefined ? null : toContactRow(row)
    },
    list: (workshopId, now) => selectAll.all(workshopId, now).map(toContactRow),
    listSame(workshopId, ids) {
      const all = selectAll.all(workshopId, evenIfDue).map(toContactRow)
      const keysOf = ({ email }: ContactRow) => (email === null ? [] : [addressKey(email)])
      const isNamed = ({ id }: ContactRow) => ids.includes(id)
      const keys = new Set(all.filter(isNamed).flatMap(keysOf))
      return all.filter((row) => isNamed(row) || keysOf(row).some((key) => keys.has(key)))
    },
    remove: (workshopId, id) =>
      overwriting(() =>
        Number((id === undefined ? removeAll.run(workshopId) : removeOne.run(workshopId, id)).changes),
      ),
    removeDue: (now) => overwriting(() => Number(removeDue.run(now).changes)),
  }
}

function toContactRow(row: Record<string, SQLOutputValue>): ContactRow {
  const text = (name: string) => (row[name] === null ? null : String(row[name]))
  return {
    workshopId: String(row['workshop_id']),
    id: String(row['id']),
    personId: text('person_id'),
    email: text('email'),
    postal: text('postal'),
    language: String(row['language']),
    via: row['via'] === 'paper' ? 'paper' : 'phone',
    at: Number(row['at']),
    deleteAt: Number(row['delete_at']),
  }
}
