/**
 * Many writes, one disk flush. When it is quiet a write is committed in the same turn of the event loop; under load
 * writes gather, the longer the slower the disk is. Each write stands or falls for itself unless the disk fails them
 * all. While another process writes to the file everything waits its turn, in order.
 */
import type { DatabaseSync } from 'node:sqlite'
import { createPace, type Clock } from '@bordet/sync'
import { systemClock } from '../sync/systemClock.ts'

export interface GroupCommit {
  /**
   * Runs `apply` inside the next transaction. Resolves when that survives a power cut. `failed` is called before
   * any later write is applied.
   */
  write(apply: () => void, failed?: () => void): Promise<void>
  /**
   * Runs `apply` in a transaction of its own, in a turn of its own: for what takes long and may wait. Keeps its place
   * among its like, not among the other writes. Resolves with what `apply` returned, once that is durable.
   */
  writeAlone<T>(apply: () => T): Promise<T>
  /** Resolves when every write handed over before stands or has failed. */
  settled(): Promise<void>
  /** Refuses all that comes later, and resolves when nothing waits any more. */
  close(): Promise<void>
}

interface Waiting {
  apply: () => void
  failed: () => void
  resolve: () => void
  reject: (error: unknown) => void
}

/**
 * Milliseconds that commits may take. The loop stands still meanwhile, and a third of the time leaves two to people. A
 * disk that needs more than 30 ms leaves less: nobody's words wait for longer than the longest pause and two commits.
 */
const commitPace = { perSecond: 333, burst: 30, mostMs: 60 } as const
/** After another process kept SQLite waiting (see `busyTimeoutMs`), and for how long in all until writes fail. */
const busyMs = { pause: 50, most: 5000 } as const
/** What gathered behind another process does not all go into one transaction. */
const mostWrites = 1000
/** What a try for the lock may block the loop. */
export const busyTimeoutMs = 20

export function createGroupCommit(db: DatabaseSync, clock: Clock = systemClock): GroupCommit {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const save = db.prepare('SAVEPOINT one_write')
  const release = db.prepare('RELEASE one_write')
  const undo = db.prepare('ROLLBACK TO one_write')
  let together: Waiting[] = []
  let alone: Waiting[] = []
  let isPlanned = false
  let isClosed = false
  let notBefore = -Infinity
  const pace = createPace(clock, commitPace)
  /** The first try of those that another process keeps waiting. */
  let busySince: number | null = null
  let wasAlone = false

  function plan(): void {
    if (isPlanned || (together.length === 0 && alone.length === 0)) return
    isPlanned = true
    clock.after(Math.max(0, notBefore - clock.now()), takeTurn)
  }

  function takeTurn(): void {
    isPlanned = false
    // By turns when there is both: neither can hold up the other for ever. What people wait for is tried for first.
    const isAlone = alone.length > 0 && (together.length === 0 || (!wasAlone && busySince === null))
    wasAlone = isAlone
    const startedAt = clock.now()
    const left = isAlone ? run(alone.splice(0, 1)) : run(together.splice(0, mostWrites))
    if (isAlone) alone.unshift(...left)
    else together.unshift(...left)
    pace.spend(clock.now() - startedAt)
    notBefore = clock.now() + (left.length > 0 ? busyMs.pause : pace.waitMs())
    plan()
  }

  /** Returns those that must be tried again. */
  function run(group: readonly Waiting[]): Waiting[] {
    // Savepoints cost a fifth of a commit, and hardly ever does one write fail alone.
    return attempt(group, applyAll) ?? attempt(group, applyEach) ?? []
  }

  /** Null when one write alone failed, so that each must be tried for itself; nothing is written then. */
  function attempt(
    group: readonly Waiting[],
    applyTo: (group: readonly Waiting[]) => Waiting[] | null,
  ): Waiting[] | null {
    let undecided = [...group]
    try {
      begin.run()
      const applied = applyTo(group)
      if (applied === null) {
        if (db.isTransaction) rollback.run()
        return null
      }
      undecided = applied
      commit.run()
    } catch (error) {
      if (db.isTransaction) rollback.run()
      if (isBusy(error) && mayWaitOn()) return undecided
      for (const one of undecided) fail(one, error)
      undecided = []
    }
    busySince = null
    for (const one of undecided) one.resolve()
    return []
  }

  function applyAll(group: readonly Waiting[]): Waiting[] | null {
    try {
      for (const one of group) one.apply()
      return [...group]
    } catch {
      return null
    }
  }

  function applyEach(group: readonly Waiting[]): Waiting[] {
    return group.filter((one) => applyOne(one))
  }

  function mayWaitOn(): boolean {
    busySince ??= clock.now()
    return clock.now() - busySince < busyMs.most
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

  function handOver(queue: Waiting[], apply: () => void, failed: () => void): Promise<void> {
    if (isClosed) return Promise.reject(new Error('The storage is closed'))
    return new Promise((resolve, reject) => {
      queue.push({ apply, failed, resolve, reject })
      plan()
    })
  }

  /** Behind the last of them: decided when all of them are. */
  async function passed(queue: Waiting[]): Promise<void> {
    if (queue.length > 0)
      await handOver(
        queue,
        () => {},
        () => {},
      ).catch(() => {})
  }

  return {
    write: (apply, failed = () => {}) => handOver(together, apply, failed),
    writeAlone: (apply) =>
      new Promise((resolve, reject) => {
        let answer = () => {}
        const take = () => {
          const result = apply()
          answer = () => resolve(result)
        }
        handOver(alone, take, () => {}).then(() => answer(), reject)
      }),
    settled: () => passed(together),
    async close() {
      const all = [passed(together), passed(alone)]
      isClosed = true
      await Promise.all(all)
    },
  }
}

/** Another process writes to the file, or keeps it to itself. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false
  // The low byte of an extended code says what kind it is: https://sqlite.org/rescode.html#extrc
  return (Number(error.errcode) & 0xff) === 5
}
