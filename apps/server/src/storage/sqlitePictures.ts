/** Which files show a board as it was when a phase ended, in the SQLite file. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import type { BoardPicture } from './storage.ts'

export interface PictureTable {
  save(picture: BoardPicture): void
  list(boardId: string): BoardPicture[]
}

const ids = z.array(z.string())

export function openPictureTable(db: DatabaseSync): PictureTable {
  const upsert = db.prepare(
    `INSERT OR REPLACE INTO board_picture
     (board_id, phase_id, started_at, seq, note_ids, hidden_ids, svg, png, width, height)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const select = db.prepare('SELECT * FROM board_picture WHERE board_id = ? ORDER BY started_at, phase_id')
  return {
    save: ({ boardId, phaseId, startedAt, seq, noteIds, hiddenIds, svg, png, width, height }) =>
      void upsert.run(
        boardId,
        phaseId,
        startedAt,
        seq,
        JSON.stringify(noteIds),
        JSON.stringify(hiddenIds),
        svg,
        png,
        width,
        height,
      ),
    list: (boardId) => select.all(boardId).map(toPicture),
  }
}

function toPicture(row: Record<string, SQLOutputValue>): BoardPicture {
  return {
    boardId: String(row['board_id']),
    phaseId: String(row['phase_id']),
    startedAt: Number(row['started_at']),
    seq: Number(row['seq']),
    noteIds: ids.parse(JSON.parse(String(row['note_ids']))),
    hiddenIds: ids.parse(JSON.parse(String(row['hidden_ids']))),
    svg: String(row['svg']),
    png: String(row['png']),
    width: Number(row['width']),
    height: Number(row['height']),
  }
}
