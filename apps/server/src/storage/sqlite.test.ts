/** SQLite's part of the contract, and what only a file can suffer: kills, torn ends, damage. */
import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempDisposableSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { BoardDamaged } from '@bordet/sync'
import { expect, it } from 'vitest'
import { openSqlite } from './sqlite.ts'
import { commandRow, storageContractSuite, workshopWrite, type StoragePlace } from './storageContractSuite.ts'

async function openPlace(): Promise<StoragePlace> {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-storage-'))
  const path = join(folder.path, 'bordet.sqlite')
  let open = openSqlite(path)
  return {
    storage: open,
    async reopen() {
      await open.close()
      open = openSqlite(path)
      return open
    },
    async [Symbol.asyncDispose]() {
      await open.close()
      folder.remove()
    },
  }
}

storageContractSuite('SQLite', openPlace)

it('says so when what a board was at the end of a phase is not what was written', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-mark-'))
  const path = join(folder.path, 'bordet.sqlite')
  const storage = openSqlite(path)
  await storage.commit(workshopWrite('w1'))
  const place = { boardId: 'w1-hall', phaseId: 'r1', startedAt: 1, at: 2, kind: 'close', seq: 0 } as const
  await storage.saveMarks([{ ...place, packed: Uint8Array.of(1, 2) }])
  damage(path, "UPDATE board_mark SET packed = x'0103'")
  await expect(storage.mark(place)).rejects.toThrow(BoardDamaged)
  expect(await storage.listMarks('w1-hall')).toEqual([place])
  await storage.close()
})

it('leaves nothing of a deleted address in file or log, though boards have been read', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-gone-'))
  const path = join(folder.path, 'bordet.sqlite')
  const storage = openSqlite(path)
  await storage.commit(workshopWrite('w1'))
  await storage.loadBoard('w1-hall')
  const contact = {
    workshopId: 'w1',
    id: 'anna',
    personId: null,
    email: 'anna@example.org',
    postal: null,
    language: 'sv',
    via: 'phone',
    at: 1,
    deleteAt: 2,
  } as const
  const stands = () =>
    [path, `${path}-wal`].some((file) => readFileSync(file, 'latin1').includes('anna@example.org'))
  await storage.commit({ contact })
  expect(stands()).toBe(true)
  await storage.commit({ contact: { ...contact, email: null } })
  expect(stands()).toBe(false)
  await storage.commit({ contact })
  expect(await storage.removeDueContacts(2)).toBe(1)
  expect(stands()).toBe(false)
  await storage.close()
})

it('has everything it acknowledged after it was killed in the middle of writing', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-kill-'))
  const path = join(folder.path, 'bordet.sqlite')
  const first = openSqlite(path)
  await first.commit(workshopWrite('w1'))
  await first.close()

  const acknowledged = await commitAndKill(path, 20 + Math.floor(Math.random() * 400))

  const again = openSqlite(path)
  const versions = (await again.commandLog('w1')).map(({ version }) => version)
  const board = await again.loadBoard('w1-hall')
  await again.close()
  expect(versions.length).toBeGreaterThanOrEqual(acknowledged)
  expect(versions).toEqual(versions.map((_, i) => i + 1))
  // Both halves of each write, or neither.
  expect((board?.snapshotSeq ?? 0) + (board?.updates.length ?? 0)).toBe(versions.length)
})

/** Kills the writer once it has acknowledged this many; returns how many it had acknowledged by then. */
function commitAndKill(path: string, afterCount: number): Promise<number> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'commitUntilKilled.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let text = ''
    writer.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part
      if (text.split('\n').length > afterCount) writer.kill('SIGKILL')
    })
    writer.on('error', reject)
    writer.on('close', () => resolve(Number(text.split('\n').at(-2))))
  })
}

it('comes back to a whole commit, however short the end of its log was torn', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-torn-'))
  const path = join(folder.path, 'bordet.sqlite')
  const storage = openSqlite(path)
  await storage.commit(workshopWrite('w1'))
  for (let version = 1; version <= 20; version++) {
    const update = { boardId: 'w1-hall', bytes: new Uint8Array(300).fill(version) }
    await storage.commit({ command: commandRow('w1', version), updates: [update] })
  }
  const size = statSync(`${path}-wal`).size
  for (let part = 0; part <= 12; part++) {
    const copy = join(folder.path, `copy-${part}.sqlite`)
    copyFileSync(path, copy)
    copyFileSync(`${path}-wal`, `${copy}-wal`)
    truncateSync(`${copy}-wal`, Math.floor((size * part) / 12))
    const torn = openSqlite(copy)
    const commands = await torn.commandLog('w1')
    const board = await torn.loadBoard('w1-hall')
    expect(commands.map(({ version }) => version)).toEqual(commands.map((_, i) => i + 1))
    expect(board?.updates.length ?? 0).toBe(commands.length)
    if (part === 12) expect(commands).toHaveLength(20)
    await torn.close()
  }
  await storage.close()
})

it('falls back to the previous snapshot when the newest is damaged, and refuses a damaged update', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-damage-'))
  const path = join(folder.path, 'bordet.sqlite')
  const storage = openSqlite(path)
  await storage.commit(workshopWrite('w1'))
  for (let i = 1; i <= 6; i++) await storage.append('w1-hall', Uint8Array.of(i))
  await storage.saveSnapshot('w1-hall', 2, Uint8Array.of(22))
  await storage.saveSnapshot('w1-hall', 5, Uint8Array.of(55))
  await storage.close()

  damage(path, 'UPDATE board_snapshot SET state = zeroblob(1) WHERE upto_seq = 5')
  const again = openSqlite(path)
  const stored = await again.loadBoard('w1-hall')
  expect(stored).toMatchObject({ snapshotSeq: 2, snapshot: Uint8Array.of(22) })
  expect(stored?.updates.map(({ bytes }) => bytes[0])).toEqual([3, 4, 5, 6])
  await again.close()

  damage(path, 'UPDATE board_log SET bytes = zeroblob(1) WHERE seq = 4')
  const third = openSqlite(path)
  await expect(third.loadBoard('w1-hall')).rejects.toThrow('Update 4')
  await third.close()
})

it('keeps its files to their owner, also those that it finds', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-mode-'))
  const path = join(folder.path, 'bordet.sqlite')
  for (let times = 0; times < 2; times += 1) {
    const storage = openSqlite(path)
    await storage.checkWritable()
    for (const end of ['', '-wal', '-shm']) expect(statSync(path + end).mode & 0o777, end).toBe(0o600)
    await storage.close()
    chmodSync(path, 0o644)
  }
})

it('refuses a file that a newer program has made', () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-newer-'))
  const path = join(folder.path, 'bordet.sqlite')
  damage(path, 'PRAGMA user_version = 999')
  expect(() => openSqlite(path)).toThrow('newer Bordet')
})

function damage(path: string, sql: string): void {
  const db = new DatabaseSync(path)
  db.exec(sql)
  db.close()
}
