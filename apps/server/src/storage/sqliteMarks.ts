/** Boards as they stood when phases ended, in the SQLite file. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { BoardDamaged } from '@bordet/sync'
import { markKinds, type BoardMark, type MarkPlace } from './storage.ts'

export interface MarkTable {
  save(mark: BoardMark): void
  list(boardId: string): MarkPlace[]
  load(place: Pick<MarkPlace, 'boardId' | 'phaseId' | 'startedAt'>): BoardMark | null
}

export function openMarkTable(db: DatabaseSync): MarkTable {
  const upsert = db.prepare(
    `INSERT OR REPLACE INTO board_mark (board_id, phase_id, started_at, at, kind, seq, crc32, packed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const selectPlaces = db.prepare(
    `SELECT board_id, phase_id, started_at, at, kind, seq FROM board_mark WHERE board_id = ?
     ORDER BY at, started_at, phase_id`,
  )
  const selectOne = db.prepare(
    'SELECT * FROM board_mark WHERE board_id = ? AND phase_id = ? AND started_at = ?',
  )
  return {
    save: ({ boardId, phaseId, startedAt, at, kind, seq, packed }) =>
      void upsert.run(boardId, phaseId, startedAt, at, kind, seq, crc32(packed), packed),
    list: (boardId) => selectPlaces.all(boardId).map(toPlace),
    load({ boardId, phaseId, startedAt }) {
      const row = selectOne.get(boardId, phaseId, startedAt)
      if (row === undefined) return null
      const packed = row['packed']
      if (!(packed instanceof Uint8Array) || crc32(packed) !== row['crc32'])
        throw new BoardDamaged(`What board ${boardId} was at the end of a phase is damaged`)
      return { ...toPlace(row), packed }
    },
  }
}

function toPlace(row: Record<string, SQLOutputValue>): MarkPlace {
  return {
    boardId: String(row['board_id']),
    phaseId: String(row['phase_id']),
    startedAt: Number(row['started_at']),
    at: Number(row['at']),
    kind: markKinds.find((kind) => kind === row['kind']) ?? 'endPhase',
    seq: Number(row['seq']),
  }
}
