import { mkdtempDisposableSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createKeyRing } from '../keyRing.ts'
import { openSqlite } from '../storage/sqlite.ts'
import { backupOf, holdEvening } from '../testing/holdEvening.ts'
import { putBack } from './putBack.ts'
import { readBackup } from './readBackup.ts'

it('takes its pictures away again when the storage keeps nothing, and leaves what was here before', async () => {
  const { server, workshop, photos } = await holdEvening()
  const read = await readBackup(Buffer.from(await backupOf(server, workshop.id, server.organiserKey)))
  if (!('backup' in read)) throw new Error('not read')
  const { backup } = read
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-put-back-'))
  const storage = openSqlite(':memory:')
  const parts = { storage, keyRing: createKeyRing('secret'), dataDir: folder.path }
  const failing = { ...storage, putBack: () => Promise.reject(new Error('disk full')) }
  await expect(putBack(backup, { ...parts, storage: failing })).rejects.toThrow('storageFailed')
  for (const kind of ['photos', 'images']) expect(readdirSync(join(folder.path, kind))).toEqual([])

  const [same, other] = photos
  const picture = backup.pictures.find(({ name }) => name === same)
  writeFileSync(join(folder.path, 'photos', same ?? ''), picture?.bytes ?? '')
  await expect(putBack(backup, { ...parts, storage: failing })).rejects.toThrow('storageFailed')
  expect(readdirSync(join(folder.path, 'photos'))).toEqual([same])
  writeFileSync(join(folder.path, 'photos', other ?? ''), 'somebody else’s')
  await expect(putBack(backup, parts)).rejects.toThrow('backupBroken')
  expect(await storage.listWorkshops()).toEqual([])
  expect(readdirSync(join(folder.path, 'photos')).toSorted()).toEqual(photos.toSorted())
  await storage.close()
})
