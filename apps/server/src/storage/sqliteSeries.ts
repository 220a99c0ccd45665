/** Programmes and their interview rounds in the SQLite file. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { InterviewRow, SeriesRow } from './seriesStorage.ts'

export interface SeriesTables {
  save(row: SeriesRow): boolean
  remove(id: string): boolean
  load(id: string): SeriesRow | null
  list(): SeriesRow[]
  saveInterviews(row: InterviewRow): boolean
  removeInterviews(seriesId: string, id: string): boolean
  loadInterviews(id: string): InterviewRow | null
  listInterviews(seriesId: string): InterviewRow[]
}

export function openSeriesTables(db: DatabaseSync): SeriesTables {
  const insert = db.prepare(
    'INSERT INTO series (id, created_at, version, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const update = db.prepare('UPDATE series SET version = ?2, content = ?3 WHERE id = ?1 AND version = ?2 - 1')
  const remove = db.prepare('DELETE FROM series WHERE id = ?')
  const select = db.prepare('SELECT * FROM series WHERE id = ?')
  const selectAll = db.prepare('SELECT * FROM series ORDER BY created_at DESC, id')
  const insertRound = db.prepare(
    `INSERT INTO interview_round (id, series_id, saved_at, version, content)
     SELECT ?1, id, ?3, ?4, ?5 FROM series WHERE id = ?2 ON CONFLICT DO NOTHING`,
  )
  const updateRound = db.prepare(
    `UPDATE interview_round SET version = ?3, content = ?4
     WHERE id = ?1 AND series_id = ?2 AND version = ?3 - 1`,
  )
  const removeRound = db.prepare('DELETE FROM interview_round WHERE series_id = ? AND id = ?')
  const selectRound = db.prepare('SELECT * FROM interview_round WHERE id = ?')
  const selectRounds = db.prepare('SELECT * FROM interview_round WHERE series_id = ? ORDER BY saved_at, id')
  return {
    save({ id, createdAt, version, content }) {
      const json = JSON.stringify(content)
      const { changes } =
        version === 1 ? insert.run(id, createdAt, version, json) : update.run(id, version, json)
      return Number(changes) > 0
    },
    remove: (id) => Number(remove.run(id).changes) > 0,
    load: (id) => toSeries(select.get(id)),
    list: () => selectAll.all().flatMap((row) => toSeries(row) ?? []),
    saveInterviews({ id, seriesId, savedAt, version, content }) {
      const json = JSON.stringify(content)
      const { changes } =
        version === 1
          ? insertRound.run(id, seriesId, savedAt, version, json)
          : updateRound.run(id, seriesId, version, json)
      return Number(changes) > 0
    },
    removeInterviews: (seriesId, id) => Number(removeRound.run(seriesId, id).changes) > 0,
    loadInterviews: (id) => toRound(selectRound.get(id)),
    listInterviews: (seriesId) => selectRounds.all(seriesId).flatMap((row) => toRound(row) ?? []),
  }
}

type Row = Record<string, SQLOutputValue>

function toSeries(row: Row | undefined): SeriesRow | null {
  if (row === undefined) return null
  return {
    id: String(row['id']),
    createdAt: Number(row['created_at']),
    version: Number(row['version']),
    content: JSON.parse(String(row['content'])),
  }
}

function toRound(row: Row | undefined): InterviewRow | null {
  if (row === undefined) return null
  return {
    id: String(row['id']),
    seriesId: String(row['series_id']),
    savedAt: Number(row['saved_at']),
    version: Number(row['version']),
    content: JSON.parse(String(row['content'])),
  }
}
