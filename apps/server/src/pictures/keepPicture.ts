/** Pictures as files beside the database: no document and no log carries them. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../problem.ts'

/** Whole or not at all: a picture is there before anything says so. Throws a `Problem`. */
export async function keepPicture(folder: string, name: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  try {
    await writeFile(`${path}.part`, bytes, { mode: 0o600, flush: true })
    await rename(`${path}.part`, path)
  } catch (cause) {
    throw new Problem('storageFailed', { cause })
  }
}
