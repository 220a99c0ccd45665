/** The tables, as steps from an empty file to today's shape. A step that was released is never edited: add the next. */
import type { DatabaseSync } from 'node:sqlite'

const steps: readonly string[] = [
  `
  CREATE TABLE workshop (
    id TEXT PRIMARY KEY,
    join_code TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state_version INTEGER NOT NULL,
    state TEXT NOT NULL
  ) STRICT;
  CREATE INDEX workshop_by_join_code ON workshop (join_code, created_at);

  CREATE TABLE access_key (
    hash TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    person_id TEXT,
    table_number INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX access_key_by_workshop ON access_key (workshop_id);

  CREATE TABLE command (
    workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    op_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL,
    command TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (workshop_id, version),
    UNIQUE (workshop_id, op_id)
  ) STRICT;

  CREATE TABLE board (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    last_seq INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX board_by_workshop ON board (workshop_id);

  CREATE TABLE board_update (
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    crc32 INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (board_id, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE board_snapshot (
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    upto_seq INTEGER NOT NULL,
    crc32 INTEGER NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (board_id, upto_seq)
  ) STRICT;

  CREATE TABLE board_claim (
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    client INTEGER NOT NULL,
    owner TEXT NOT NULL,
    PRIMARY KEY (board_id, client)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE write_check (one INTEGER PRIMARY KEY CHECK (one = 1), times INTEGER NOT NULL) STRICT;
  `,
  // What a workshop began with, or the oldest that is left of it: all commands can be replayed from there.
  `
  ALTER TABLE workshop ADD COLUMN first_version INTEGER;
  ALTER TABLE workshop ADD COLUMN first_state TEXT;
  UPDATE workshop SET first_version = state_version, first_state = state;
  `,
  // Templates of the organisers' own, as the files they are exported as.
  `
  CREATE TABLE own_template (id TEXT PRIMARY KEY, saved_at INTEGER NOT NULL, file TEXT NOT NULL) STRICT;
  `,
  // Where people want the harvest sent: apart from everything else, with a day on which it goes.
  `
  CREATE TABLE contact (
    workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    person_id TEXT,
    email TEXT,
    postal TEXT,
    language TEXT NOT NULL,
    via TEXT NOT NULL,
    at INTEGER NOT NULL,
    delete_at INTEGER NOT NULL,
    PRIMARY KEY (workshop_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX contact_by_delete_at ON contact (delete_at);
  `,
  // The log in the order in which it comes: what a hundred boards write at once lies on one page, not on a hundred.
  // Each row names the one before it of its board, and the board its last.
  `
  ALTER TABLE board ADD COLUMN last_row INTEGER;
  CREATE TABLE board_log (
    row INTEGER PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    row_before INTEGER,
    crc32 INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  INSERT INTO board_log (row, board_id, seq, row_before, crc32, bytes)
    SELECT row, board_id, seq, lag(row) OVER (PARTITION BY board_id ORDER BY seq), crc32, bytes
    FROM (SELECT *, row_number() OVER (ORDER BY board_id, seq) AS row FROM board_update) ORDER BY row;
  UPDATE board SET last_row = (SELECT max(row) FROM board_log WHERE board_id = board.id);
  DROP TABLE board_update;
  `,
  // What stood on a board when a phase ended: the whole of it, since the log is pruned.
  `
  CREATE TABLE board_mark (
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    phase_id TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    crc32 INTEGER NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (board_id, phase_id, started_at)
  ) STRICT;
  `,
  // Mails to those who asked for the harvest: what became of each, without an address.
  `
  CREATE TABLE mailing (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    format TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX mailing_by_workshop ON mailing (workshop_id, at);

  CREATE TABLE mail (
    row INTEGER PRIMARY KEY,
    mailing_id TEXT NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
    contact_id TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    unsubscribe_hash TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('queued', 'sending', 'sent', 'failed')),
    tries INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    next_at INTEGER,
    reason TEXT,
    smtp_code INTEGER,
    UNIQUE (mailing_id, contact_id)
  ) STRICT;
  CREATE INDEX mail_by_next_at ON mail (next_at, row) WHERE next_at IS NOT NULL;
  CREATE INDEX mail_by_unsubscribe_hash ON mail (unsubscribe_hash);
  CREATE INDEX mail_being_sent ON mail (status) WHERE status = 'sending';
  `,
  // Boards as people saw them when phases ended: the pictures are files, this says which and of what.
  `
  CREATE TABLE board_picture (
    board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    phase_id TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    note_ids TEXT NOT NULL,
    hidden_ids TEXT NOT NULL,
    svg TEXT NOT NULL,
    png TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    PRIMARY KEY (board_id, phase_id, started_at)
  ) STRICT;
  `,
  // Others who gave the same address, as a JSON list of contact ids: they get no mail of their own.
  `
  ALTER TABLE mail ADD COLUMN also TEXT NOT NULL DEFAULT '[]';
  `,
  // Programmes with their interview rounds, and an index of all notes that can be made anew.
  `
  CREATE TABLE series (
    id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, version INTEGER NOT NULL, content TEXT NOT NULL
  ) STRICT;
  CREATE TABLE interview_round (
    id TEXT PRIMARY KEY,
    series_id TEXT NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    saved_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX interview_round_by_series ON interview_round (series_id, saved_at);

  CREATE TABLE note_source (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, stamp TEXT NOT NULL, held_on TEXT NOT NULL, facts TEXT
  ) STRICT;
  CREATE TABLE indexed_note (
    row INTEGER PRIMARY KEY,
    source_id TEXT NOT NULL REFERENCES note_source (id),
    note_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    folded TEXT NOT NULL,
    place TEXT NOT NULL,
    place_key TEXT NOT NULL,
    held_on TEXT NOT NULL,
    table_number INTEGER,
    round INTEGER,
    origin TEXT NOT NULL,
    is_quote INTEGER NOT NULL,
    dots INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (source_id, note_id)
  ) STRICT;
  CREATE INDEX indexed_note_by_place ON indexed_note (place_key);
  CREATE INDEX indexed_note_by_table ON indexed_note (table_number);
  CREATE INDEX indexed_note_by_round ON indexed_note (round);
  CREATE TABLE indexed_theme (
    row INTEGER NOT NULL REFERENCES indexed_note (row) ON DELETE CASCADE,
    theme_key TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (row, theme_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX indexed_theme_by_key ON indexed_theme (theme_key);
  CREATE VIRTUAL TABLE note_words USING fts5 (
    folded, content = 'indexed_note', content_rowid = 'row', prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 0'
  );
  CREATE VIRTUAL TABLE note_parts USING fts5 (
    folded, content = 'indexed_note', content_rowid = 'row', tokenize = 'trigram remove_diacritics 0'
  );
  CREATE TRIGGER indexed_note_in AFTER INSERT ON indexed_note BEGIN
    INSERT INTO note_words (rowid, folded) VALUES (new.row, new.folded);
    INSERT INTO note_parts (rowid, folded) VALUES (new.row, new.folded);
  END;
  CREATE TRIGGER indexed_note_out AFTER DELETE ON indexed_note BEGIN
    INSERT INTO note_words (note_words, rowid, folded) VALUES ('delete', old.row, old.folded);
    INSERT INTO note_parts (note_parts, rowid, folded) VALUES ('delete', old.row, old.folded);
  END;
  `,
  // What all mails of a mailing in one language have in common, so that a mail tried again brings what the others did.
  `
  CREATE TABLE mailing_matter (
    mailing_id TEXT NOT NULL REFERENCES mailing (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    facts TEXT NOT NULL,
    file_name TEXT,
    mime_type TEXT,
    bytes BLOB,
    PRIMARY KEY (mailing_id, language)
  ) STRICT;
  `,
]

/** Brings the file to today's shape, all or nothing. Throws when a newer program made it. */
export function migrate(db: DatabaseSync): void {
  const row = db.prepare('PRAGMA user_version').get()
  const from = Number(row?.['user_version'] ?? 0)
  if (from > steps.length) {
    throw new Error(
      `The data file has schema ${from}, this program knows ${steps.length}: it needs a newer Bordet`,
    )
  }
  if (from === steps.length) return
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const step of steps.slice(from)) db.exec(step)
    db.exec(`PRAGMA user_version = ${steps.length}`)
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
