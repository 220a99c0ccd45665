/** The boards' part of the SQLite file: updates with their checksums, snapshots, claims. */
import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { BoardDamaged, type Claim, type StoredBoard } from '@bordet/sync'

export interface BoardTables {
  create(boardId: string, workshopId: string, state: Uint8Array): void
  /** Throws when there is no such board. */
  append(boardId: string, update: Uint8Array, claims: readonly Claim[]): void
  saveSnapshot(boardId: string, uptoSeq: number, state: Uint8Array): void
  load(boardId: string): StoredBoard | null
  workshopIdOf(boardId: string): string | null
}

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
  const deleteUpdates = db.prepare('DELETE FROM board_update WHERE board_id = ? AND seq <= ?')
  const insertSnapshot = db.prepare(
    'INSERT OR REPLACE INTO board_snapshot (board_id, upto_seq, crc32, state) VALUES (?, ?, ?, ?)',
  )
  const selectSnapshots = db.prepare(
    'SELECT upto_seq, crc32, state FROM board_snapshot WHERE board_id = ? ORDER BY upto_seq DESC',
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
    const newest = soundSnapshots(boardId).next().value
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

    saveSnapshot(boardId, uptoSeq, state) {
      const newest = Number(selectNewest.get(boardId)?.['upto_seq'] ?? -1)
      if (uptoSeq <= newest) return
      insertSnapshot.run(boardId, uptoSeq, crc32(state), state)
      // Only what two snapshots that can be read again stand for may go.
      const sound = soundSnapshots(boardId)
      const [latest, previous] = [sound.next().value, sound.next().value]
      sound.return(undefined)
      if (latest?.uptoSeq !== uptoSeq) throw new BoardDamaged(`The snapshot of board ${boardId} was not kept`)
      if (!previous) return
      deleteSnapshots.run(boardId, previous.uptoSeq)
      deleteUpdates.run(boardId, previous.uptoSeq)
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
    if (error instanceof BoardDamaged) throw error
    throw new BoardDamaged(
      `Board ${boardId} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`,
    )
  }
}
