/** Everything in one SQLite file. */
import type { Storage } from './storage.ts'

/** Creates the file when there is none. `':memory:'` keeps nothing, for tests. */
export function openSqlite(_path: string): Storage {
  throw new Error('Being built')
}
