/** Real files, really broken: the doctor never stumbles, and what can be read is saved into a file that opens. */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { newBoard, placeNote, readNotes } from '@bordet/board'
import { BoardDamaged, buildDoc } from '@bordet/sync'
import { createWorkshop } from '@bordet/workshop/engine'
import { makeSession, templateById } from '@bordet/workshop/templates'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openSqlite } from '../storage/sqlite.ts'
import { openDamagedFile } from './damagedFile.ts'
import { examine } from './examine.ts'
import { salvage, withoutWorkshop } from './salvage.ts'

const root = mkdtempSync(join(tmpdir(), 'bordet-doctor-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folders = 0

function newFolder(): string {
  return mkdtempSync(join(root, `${(folders += 1)}-`))
}

const zone = { id: 'z', title: 'Det här saknas', kind: 'notes', color: 'sun', icon: 'gap' } as const
const boardIds = Array.from({ length: 6 }, (_, i) => `board${i}`)
const notesPerBoard = 30

/** Six boards with thirty notes each, two snapshots and a log, closed in good order. */
async function writeHall(file: string): Promise<void> {
  const storage = openSqlite(file)
  const docs = boardIds.map(() => newBoard([zone]))
  await storage.commit({
    workshop: { id: 'w1', joinCode: '123456', createdAt: 0, version: 0, state: firstState() },
    boards: boardIds.map((boardId, i) => ({
      boardId,
      workshopId: 'w1',
      state: Y.encodeStateAsUpdate(docs[i] ?? new Y.Doc()),
    })),
  })
  for (let n = 0; n < notesPerBoard; n++) {
    for (const [i, boardId] of boardIds.entries()) {
      const doc = docs[i]
      if (!doc) continue
      const before = Y.encodeStateVector(doc)
      const text = `Fler sittplatser vid busstationen ${n} `.repeat(8)
      const id = `00000000-0000-4000-8000-${String(i * 1000 + n).padStart(12, '0')}`
      placeNote(doc, {
        id,
        zone: 'z',
        phase: 'p',
        text,
        color: 'sky',
        by: 'participant',
        via: 'phone',
        at: 1,
      })
      await storage.append(boardId, Y.encodeStateAsUpdate(doc, before), [])
      if (n === 9 || n === 19) await storage.saveSnapshot(boardId, n + 1, Y.encodeStateAsUpdate(doc))
    }
  }
  await storage.close()
}

const hall = join(newFolder(), 'bordet.sqlite')
beforeAll(() => writeHall(hall))

function copyHall(): { folder: string; file: string } {
  const folder = newFolder()
  const file = join(folder, 'bordet.sqlite')
  cpSync(hall, file)
  return { folder, file }
}

function firstState() {
  const template = templateById('world-cafe-service')
  const session = template && makeSession(template, 'A1', 'sv', { place: 'Lindåsa' })
  if (!session) throw new Error('the World Café is missing')
  return createWorkshop({
    id: 'w1',
    templateId: 'world-cafe-service',
    sessionId: 'A1',
    title: 'World Café i Lindåsa',
    place: 'Lindåsa',
    owner: 'Lindåsa kommun',
    language: 'sv',
    createdAt: 0,
    startsAt: 0,
    joinCode: '123456',
    openBoards: false,
    seed: 7,
    session,
    hallBoardId: 'board0',
    tableBoardIds: boardIds.slice(1),
  }).state
}

function change(file: string, sql: string): void {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

async function notesOf(file: string, boardId: string): Promise<number | 'damaged'> {
  const storage = openSqlite(file)
  try {
    const stored = await storage.loadBoard(boardId)
    if (!stored?.snapshot) throw new Error('not there')
    return readNotes(buildDoc([stored.snapshot, ...stored.updates.map(({ bytes }) => bytes)])).length
  } catch (error) {
    if (error instanceof BoardDamaged) return 'damaged'
    throw error
  } finally {
    await storage.close()
  }
}

function look(file: string) {
  const damaged = openDamagedFile(file)
  try {
    return examine(damaged)
  } finally {
    damaged.close()
  }
}

describe('damage to one board', () => {
  const damages: Record<string, { sql: string; board: number | 'damaged'; saved: number }> = {
    'a flipped byte in an update': {
      sql: "UPDATE board_log SET bytes = zeroblob(length(bytes)) WHERE board_id = 'board2' AND seq = 25",
      board: 'damaged',
      saved: 24,
    },
    'a flipped byte in the newest snapshot': {
      sql: "UPDATE board_snapshot SET state = zeroblob(length(state)) WHERE board_id = 'board2' AND upto_seq = 20",
      board: 30,
      saved: 30,
    },
    'a cut tail': {
      sql: "DELETE FROM board_log WHERE board_id = 'board2' AND seq > 27",
      board: 'damaged',
      saved: 27,
    },
    'a hole in the log': {
      sql: "DELETE FROM board_log WHERE board_id = 'board2' AND seq = 22",
      board: 'damaged',
      saved: 21,
    },
    'no snapshot at all': {
      sql: "DELETE FROM board_snapshot WHERE board_id = 'board2'",
      board: 'damaged',
      saved: 0,
    },
  }

  it.each(Object.entries(damages))('by %s is noticed, and no other board minds', async (_, damage) => {
    const { folder, file } = copyHall()
    expect(look(file).problems.filter((line) => line.includes('board2'))).toEqual([])
    change(file, damage.sql)
    expect(await notesOf(file, 'board2')).toBe(damage.board)
    expect(await notesOf(file, 'board3')).toBe(notesPerBoard)
    const found = look(file)
    expect(found.problems.some((line) => line.startsWith('board board2:'))).toBe(true)
    expect(found.boards.find(({ boardId }) => boardId === 'board2')?.notes).toBe(damage.saved)
    const to = join(newFolder(), 'new')
    salvage(found, folder, to)
    expect(await notesOf(join(to, 'bordet.sqlite'), 'board2')).toBe(damage.saved)
    expect(await notesOf(join(to, 'bordet.sqlite'), 'board4')).toBe(notesPerBoard)
  })
})

it('pictures go along, whole', () => {
  const { folder, file } = copyHall()
  for (const name of ['images', 'photos']) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'p'.repeat(22)), 'a picture')
  }
  const to = join(newFolder(), 'new')
  salvage(look(file), folder, to)
  for (const name of ['images', 'photos'])
    expect(readFileSync(join(to, name, 'p'.repeat(22)), 'utf8')).toBe('a picture')
})

it('what boards were when phases ended goes along', async () => {
  const { folder, file } = copyHall()
  const mark = {
    boardId: 'board1',
    phaseId: 'r1',
    startedAt: 1,
    at: 2,
    kind: 'endPhase',
    seq: 3,
    packed: Uint8Array.of(1),
  } as const
  const storage = openSqlite(file)
  await storage.saveMarks([mark])
  await storage.close()
  const to = join(newFolder(), 'new')
  salvage(look(file), folder, to)
  const saved = openSqlite(join(to, 'bordet.sqlite'))
  expect(await saved.mark(mark)).toEqual(mark)
  await saved.close()
})

it('what became of mails goes along', async () => {
  const { folder, file } = copyHall()
  change(file, "INSERT INTO mailing VALUES ('m1', 'w1', 1, 'docx', '')")
  change(
    file,
    "INSERT INTO mail VALUES (1, 'm1', 'c1', 'id@x', 'hash', 'sent', 1, 2, NULL, NULL, NULL, '[]')",
  )
  const to = join(newFolder(), 'new')
  salvage(look(file), folder, to)
  const storage = openSqlite(join(to, 'bordet.sqlite'))
  expect(await storage.listMails('m1')).toMatchObject([{ contactId: 'c1', status: 'sent' }])
  await storage.close()
})

describe('what is lost around a board', () => {
  /** As a damaged page takes rows away: nothing that hangs on them goes along. */
  function lose(file: string, sql: string): void {
    change(file, `PRAGMA foreign_keys = OFF; ${sql}`)
  }

  it.each(['board0', 'board3'])('does not take %s along when it is its row', async (boardId) => {
    const { folder, file } = copyHall()
    lose(file, `DELETE FROM board WHERE id = '${boardId}'`)
    const found = look(file)
    expect(found.problems).toContain(`board ${boardId}: its row is lost`)
    const to = join(newFolder(), 'new')
    expect(salvage(found, folder, to)).toMatchObject({ boards: boardIds.length, unplaced: 0 })
    expect(await notesOf(join(to, 'bordet.sqlite'), boardId)).toBe(notesPerBoard)
    const storage = openSqlite(join(to, 'bordet.sqlite'))
    expect(await storage.workshopIdByBoard(boardId)).toBe('w1')
    await storage.close()
  })

  it('says so of a board of which nothing is left, and opens it empty', async () => {
    const { folder, file } = copyHall()
    for (const table of ['board_log', 'board_snapshot'])
      lose(file, `DELETE FROM ${table} WHERE board_id = 'board3'`)
    lose(file, "DELETE FROM board WHERE id = 'board3'")
    const found = look(file)
    expect(found.problems).toContain('board board3: no snapshot can be read')
    const to = join(newFolder(), 'new')
    salvage(found, folder, to)
    expect(await notesOf(join(to, 'bordet.sqlite'), 'board3')).toBe(0)
  })

  it('finds the workshop of a table that came later in the log of commands', () => {
    const { file } = copyHall()
    const command = JSON.stringify({ opId: 'op', type: 'setTables', count: 7, boardIds: ['board9'] })
    lose(file, `INSERT INTO command VALUES ('w1', 1, 'op', '{}', 0, '${command}', 'null')`)
    lose(file, "UPDATE board_snapshot SET board_id = 'board9' WHERE board_id = 'board5' AND upto_seq = 20")
    const board = look(file).boards.find(({ boardId }) => boardId === 'board9')
    expect(board).toMatchObject({ workshopId: 'w1', notes: 20 })
  })

  it('leaves the notes of boards whose workshop is lost as files to read', () => {
    const { folder, file } = copyHall()
    lose(file, 'DELETE FROM workshop')
    const found = look(file)
    expect(found.problems).toContain('board board4: no workshop that can be read has it')
    const to = join(newFolder(), 'new')
    expect(salvage(found, folder, to)).toMatchObject({ boards: 0, unplaced: boardIds.length })
    const text = readFileSync(join(to, withoutWorkshop, 'board4.txt'), 'utf8')
    expect(text.match(/Fler sittplatser vid busstationen 29 /)).not.toBeNull()
    expect(readNotes(buildDoc([readFileSync(join(to, withoutWorkshop, 'board4.yjs'))]))).toHaveLength(30)
  })

  it('is told to those with open pages when it is whose they are', () => {
    const { file } = copyHall()
    expect(look(file).problems).toEqual([])
    change(file, 'DROP TABLE board_claim')
    const said = look(file).problems.filter((line) => line.includes('board_claim'))
    expect(said).toEqual([expect.stringContaining('must load it anew')])
  })
})

it('keeps what it saves to its owner, also in a folder that was open to all', () => {
  const { folder, file } = copyHall()
  writeFileSync(join(folder, 'server-secret'), 'secret', { mode: 0o644 })
  change(file, "PRAGMA foreign_keys = OFF; UPDATE board SET workshop_id = 'gone' WHERE id = 'board0'")
  change(file, "UPDATE workshop SET state = '{}', first_state = '{}'")
  const to = newFolder()
  chmodSync(to, 0o755)
  salvage(look(file), folder, to)
  expect(statSync(to).mode & 0o777).toBe(0o700)
  const files = readdirSync(to, { recursive: true, withFileTypes: true })
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['bordet.sqlite', 'server-secret', 'board0.txt', 'board0.yjs']),
  )
  for (const entry of files) {
    const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777
    expect(mode, entry.name).toBe(entry.isDirectory() ? 0o700 : 0o600)
  }
})

describe('a file with bytes flipped anywhere', () => {
  it('is always looked at to the end, and what is saved of it always opens', async () => {
    const { folder, file } = copyHall()
    const sound = readFileSync(file)
    const chance = createChance(7)
    let whole = 0
    for (let round = 0; round < 40; round++) {
      const bytes = Buffer.from(sound)
      for (let flips = 0; flips < 6; flips++) {
        const at = 100 + Math.floor(chance() * (bytes.length - 100))
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(chance() * 8))
      }
      const broken = join(newFolder(), 'bordet.sqlite')
      writeFileSync(broken, bytes)
      let found: ReturnType<typeof look>
      try {
        found = look(broken)
      } catch (error) {
        // Not even the list of tables can be read: the doctor says so.
        expect(String(error)).toMatch(/malformed|not a database|schema/)
        continue
      }
      const to = join(newFolder(), 'new')
      const saved = salvage(found, folder, to)
      for (const { boardId, notes } of found.boards) {
        if (saved.boards < found.boards.length) continue
        expect(await notesOf(join(to, 'bordet.sqlite'), boardId)).toBe(notes)
        if (notes === notesPerBoard) whole += 1
      }
    }
    expect(whole).toBeGreaterThan(100)
  }, 60_000)
})

/** mulberry32. */
function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
