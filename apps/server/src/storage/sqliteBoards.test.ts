/** A snapshot is saved in many turns: the process may die after each, and no turn is long. */
import { copyFileSync, mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { StoredBoard } from '@bordet/sync'
import { expect, it } from 'vitest'
import { migrate } from './schema.ts'
import { openSqlite } from './sqlite.ts'
import { openBoardTables, type Turn } from './sqliteBoards.ts'

const updates = 1000
/** Of the snapshots, by where they end. The first is there from the beginning. */
const ends = [0, 300, 900, 1000]

/** A board with a thousand updates of four bytes each. */
function openBoard() {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-snapshots-'))
  const path = join(folder.path, 'bordet.sqlite')
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON')
  migrate(db)
  db.exec(
    `INSERT INTO workshop (id, join_code, created_at, state_version, state) VALUES ('w', '1', 0, 0, '{}')`,
  )
  const boards = openBoardTables(db)
  boards.create('b', 'w', stateAt(0))
  db.exec('BEGIN')
  for (let seq = 1; seq <= updates; seq++) boards.append('b', stateAt(seq), [])
  db.exec('COMMIT')
  let turns = 0
  let deletedAtOnce = 0
  const countRows = () => Number(db.prepare('SELECT count(*) AS n FROM board_log').get()?.['n'])

  return {
    boards,
    folder,
    path,
    db,
    countRows,
    turns: () => turns,
    deletedAtOnce: () => deletedAtOnce,
    /** Runs a transaction; `after` sees the file as a process that died then would leave it. */
    turnWith:
      (after: (copy: string) => Promise<void>): Turn =>
      async (apply) => {
        const before = countRows()
        db.exec('BEGIN IMMEDIATE')
        const result = apply()
        db.exec('COMMIT')
        deletedAtOnce = Math.max(deletedAtOnce, before - countRows())
        const copy = join(folder.path, `copy-${(turns += 1)}.sqlite`)
        for (const end of ['', '-wal']) copyFileSync(path + end, copy + end)
        await after(copy)
        return result
      },
    [Symbol.dispose]() {
      db.close()
      folder.remove()
    },
  }
}

function stateAt(seq: number): Uint8Array {
  return Uint8Array.of(seq >> 8, seq & 255, 7, 7)
}

async function load(path: string): Promise<StoredBoard | null> {
  const storage = openSqlite(path)
  try {
    return await storage.loadBoard('b')
  } finally {
    await storage.close()
  }
}

/** From its snapshot to its end without a hole, each with its own bytes. */
function expectWhole(stored: StoredBoard | null): void {
  const from = stored?.snapshotSeq ?? -1
  expect(ends).toContain(from)
  expect(stored?.snapshot).toEqual(stateAt(from))
  expect(stored?.updates).toEqual(
    Array.from({ length: updates - from }, (_, i) => ({ seq: from + i + 1, bytes: stateAt(from + i + 1) })),
  )
}

function damageNewest(path: string): void {
  const db = new DatabaseSync(path)
  db.exec(
    'UPDATE board_snapshot SET state = zeroblob(4) WHERE upto_seq = (SELECT max(upto_seq) FROM board_snapshot)',
  )
  db.close()
}

it('has the newest snapshot and the one before it, each with its log, after whichever turn the process dies', async () => {
  using board = openBoard()
  const newest: number[] = []
  const turn = board.turnWith(async (copy) => {
    const stored = await load(copy)
    expectWhole(stored)
    newest.push(stored?.snapshotSeq ?? -1)
    if (newest.at(-1) === 0) return
    damageNewest(copy)
    const older = await load(copy)
    expectWhole(older)
    expect(older?.snapshotSeq).toBeLessThan(newest.at(-1) ?? 0)
  })
  for (const seq of ends.slice(1)) await board.boards.saveSnapshot('b', seq, stateAt(seq), turn)
  expect([...new Set(newest)]).toEqual([300, 900, 1000])
  expect(board.countRows()).toBe(updates - 900)
  expect(board.deletedAtOnce()).toBe(200)
})

it('takes away with the next snapshot what a death left over of the last', async () => {
  using board = openBoard()
  const diesAfter = (turns: number) => {
    let left = turns
    return board.turnWith(async () => {
      if ((left -= 1) === 0) throw new Error('The process died')
    })
  }
  await board.boards.saveSnapshot('b', 300, stateAt(300), diesAfter(Infinity))
  // 1 inserted, 2 and 3 read again, 4 the oldest snapshot gone, 5 the first rows gone
  await expect(board.boards.saveSnapshot('b', 900, stateAt(900), diesAfter(5))).rejects.toThrow('died')
  expect(board.countRows()).toBe(updates - 200)
  await board.boards.saveSnapshot('b', 1000, stateAt(1000), diesAfter(Infinity))
  expect(board.countRows()).toBe(updates - 900)
})

it('prunes nothing when the new snapshot cannot be read again', async () => {
  using board = openBoard()
  const whole = board.turnWith(async () => {})
  await board.boards.saveSnapshot('b', 300, stateAt(300), whole)
  const damaging = board.turnWith(async () => {
    board.db.exec('UPDATE board_snapshot SET state = zeroblob(4) WHERE upto_seq = 900')
  })
  await expect(board.boards.saveSnapshot('b', 900, stateAt(900), damaging)).rejects.toThrow('not kept')
  expect(board.countRows()).toBe(updates)
})

it('counts a snapshot that cannot be read again as none, and keeps what the sound one before it needs', async () => {
  using board = openBoard()
  const whole = board.turnWith(async () => {})
  await board.boards.saveSnapshot('b', 300, stateAt(300), whole)
  await board.boards.saveSnapshot('b', 900, stateAt(900), whole)
  damageNewest(board.path)
  await board.boards.saveSnapshot('b', 1000, stateAt(1000), whole)
  damageNewest(board.path)
  const stored = await load(board.path)
  expect(stored?.snapshotSeq).toBe(300)
  expectWhole(stored)
})

it('writes a snapshot anew that cannot be read again', async () => {
  using board = openBoard()
  const whole = board.turnWith(async () => {})
  await board.boards.saveSnapshot('b', 1000, stateAt(1000), whole)
  damageNewest(board.path)
  expect(board.boards.load('b')?.snapshotSeq).toBe(0)
  await board.boards.saveSnapshot('b', 1000, stateAt(1000), whole)
  expect(board.boards.load('b')?.snapshotSeq).toBe(1000)
})

it('takes over a log that was kept by board', async () => {
  using board = openBoard()
  const { db } = board
  db.exec("INSERT INTO board (id, workshop_id, last_seq) VALUES ('empty', 'w', 0)")
  db.exec(`
    CREATE TABLE board_update (
      board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
      seq INTEGER NOT NULL,
      crc32 INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (board_id, seq)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO board_update SELECT board_id, seq, crc32, bytes FROM board_log;
    DROP TABLE board_log;
    DROP TABLE mailing_matter;
    DROP TABLE mail;
    DROP TABLE mailing;
    ALTER TABLE board DROP COLUMN last_row;
    DROP TABLE board_picture;
    DROP TRIGGER indexed_note_in;
    DROP TRIGGER indexed_note_out;
    DROP TABLE note_words;
    DROP TABLE note_parts;
    DROP TABLE indexed_theme;
    DROP TABLE indexed_note;
    DROP TABLE note_source;
    DROP TABLE interview_round;
    DROP TABLE series;
    DROP TABLE board_mark;
    PRAGMA user_version = 4;
  `)
  migrate(db)
  openBoardTables(db).append('b', stateAt(updates + 1), [])
  const stored = await load(board.path)
  expect(stored?.updates.map(({ seq, bytes }) => [seq, bytes])).toEqual(
    Array.from({ length: updates + 1 }, (_, i) => [i + 1, stateAt(i + 1)]),
  )
})

it('is not led astray by a row of another board that stands where one of its own was deleted', async () => {
  using board = openBoard()
  const whole = board.turnWith(async () => {})
  await board.boards.saveSnapshot('b', 300, stateAt(300), whole)
  await board.boards.saveSnapshot('b', 900, stateAt(900), whole)
  board.boards.create('c', 'w', stateAt(0))
  const before = board.db.prepare("SELECT row_before FROM board_log WHERE board_id = 'b' AND seq = 301").get()
  board.db
    .prepare("INSERT INTO board_log (row, board_id, seq, crc32, bytes) VALUES (?, ?, 300, 0, x'00')")
    .run(before?.['row_before'] ?? null, 'c')
  await board.boards.saveSnapshot('b', 1000, stateAt(1000), whole)
  expectWhole(await load(board.path))
  expect(board.db.prepare("SELECT count(*) AS n FROM board_log WHERE board_id = 'c'").get()?.['n']).toBe(1)
})
