/** How long the loop stands still, and what happens while another process holds the file. */
import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { createFakeClock } from '@bordet/sync/testing'
import { createGroupCommit } from './groupCommit.ts'
import { openSqlite } from './sqlite.ts'
import { workshopWrite } from './storageContractSuite.ts'

/** A file with numbers, and a second connection as a backup tool has it. */
function openNumbers() {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-group-'))
  const path = join(folder.path, 'numbers.sqlite')
  const db = new DatabaseSync(path, { timeout: 0 })
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE number (n INTEGER)')
  const other = new DatabaseSync(path, { timeout: 0 })
  const clock = createFakeClock()
  const group = createGroupCommit(db, clock)
  const insert = db.prepare('INSERT INTO number (n) VALUES (?)')
  const told: string[] = []
  const tell = (saved: Promise<void>, n: number): Promise<void> =>
    saved.then(
      () => void told.push(`${n} saved`),
      () => void told.push(`${n} failed`),
    )
  return {
    group,
    clock,
    other,
    told,
    write: (n: number, diskMs = 0) => tell(group.write(slowly(n, diskMs)), n),
    writeAlone: (n: number, diskMs = 0) => tell(group.writeAlone(slowly(n, diskMs)), n),
    numbers: () =>
      other
        .prepare('SELECT n FROM number ORDER BY rowid')
        .all()
        .map(({ n }) => n),
    [Symbol.dispose]() {
      other.close()
      db.close()
      folder.remove()
    },
  }

  function slowly(n: number, diskMs: number): () => void {
    return () => {
      insert.run(n)
      clock.pass(diskMs)
    }
  }
}

it('commits at once when it is quiet', async () => {
  using place = openNumbers()
  const saved = place.write(1)
  place.clock.pass(0)
  await saved
  expect(place.numbers()).toEqual([1])
})

it.each([
  { diskMs: 0, mostShare: 0 },
  { diskMs: 1, mostShare: 1 / 3 },
  { diskMs: 10, mostShare: 1 / 3 },
  { diskMs: 30, mostShare: 1 / 3 },
])(
  'leaves the loop to people on a disk that takes $diskMs ms, whatever comes in',
  ({ diskMs, mostShare }) => {
    using place = openNumbers()
    const { clock, group } = place
    const startedAt = clock.now()
    const seen = { commits: 0, inCommitsMs: 0 }
    while (clock.now() < startedAt + 3000) {
      const { commits } = seen
      // The first write of each transaction meets the disk, sixty others come along.
      for (let i = 0; i < 60; i++) void group.write(() => seen.commits === commits && meetDisk())
      while (seen.commits === commits) clock.pass(1)
    }
    expect(seen.inCommitsMs / (clock.now() - startedAt)).toBeLessThanOrEqual(mostShare + 0.02)
    expect(seen.commits).toBeGreaterThan(25)

    function meetDisk(): void {
      seen.commits += 1
      seen.inCommitsMs += diskMs
      clock.pass(diskMs)
    }
  },
)

it('does long work in turns of its own, between the writes and never with them', async () => {
  using place = openNumbers()
  const { clock } = place
  const saved = [place.write(1), place.writeAlone(10, 40), place.writeAlone(11, 40), place.write(2, 40)]
  const seen: unknown[] = []
  for (let turns = 0; turns < 300; turns += 1) {
    clock.pass(1)
    const now = place.numbers().join()
    if (seen.at(-1) !== now) seen.push(now)
  }
  await Promise.all(saved)
  expect(seen).toEqual(['10', '10,1,2', '10,1,2,11'])
})

it('waits for another writer between turns, and keeps the order of all that comes meanwhile', async () => {
  using place = openNumbers()
  const { clock, other, told } = place
  other.exec('BEGIN IMMEDIATE')
  const saved = [place.write(1)]
  clock.pass(200)
  saved.push(place.write(2), place.writeAlone(9), place.write(3))
  clock.pass(2000)
  await Promise.resolve()
  expect(told).toEqual([])
  other.exec('ROLLBACK')
  clock.pass(100)
  await Promise.all(saved)
  expect(place.numbers()).toEqual([1, 2, 3, 9])
})

it('fails what waited for another writer for seconds, in order, and saves what comes when that is done', async () => {
  using place = openNumbers()
  const { clock, other, told } = place
  other.exec('BEGIN IMMEDIATE')
  const failing = [place.write(1), place.write(2)]
  clock.pass(4900)
  await Promise.resolve()
  expect(told).toEqual([])
  clock.pass(200)
  await Promise.all(failing)
  expect(told).toEqual(['1 failed', '2 failed'])
  other.exec('ROLLBACK')
  const saved = place.write(3)
  clock.pass(100)
  await saved
  expect(place.numbers()).toEqual([3])
})

it('decides on everything that waits for another writer before it closes', async () => {
  using place = openNumbers()
  const { clock, group, other, told } = place
  other.exec('BEGIN IMMEDIATE')
  const saved = place.write(1)
  clock.pass(100)
  const closing = group.close()
  await expect(group.write(() => {})).rejects.toThrow('closed')
  other.exec('ROLLBACK')
  clock.pass(100)
  await Promise.all([saved, closing])
  expect(told).toEqual(['1 saved'])
})

it('does not fail a board while a backup tool holds the file, and loads it with what was handed over', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-busy-'))
  const path = join(folder.path, 'bordet.sqlite')
  const storage = openSqlite(path)
  await storage.commit(workshopWrite('w1'))
  const other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  const appends = [1, 2, 3].map((n) => storage.append('w1-hall', Uint8Array.of(n)))
  const longestMs = await longestTurn(20)
  const loading = storage.loadBoard('w1-hall')
  other.exec('ROLLBACK')
  other.close()
  await Promise.all(appends)
  expect((await loading)?.updates.map(({ bytes }) => bytes[0])).toEqual([1, 2, 3])
  await storage.close()
  // A single try used to take two seconds.
  expect(longestMs).toBeLessThan(1000)
})

/** Goes round the loop so many times; tells the longest. */
async function longestTurn(times: number): Promise<number> {
  let longestMs = 0
  for (let turns = 0; turns < times; turns += 1) {
    const before = performance.now()
    await new Promise(setImmediate)
    longestMs = Math.max(longestMs, performance.now() - before)
  }
  return longestMs
}
