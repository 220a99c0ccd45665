/** What a run leaves on the machine while it lasts: processes and folders. `clear` takes all of it away, at any time. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Grounds {
  newFolder(): string
  /** `kill` is called by `clear`, unless the returned function said before that the process has ended. */
  adopt(kill: () => void): () => void
  /** Synchronous, so that it can be called when the process exits. */
  clear(): void
}

export function createGrounds(): Grounds {
  const root = mkdtempSync(join(tmpdir(), 'bordet-bench-'))
  const kills = new Set<() => void>()
  return {
    newFolder: () => mkdtempSync(join(root, 'data-')),
    adopt(kill) {
      kills.add(kill)
      return () => kills.delete(kill)
    },
    clear() {
      for (const kill of kills) kill()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
