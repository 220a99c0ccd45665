/** A data file as far as it can be read: SQLite stops at a damaged page, so tables are read from both ends. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'

export type Row = Record<string, SQLOutputValue>

export interface DamagedFile {
  /** SQLite's own word on the file; empty when it finds nothing. */
  complaints: string[]
  /** Whether the file has such a table: one from an earlier version may not. */
  has(table: string): boolean
  /** Every row that can be had, in the order of the key; `isWhole` when nothing stopped the reading. */
  read(table: string, key: readonly string[]): { rows: Row[]; isWhole: boolean }
  close(): void
}

/** Reads a copy: nothing of the original changes. Throws when it is no SQLite file at all. */
export function openDamagedFile(dataFile: string): DamagedFile {
  const folder = mkdtempSync(join(tmpdir(), 'bordet-doctor-'))
  const copy = join(folder, 'copy.sqlite')
  let db: DatabaseSync
  try {
    for (const end of ['', '-wal']) if (existsSync(dataFile + end)) cpSync(dataFile + end, copy + end)
    db = new DatabaseSync(copy)
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }

  /** Rows until the first that cannot be read. */
  function readUntilDamage(sql: string): { rows: Row[]; isWhole: boolean } {
    const rows: Row[] = []
    try {
      for (const row of db.prepare(sql).iterate()) rows.push(row)
      return { rows, isWhole: true }
    } catch {
      return { rows, isWhole: false }
    }
  }

  function complain(): string[] {
    const { rows, isWhole } = readUntilDamage('PRAGMA integrity_check(20)')
    const lines = rows.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok')
    return isWhole ? lines : [...lines, 'the check itself could not be finished']
  }

  return {
    complaints: complain(),
    has: (table) => readUntilDamage(`SELECT name FROM sqlite_schema WHERE name = '${table}'`).rows.length > 0,
    read(table, key) {
      const forward = readUntilDamage(`SELECT * FROM ${table} ORDER BY ${key.join(', ')}`)
      if (forward.isWhole) return forward
      const backward = readUntilDamage(
        `SELECT * FROM ${table} ORDER BY ${key.map((name) => `${name} DESC`).join(', ')}`,
      )
      const scan = readUntilDamage(`SELECT * FROM ${table} NOT INDEXED`)
      const rows = new Map<string, Row>()
      for (const row of [...forward.rows, ...scan.rows, ...backward.rows.reverse()]) {
        rows.set(JSON.stringify(key.map((name) => row[name])), row)
      }
      return { rows: [...rows.values()], isWhole: false }
    },
    close() {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
