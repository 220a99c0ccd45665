/** The organisers' own templates in the SQLite file. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { TemplateRow } from './storage.ts'

export interface TemplateTable {
  save(row: TemplateRow): void
  /** False when there was none. */
  remove(id: string): boolean
  load(id: string): TemplateRow | null
  list(): TemplateRow[]
}

export function openTemplateTable(db: DatabaseSync): TemplateTable {
  const upsert = db.prepare(
    `INSERT INTO own_template (id, saved_at, file) VALUES (?1, ?2, ?3)
     ON CONFLICT (id) DO UPDATE SET saved_at = ?2, file = ?3`,
  )
  const remove = db.prepare('DELETE FROM own_template WHERE id = ?')
  const select = db.prepare('SELECT id, saved_at, file FROM own_template WHERE id = ?')
  const selectAll = db.prepare('SELECT id, saved_at, file FROM own_template ORDER BY saved_at DESC, id')
  return {
    save: ({ id, savedAt, file }) => void upsert.run(id, savedAt, JSON.stringify(file)),
    remove: (id) => Number(remove.run(id).changes) > 0,
    load(id) {
      const row = select.get(id)
      return row === undefined ? null : toTemplateRow(row)
    },
    list: () => selectAll.all().map(toTemplateRow),
  }
}

function toTemplateRow(row: Record<string, SQLOutputValue>): TemplateRow {
  return { id: String(row['id']), savedAt: Number(row['saved_at']), file: JSON.parse(String(row['file'])) }
}
