/** The boards' part of the SQLite file: updates with their checksums, snapshots, claims. */
import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { BoardDamaged, type Claim, type StoredBoard } from '@bordet/sync'
import { isBusy } from './groupCommit.ts'

export interface BoardTables {
  create(boardId: string, workshopId: string, state: Uint8Array): void
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
  const insertBoard = db.prepare('INSERT INTO board (id, workshop_id, last_seq) VALUES (?, ?, 0)')
  const selectBoard = db.prepare('SELECT workshop_id, last_seq FROM board WHERE id = ?')
  const nextSeq = db.prepare('UPDATE board SET last_seq = last_seq + 1 WHERE id = ? RETURNING last_seq')
  const insertUpdate = db.prepare(
    'INSERT INTO board_update (board_id, seq, crc32, bytes) VALUES (?, ?, ?, ?)',
  )
  const selectUpdates = db.prepare(
    'SELECT seq, crc32, bytes FROM board_update WHERE board_id = ? AND seq > ? ORDER BY seq',
  )
  const deleteUpdates = db.prepare(
    `DELETE FROM board_update WHERE board_id = ?1 AND seq IN
       (SELECT seq FROM board_update WHERE board_id = ?1 AND seq <= ?2 ORDER BY seq LIMIT ${rowsPerTurn})`,
  )
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
    let seq = uptoSeq
    for (const row of selectUpdates.iterate(boardId, uptoSeq)) {
      seq += 1
      const bytes = Number(row['seq']) === seq ? soundBytes(row['bytes'], row['crc32']) : null
      if (bytes === null) throw new BoardDamaged(`Update ${seq} of board ${boardId} is missing or damaged`)
      updates.push({ seq, bytes })
    }
    if (seq !== Number(board['last_seq'])) throw new BoardDamaged(`Board ${boardId} ends at update ${seq}`)
    const claims = selectClaims
      .all(boardId)
      .map((row) => ({ client: Number(row['client']), owner: String(row['owner']) }))
    return { snapshot: state, snapshotSeq: uptoSeq, updates, claims }
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
    await turn(() => deleteSnapshots.run(boardId, uptoSeq))
    const deleteSome = () => Number(deleteUpdates.run(boardId, uptoSeq).changes)
    let deleted = rowsPerTurn
    while (deleted === rowsPerTurn) deleted = await turn(deleteSome)
  }

  return {
    create(boardId, workshopId, state) {
      insertBoard.run(boardId, workshopId)
      insertSnapshot.run(boardId, 0, crc32(state), state)
    },

    append(boardId, update, claims) {
      const row = nextSeq.get(boardId)
      if (row === undefined) throw new Error(`No board ${boardId}`)
      insertUpdate.run(boardId, Number(row['last_seq']), crc32(update), update)
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
