/**
 * Many writes, one disk flush. When it is quiet a write is committed in the same turn of the event loop; under load
 * writes gather for some milliseconds. Each write stands or falls for itself unless the disk fails them all.
 */
import type { DatabaseSync } from 'node:sqlite'

export interface GroupCommit {
  /**
   * Runs `apply` inside the next transaction. Resolves when that survives a power cut. `failed` is called before
   * any later write is applied.
   */
  write(apply: () => void, failed?: () => void): Promise<void>
  /** Commits what waits, now. Outcomes are reported through the promises. */
  flush(): void
}

interface Waiting {
  apply: () => void
  failed: () => void
  resolve: () => void
  reject: (error: unknown) => void
}

const windowMs = 5
const maxWrites = 50

export function createGroupCommit(db: DatabaseSync): GroupCommit {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const save = db.prepare('SAVEPOINT one_write')
  const release = db.prepare('RELEASE one_write')
  const undo = db.prepare('ROLLBACK TO one_write')
  let waiting: Waiting[] = []
  let cancelFlush: (() => void) | null = null
  let lastFlushMs = -Infinity

  function schedule(): void {
    const waitMs = waiting.length >= maxWrites ? 0 : lastFlushMs + windowMs - performance.now()
    if (waitMs <= 0) {
      cancelFlush?.()
      const immediate = setImmediate(flush)
      cancelFlush = () => clearImmediate(immediate)
    } else if (cancelFlush === null) {
      const timer = setTimeout(flush, waitMs)
      cancelFlush = () => clearTimeout(timer)
    }
  }

  function flush(): void {
    cancelFlush?.()
    cancelFlush = null
    const group = waiting
    if (group.length === 0) return
    waiting = []
    let applied: Waiting[] = []
    try {
      begin.run()
      applied = group.filter((one) => applyOne(one))
      commit.run()
    } catch (error) {
      if (db.isTransaction) rollback.run()
      applied = []
      for (const one of group) fail(one, error)
    }
    for (const one of applied) one.resolve()
    lastFlushMs = performance.now()
  }

  /** False when this write alone failed. Throws when the transaction is lost. */
  function applyOne(one: Waiting): boolean {
    save.run()
    try {
      one.apply()
      release.run()
      return true
    } catch (error) {
      // A full disk can end the whole transaction: then there is no savepoint to go back to.
      if (!db.isTransaction) throw error
      undo.run()
      release.run()
      fail(one, error)
      return false
    }
  }

  function fail(one: Waiting, error: unknown): void {
    one.failed()
    one.reject(error)
  }

  return {
    write(apply, failed = () => {}) {
      if (!db.isOpen) return Promise.reject(new Error('The storage is closed'))
      return new Promise((resolve, reject) => {
        waiting.push({ apply, failed, resolve, reject })
        if (cancelFlush === null || waiting.length === maxWrites) schedule()
      })
    },
    flush,
  }
}
