/** The boards' part of the SQLite file: updates with their checksums, snapshots, claims. */
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { BoardDamaged, type Claim, type StoredBoard } from '@bordet/sync'
import { isBusy } from './groupCommit.ts'

export interface BoardTables {
  /** `seq`: of the last update that the state contains, where the board was counted before. */
  create(boardId: string, workshopId: string, state: Uint8Array, seq?: number): void
  /** Throws when there is no such board. */
  append(boardId: string, update: Uint8Array, claims: readonly Claim[]): void
  /**
   * Takes several turns, each with a transaction of its own (`turn`), so that nobody waits long. After whichever of
   * them the process dies, the newest two sound snapshots are there with every update after the older one.
   */
  saveSnapshot(boardId: string, uptoSeq: number, state: Uint8Array, turn: Turn): Promise<void>
  load(boardId: string): StoredBoard | null
  workshopIdOf(boardId: string): string | null
}

/** Runs this in a transaction some time; resolves with what it returned once that is durable. */
export type Turn = <T>(apply: () => T) => Promise<T>

/** Rows that one turn deletes: a millisecond's work. */
const rowsPerTurn = 200

export function openBoardTables(db: DatabaseSync): BoardTables {
  const insertBoard = db.prepare('INSERT INTO board (id, workshop_id, last_seq) VALUES (?, ?, ?)')
  const selectBoard = db.prepare('SELECT workshop_id, last_seq, last_row FROM board WHERE id = ?')
  const insertUpdate = db.prepare(
    `INSERT INTO board_log (board_id, seq, row_before, crc32, bytes)
     SELECT id, last_seq + 1, last_row, ?2, ?3 FROM board WHERE id = ?1`,
  )
  const lengthen = db.prepare('UPDATE board SET last_seq = last_seq + 1, last_row = ?2 WHERE id = ?1')
  const selectUpdate = db.prepare(
    'SELECT board_id, seq, row_before, crc32, bytes FROM board_log WHERE row = ?',
  )
  const selectPlace = db.prepare('SELECT board_id, seq, row_before FROM board_log WHERE row = ?')
  const deleteUpdate = db.prepare('DELETE FROM board_log WHERE row = ?')
  const insertSnapshot = db.prepare(
    'INSERT OR REPLACE INTO board_snapshot (board_id, upto_seq, crc32, state) VALUES (?, ?, ?, ?)',
  )
  const selectSnapshots = db.prepare(
    'SELECT upto_seq, crc32, state FROM board_snapshot WHERE board_id = ? ORDER BY upto_seq DESC',
  )
  const selectBefore = db.prepare(
    `SELECT upto_seq, crc32, state FROM board_snapshot WHERE board_id = ? AND upto_seq < ?
     ORDER BY upto_seq DESC LIMIT 1`,
  )
  const selectNewest = db.prepare('SELECT max(upto_seq) AS upto_seq FROM board_snapshot WHERE board_id = ?')
  const deleteSnapshots = db.prepare('DELETE FROM board_snapshot WHERE board_id = ? AND upto_seq < ?')
  const insertClaim = db.prepare('INSERT INTO board_claim (board_id, client, owner) VALUES (?, ?, ?)')
  const selectClaims = db.prepare('SELECT client, owner FROM board_claim WHERE board_id = ?')

  /** The newest first. */
  function* soundSnapshots(boardId: string): Generator<{ state: Uint8Array; uptoSeq: number }, undefined> {
    for (const row of selectSnapshots.iterate(boardId)) {
      const state = soundBytes(row['state'], row['crc32'])
      if (state !== null) yield { state, uptoSeq: Number(row['upto_seq']) }
    }
  }

  function newestSnapshot(boardId: string): { state: Uint8Array; uptoSeq: number } {
    const sound = soundSnapshots(boardId)
    const newest = sound.next().value
    // Left open, it would keep the write-ahead log from ever beginning anew.
    sound.return(undefined)
    if (newest) return newest
    throw new BoardDamaged(`No snapshot of board ${boardId} is readable`)
  }

  function loadSound(boardId: string): StoredBoard | null {
    const board = selectBoard.get(boardId)
    if (board === undefined) return null
    const { state, uptoSeq } = newestSnapshot(boardId)
    const updates: StoredBoard['updates'] = []
    let seq = Number(board['last_seq'])
    for (const row of rowsBackwards(boardId, selectUpdate)) {
      if (seq <= uptoSeq) break
      const bytes = soundBytes(row['bytes'], row['crc32'])
      if (bytes === null) throw new BoardDamaged(`Update ${seq} of board ${boardId} is damaged`)
      updates.push({ seq, bytes })
      seq -= 1
    }
    if (seq > uptoSeq) throw new BoardDamaged(`Update ${seq} of board ${boardId} is missing`)
    updates.reverse()
    const claims = selectClaims
      .all(boardId)
      .map((row) => ({ client: Number(row['client']), owner: String(row['owner']) }))
    return { snapshot: state, snapshotSeq: uptoSeq, updates, claims }
  }

  /** The board's updates, the newest first, until the first that is not there. */
  function* rowsBackwards(boardId: string, select: StatementSync): Generator<Record<string, SQLOutputValue>> {
    const board = selectBoard.get(boardId)
    let row = board?.['last_row'] ?? null
    for (let seq = Number(board?.['last_seq']); row !== null; seq--) {
      const found = select.get(row)
      // A row that was deleted may be another board's by now.
      if (found?.['board_id'] !== boardId || Number(found['seq']) !== seq) return
      yield { ...found, row }
      row = found['row_before'] ?? null
    }
  }

  /** False when there is one as new that can be read. */
  function addSnapshot(boardId: string, uptoSeq: number, state: Uint8Array): boolean {
    const newest = Number(selectNewest.get(boardId)?.['upto_seq'] ?? -1)
    if (uptoSeq < newest) return false
    if (uptoSeq === newest && readBefore(boardId, uptoSeq + 1)?.isSound) return false
    if (uptoSeq > Number(selectBoard.get(boardId)?.['last_seq'] ?? 0))
      throw new Error(`Board ${boardId} has no update ${uptoSeq} that a snapshot could stand for`)
    insertSnapshot.run(boardId, uptoSeq, crc32(state), state)
    return true
  }

  /** Where the newest snapshot before this update ends that can be read again. One is read in each turn. */
  async function findSound(boardId: string, before: number, turn: Turn): Promise<number | null> {
    const found = await turn(() => readBefore(boardId, before))
    if (found === null || found.isSound) return found?.uptoSeq ?? null
    return findSound(boardId, found.uptoSeq, turn)
  }

  function readBefore(boardId: string, before: number): { uptoSeq: number; isSound: boolean } | null {
    const row = selectBefore.get(boardId, before)
    if (row === undefined) return null
    return { uptoSeq: Number(row['upto_seq']), isSound: soundBytes(row['state'], row['crc32']) !== null }
  }

  /** Snapshots first: those that stay always have their whole log. What a death leaves of it goes the next time. */
  async function prune(boardId: string, uptoSeq: number, turn: Turn): Promise<void> {
    const covered = await turn(() => {
      deleteSnapshots.run(boardId, uptoSeq)
      return [...rowsBackwards(boardId, selectPlace)]
        .filter((row) => Number(row['seq']) <= uptoSeq)
        .map((row) => Number(row['row']))
    })
    // The oldest first: whatever is left leads on from the newest.
    while (covered.length > 0) {
      const some = covered.splice(-rowsPerTurn)
      await turn(() => some.forEach((row) => deleteUpdate.run(row)))
    }
  }

  return {
    create(boardId, workshopId, state, seq = 0) {
      insertBoard.run(boardId, workshopId, seq)
      insertSnapshot.run(boardId, seq, crc32(state), state)
    },

    append(boardId, update, claims) {
      const { changes, lastInsertRowid } = insertUpdate.run(boardId, crc32(update), update)
      if (changes === 0) throw new Error(`No board ${boardId}`)
      lengthen.run(boardId, lastInsertRowid)
      for (const claim of claims) insertClaim.run(boardId, claim.client, claim.owner)
    },

    async saveSnapshot(boardId, uptoSeq, state, turn) {
      const isNewer = await turn(() => addSnapshot(boardId, uptoSeq, state))
      if (!isNewer) return
      // Only what two snapshots that can be read again stand for may go.
      const latest = await findSound(boardId, uptoSeq + 1, turn)
      if (latest !== uptoSeq) throw new BoardDamaged(`The snapshot of board ${boardId} was not kept`)
      const previous = await findSound(boardId, latest, turn)
      if (previous !== null) await prune(boardId, previous, turn)
    },

    load: (boardId) => readOrDamaged(boardId, () => loadSound(boardId)),

    workshopIdOf(boardId) {
      const row = selectBoard.get(boardId)
      return row === undefined ? null : String(row['workshop_id'])
    },
  }
}

function soundBytes(bytes: unknown, checksum: unknown): Uint8Array | null {
  return bytes instanceof Uint8Array && crc32(bytes) === checksum ? bytes : null
}

/** SQLite itself stumbles over pages that are damaged. */
function readOrDamaged<T>(boardId: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof BoardDamaged || isBusy(error)) throw error
    throw new BoardDamaged(
      `Board ${boardId} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`,
    )
  }
}
