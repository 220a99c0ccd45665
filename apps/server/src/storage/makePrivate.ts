/** Keeps a data file to its owner: it has what people wrote and the hashes of their keys. */
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'

/** Made when there is none. SQLite gives `-wal` and `-shm` the mode of the file; what is there already is made so. */
export function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
  for (const end of ['', '-wal', '-shm']) {
    if (!existsSync(path + end)) continue
    try {
      chmodSync(path + end, 0o600)
    } catch {
      // Another user's file that may be written all the same: theirs to protect.
    }
  }
}
