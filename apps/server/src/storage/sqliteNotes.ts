/**
 * The index of notes in the SQLite file. Two full-text tables lie over one table of notes: words, found from their
 * beginning, and runs of three letters, found inside compounds, which Danish, Swedish and Norwegian are full of
 * ("boligforening", "ungdomsbolig"). Letters keep their marks: å is no a, ø no o.
 */
import { createHash } from 'node:crypto'
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite'
import { placeKey } from '@bordet/harvest'
import type {
  FoundNote,
  IndexedNote,
  NoteFacets,
  NoteFilter,
  NoteIndex,
  NoteSource,
  PlaceCell,
  SearchTerm,
  SourceFacts,
  ThemeCell,
} from './noteIndex.ts'
import type { Turn } from './sqliteBoards.ts'

/** Notes that one turn writes: a few milliseconds' work. */
const notesPerTurn = 100
const shortestInside = 4

/** What is there to be indexed, with stamps: a board's last update and a workshop's last command say all. */
const present = `
  SELECT w.id, 'workshop' AS kind,
    coalesce((SELECT max(version) FROM command WHERE workshop_id = w.id), w.state_version) || ':' ||
    (SELECT count(*) || ':' || coalesce(sum(last_seq), 0) FROM board WHERE workshop_id = w.id) AS stamp
  FROM workshop w
  UNION ALL SELECT id, 'interviews', CAST(version AS TEXT) FROM interview_round`

type Row = Record<string, SQLOutputValue>

export function openNoteIndex(db: DatabaseSync, turn: Turn): NoteIndex {
  const selectStale = db.prepare(
    `SELECT p.* FROM (${present}) p LEFT JOIN note_source s ON s.id = p.id WHERE s.stamp IS NOT p.stamp`,
  )
  const selectGone = db.prepare(
    `SELECT id FROM note_source WHERE id NOT IN (SELECT id FROM workshop UNION ALL SELECT id FROM interview_round)`,
  )
  const selectHashes = db.prepare('SELECT row, note_id, hash FROM indexed_note WHERE source_id = ?')
  const removeNote = db.prepare('DELETE FROM indexed_note WHERE row = ?')
  const insertNote = db.prepare(
    `INSERT INTO indexed_note (source_id, note_id, hash, folded, place, place_key, held_on, table_number, round,
       origin, is_quote, dots, written_at, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertTheme = db.prepare(
    'INSERT INTO indexed_theme (row, theme_key, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const begin = db.prepare(
    `INSERT INTO note_source (id, kind, stamp, held_on, facts) VALUES (?, ?, '', '', NULL) ON CONFLICT DO NOTHING`,
  )
  const finish = db.prepare('UPDATE note_source SET stamp = ?, held_on = ?, facts = ? WHERE id = ?')
  const removeSource = db.prepare('DELETE FROM note_source WHERE id = ?')

  function add(source: NoteSource, note: IndexedNote, hash: string): void {
    const { table, round, isQuote, dots, place, heldOn, writtenAt, phase } = note
    // Who shares a table in a round, or an interview, is not independent of each other.
    const origin = table === null ? `${source.id} ${phase}` : `${source.id} ${table} ${round ?? ''}`
    const { lastInsertRowid } = insertNote.run(
      source.id,
      note.id,
      hash,
      note.text.normalize('NFC'),
      place,
      placeKey(place),
      heldOn,
      table,
      round,
      origin,
      isQuote ? 1 : 0,
      dots ?? 0,
      writtenAt,
      JSON.stringify(note),
    )
    for (const { key, name } of note.themes) insertTheme.run(lastInsertRowid, key, name)
  }

  async function saveNotes(
    source: NoteSource,
    read: { facts: SourceFacts; notes: readonly IndexedNote[] } | null,
  ): Promise<void> {
    const before = new Map(
      selectHashes
        .all(source.id)
        .map((row) => [String(row['note_id']), { row: Number(row['row']), hash: String(row['hash']) }]),
    )
    const fresh = (read?.notes ?? []).map((note) => ({ note, hash: hashOf(note) }))
    const standing = new Set(
      fresh.filter(({ note, hash }) => before.get(note.id)?.hash === hash).map(({ note }) => note.id),
    )
    const gone = [...before].filter(([id]) => !standing.has(id)).map(([, { row }]) => row)
    const come = fresh.filter(({ note }) => !standing.has(note.id))
    await turn(() => void begin.run(source.id, source.kind))
    // What went goes first: a note that was hidden must not be found for a moment longer.
    for (const some of inParts(gone)) await turn(() => some.forEach((row) => removeNote.run(row)))
    for (const some of inParts(come))
      await turn(() => some.forEach(({ note, hash }) => add(source, note, hash)))
    const facts = read === null ? null : JSON.stringify(read.facts)
    await turn(() => void finish.run(source.stamp, read?.facts.heldOn ?? '', facts, source.id))
  }

  function facetsOf(sources: string): NoteFacets {
    const within = 'n.source_id IN (SELECT value FROM json_each(?))'
    const list = (select: string) => db.prepare(`${select} ${within} GROUP BY 1 ORDER BY 1`).all(sources)
    return {
      places: list('SELECT place_key, min(place) AS name FROM indexed_note n WHERE').map(nameOf),
      themes: list(
        `SELECT t.theme_key AS key, min(t.name) AS name
         FROM indexed_theme t JOIN indexed_note n ON n.row = t.row WHERE`,
      ).map((row) => ({ key: String(row['key']), name: nameOf(row) })),
      tables: list('SELECT table_number AS name FROM indexed_note n WHERE table_number IS NOT NULL AND').map(
        (row) => Number(row['name']),
      ),
      rounds: list('SELECT round AS name FROM indexed_note n WHERE round IS NOT NULL AND').map((row) =>
        Number(row['name']),
      ),
    }
  }

  /** From one value to the next in the column's index: what there is, without a look at every note. */
  function allFacets(): NoteFacets {
    const distinct = (table: string, column: string) =>
      db
        .prepare(
          `WITH RECURSIVE value (it) AS (
             SELECT min(${column}) FROM ${table}
             UNION ALL SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > it) FROM value
             WHERE it IS NOT NULL)
           SELECT it FROM value WHERE it IS NOT NULL`,
        )
        .all()
        .map((row) => row['it'] ?? null)
    const placeOf = db.prepare('SELECT place AS name FROM indexed_note WHERE place_key = ? LIMIT 1')
    const themeOf = db.prepare('SELECT name FROM indexed_theme WHERE theme_key = ? LIMIT 1')
    return {
      places: distinct('indexed_note', 'place_key').map((key) => nameOf(placeOf.get(key))),
      themes: distinct('indexed_theme', 'theme_key').map((key) => ({
        key: String(key),
        name: nameOf(themeOf.get(key)),
      })),
      tables: distinct('indexed_note', 'table_number').map(Number),
      rounds: distinct('indexed_note', 'round').map(Number),
    }
  }

  return {
    async staleSources() {
      for (const row of selectGone.all()) {
        const source = { id: String(row['id']), kind: 'workshop', stamp: '' } as const
        await saveNotes(source, null)
        await turn(() => void removeSource.run(source.id))
      }
      return selectStale.all().map(toSource)
    },

    saveNotes,

    async listSources(ids) {
      const rows = db
        .prepare(
          `SELECT s.*, count(n.row) AS notes,
             count(n.row) FILTER (WHERE EXISTS (SELECT 1 FROM indexed_theme t WHERE t.row = n.row)) AS sorted
           FROM note_source s LEFT JOIN indexed_note n ON n.source_id = s.id
           WHERE ?1 IS NULL OR s.id IN (SELECT value FROM json_each(?1))
           GROUP BY s.id ORDER BY s.held_on, s.id`,
        )
        .all(ids === null ? null : JSON.stringify(ids))
      return rows.map((row) => ({
        ...toSource(row),
        facts: row['facts'] === null ? null : JSON.parse(String(row['facts'])),
        notes: Number(row['notes']),
        sorted: Number(row['sorted']),
      }))
    },

    async searchNotes(terms, filter, { offset, limit, best = false }) {
      const { where, values } = conditions(terms, filter)
      const from = `FROM indexed_note n JOIN note_source s ON s.id = n.source_id WHERE ${where}`
      const order = best
        ? 'n.is_quote DESC, n.dots DESC, n.held_on, n.written_at, n.note_id'
        : 'n.held_on DESC, n.source_id, n.written_at, n.note_id'
      const total = db.prepare(`SELECT count(*) AS total ${from}`).get(...values)
      const rows = db
        .prepare(`SELECT n.content, s.id, s.kind, s.facts ${from} ORDER BY ${order} LIMIT ? OFFSET ?`)
        .all(...values, limit, offset)
      return { hits: rows.map(toFound), total: Number(total?.['total']) }
    },

    async noteFacets(sources) {
      return sources === null ? allFacets() : facetsOf(JSON.stringify(sources))
    },

    async countPlaces(sources) {
      return db
        .prepare(
          `SELECT min(n.place) AS place, n.held_on, count(*) AS notes,
             count(*) FILTER (WHERE EXISTS (SELECT 1 FROM indexed_theme t WHERE t.row = n.row)) AS sorted
           FROM indexed_note n WHERE n.source_id IN (SELECT value FROM json_each(?))
           GROUP BY n.place_key, n.held_on ORDER BY n.held_on, n.place_key`,
        )
        .all(JSON.stringify(sources))
        .map((row): PlaceCell => ({
          place: String(row['place']),
          heldOn: String(row['held_on']),
          notes: Number(row['notes']),
          sorted: Number(row['sorted']),
        }))
    },

    async countThemes(sources) {
      return db
        .prepare(
          `SELECT min(n.place) AS place, n.held_on, t.theme_key, min(t.name) AS name, count(*) AS notes,
             count(DISTINCT n.origin) AS sources
           FROM indexed_note n JOIN indexed_theme t ON t.row = n.row
           WHERE n.source_id IN (SELECT value FROM json_each(?))
           GROUP BY n.place_key, n.held_on, t.theme_key ORDER BY n.held_on, n.place_key, t.theme_key`,
        )
        .all(JSON.stringify(sources))
        .map((row): ThemeCell => ({
          place: String(row['place']),
          heldOn: String(row['held_on']),
          themeKey: String(row['theme_key']),
          theme: String(row['name']),
          notes: Number(row['notes']),
          sources: Number(row['sources']),
        }))
    },
  }
}

function nameOf(row: Row | undefined): string {
  return String(row?.['name'] ?? '')
}

function conditions(
  terms: readonly SearchTerm[],
  filter: NoteFilter,
): { where: string; values: SQLInputValue[] } {
  const parts: string[] = ['1']
  const values: SQLInputValue[] = []
  const need = (sql: string, ...its: SQLInputValue[]) => {
    parts.push(sql)
    values.push(...its)
  }
  if (filter.sources !== null)
    need('n.source_id IN (SELECT value FROM json_each(?))', JSON.stringify(filter.sources))
  if (filter.place !== undefined) need('n.place_key = ?', placeKey(filter.place))
  if (filter.theme === '') need('NOT EXISTS (SELECT 1 FROM indexed_theme t WHERE t.row = n.row)')
  else if (filter.theme !== undefined)
    need('n.row IN (SELECT row FROM indexed_theme WHERE theme_key = ?)', filter.theme)
  if (filter.table !== undefined) need('n.table_number = ?', filter.table)
  if (filter.round !== undefined) need('n.round = ?', filter.round)
  if (filter.kind !== undefined) need('s.kind = ?', filter.kind)
  if (filter.from !== undefined) need('n.held_on >= ?', filter.from)
  if (filter.to !== undefined) need('n.held_on <= ?', filter.to)
  for (const { text, kind } of terms) {
    const word = `"${text.normalize('NFC').replaceAll('"', '""')}"`
    const atStart = 'SELECT rowid FROM note_words WHERE note_words MATCH ?'
    if (kind === 'phrase') need(`n.row IN (${atStart})`, word)
    else if ([...text].length < shortestInside) need(`n.row IN (${atStart})`, `${word} *`)
    else
      need(
        `n.row IN (${atStart} UNION SELECT rowid FROM note_parts WHERE note_parts MATCH ?)`,
        `${word} *`,
        word,
      )
  }
  return { where: parts.join(' AND '), values }
}

function hashOf(note: IndexedNote): string {
  return createHash('sha256').update(JSON.stringify(note)).digest('base64url').slice(0, 22)
}

function inParts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / notesPerTurn) }, (_, part) =>
    all.slice(part * notesPerTurn, (part + 1) * notesPerTurn),
  )
}

function toSource(row: Row): NoteSource {
  return {
    id: String(row['id']),
    kind: row['kind'] === 'interviews' ? 'interviews' : 'workshop',
    stamp: String(row['stamp']),
  }
}

function toFound(row: Row): FoundNote {
  const note: IndexedNote = JSON.parse(String(row['content']))
  const facts: SourceFacts | null = row['facts'] === null ? null : JSON.parse(String(row['facts']))
  return {
    ...note,
    source: String(row['id']),
    kind: row['kind'] === 'interviews' ? 'interviews' : 'workshop',
    title: facts?.title ?? '',
    seriesId: facts?.seriesId ?? null,
  }
}
