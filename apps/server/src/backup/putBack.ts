/** Puts a workshop that was read from a backup on this machine: all of it or nothing, under the ids it had. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkshopState } from '@bordet/workshop'
import { keepFile } from '../http/keepFile.ts'
import { pictureFolder } from '../http/pictures.ts'
import { Problem } from '../http/problem.ts'
import type { KeyRing } from '../keyRing.ts'
import { AlreadyThere, type Storage } from '../storage/storage.ts'
import { freeJoinCode } from '../workshops/freeJoinCode.ts'
import type { ReadBackup } from './readBackup.ts'

export interface PutBackParts {
  storage: Storage
  keyRing: KeyRing
  dataDir: string
}

/**
 * Its crew gets this server's keys; nobody who joined keeps one, since there is none in a backup: they come in anew. The
 * join code stays unless it opens another workshop here. Not twice at the same time. Throws a `Problem`.
 */
export async function putBack(backup: ReadBackup, parts: PutBackParts): Promise<WorkshopState> {
  const { storage, keyRing, dataDir } = parts
  const { id, createdAt } = backup.newest
  if ((await storage.firstState(id)) !== null) throw new Problem('workshopExists')
  const isTaken = (await storage.workshopIdByJoinCode(backup.newest.joinCode)) !== null
  const joinCode = isTaken ? await freeJoinCode(storage) : backup.newest.joinCode
  const [first, newest] = [backup.first, backup.newest].map((state) => ({ ...state, joinCode }))
  if (!first || !newest) throw new Error('a backup has two states')
  const written: string[] = []
  try {
    await keepPictures(backup.pictures, dataDir, written)
    await storage.putBack({
      id,
      joinCode,
      createdAt,
      first: { version: first.version, state: first },
      newest: { version: newest.version, state: newest },
      commands: backup.commands.map((row) => ({ ...row, workshopId: id })),
      boards: backup.boards,
      marks: backup.marks,
      pictures: backup.boardPictures,
      keys: keyRing.crewRows(id),
    })
  } catch (error) {
    for (const path of written) await rm(path, { force: true })
    if (error instanceof AlreadyThere) throw new Problem('workshopExists', { cause: error })
    throw error instanceof Problem ? error : new Problem('storageFailed', { cause: error })
  }
  return newest
}

/** Before anything says that they are there. One that is here already stays, since it is the same: names are random. */
async function keepPictures(
  pictures: ReadBackup['pictures'],
  dataDir: string,
  written: string[],
): Promise<void> {
  for (const { kind, name, bytes } of pictures) {
    const folder = pictureFolder(dataDir, kind)
    const path = join(folder, name)
    const here = await readFile(path).catch(() => null)
    if (here?.equals(bytes)) continue
    if (here) throw new Problem('backupBroken', { errors: [{ path: kind, message: 'another is here' }] })
    written.push(path)
    await keepFile(folder, name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }
}
