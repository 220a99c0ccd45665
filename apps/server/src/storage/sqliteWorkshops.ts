/** The workshops' part of the SQLite file: states, commands and what was answered to them, keys. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import { actorSchema } from './actorSchema.ts'
import {
  VersionTaken,
  type CommandRow,
  type KeyRow,
  type StoredWorkshop,
  type WholeWorkshop,
  type Write,
} from './storage.ts'

type Row = Record<string, SQLOutputValue>

export interface WorkshopTables {
  create(workshop: NonNullable<Write['workshop']>): void
  addKey(key: KeyRow): void
  /**
   * Throws `VersionTaken` when this version or this `opId` is there already, and when a version before it is missing:
   * a writer who hands over the next command before the last is durable must not get past one that failed.
   */
  addCommand(row: CommandRow): void
  /** Its states, commands and keys. Throws when it is there. */
  putBack(whole: WholeWorkshop): void
  has(workshopId: string): boolean
  saveState(workshopId: string, version: number, state: unknown): void
  load(workshopId: string): StoredWorkshop | null
  loadFromFirst(workshopId: string): StoredWorkshop | null
  list(): { id: string; joinCode: string; createdAt: number; version: number }[]
  idByJoinCode(joinCode: string): string | null
  keyByHash(hash: string): KeyRow | null
  answerTo(workshopId: string, opId: string): { actor: CommandRow['actor']; answer: unknown } | null
  /** `most`: -1 for all. */
  commandLog(workshopId: string, afterVersion: number, most: number): CommandRow[]
  firstState(workshopId: string): unknown
}

const keyRoleSchema = z.enum(['facilitator', 'helper', 'screen', 'table', 'participant'])

export function openWorkshopTables(db: DatabaseSync): WorkshopTables {
  const insertWorkshop = db.prepare(
    `INSERT INTO workshop (id, join_code, created_at, state_version, state, first_version, first_state)
     VALUES (?1, ?2, ?3, ?4, ?5, ?4, ?5)`,
  )
  const updateState = db.prepare(
    'UPDATE workshop SET state_version = ?, state = ? WHERE id = ? AND state_version < ?',
  )
  const selectWorkshop = db.prepare('SELECT state_version, state FROM workshop WHERE id = ?')
  const selectFirst = db.prepare(
    'SELECT first_version AS state_version, first_state AS state FROM workshop WHERE id = ?',
  )
  const selectWorkshops = db.prepare(
    `SELECT id, join_code, created_at,
       coalesce((SELECT max(version) FROM command WHERE workshop_id = w.id), w.state_version) AS version
     FROM workshop w ORDER BY created_at, id`,
  )
  const selectByCode = db.prepare(
    'SELECT id FROM workshop WHERE join_code = ? ORDER BY created_at DESC LIMIT 1',
  )
  const insertKey = db.prepare(
    'INSERT INTO access_key (hash, workshop_id, role, person_id, table_number) VALUES (?, ?, ?, ?, ?)',
  )
  const selectKey = db.prepare('SELECT * FROM access_key WHERE hash = ?')
  const insertCommand = db.prepare(
    'INSERT INTO command (workshop_id, version, op_id, actor, at, command, answer) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  // The state a workshop began with counts as its last version until there is a command.
  const selectLast = db.prepare(
    `SELECT coalesce((SELECT max(version) FROM command WHERE workshop_id = w.id), w.state_version) AS version
     FROM workshop w WHERE w.id = ?`,
  )
  const selectAnswer = db.prepare('SELECT actor, answer FROM command WHERE workshop_id = ? AND op_id = ?')
  const selectCommands = db.prepare(
    'SELECT * FROM command WHERE workshop_id = ? AND version > ? ORDER BY version LIMIT ?',
  )

  function commandLog(workshopId: string, afterVersion: number, most: number): CommandRow[] {
    return selectCommands.all(workshopId, afterVersion, most).map(rowToCommand)
  }

  function insert(row: CommandRow): void {
    const json = [row.actor, row.command, row.answer].map((part) => JSON.stringify(part ?? null))
    const [actor = '', command = '', answer = ''] = json
    insertCommand.run(row.workshopId, row.version, row.opId, actor, row.at, command, answer)
  }

  function addKey({ hash, workshopId, role, personId, table }: KeyRow): void {
    insertKey.run(hash, workshopId, role, personId, table)
  }

  function loadFrom(row: Row | undefined, workshopId: string): StoredWorkshop | null {
    if (row === undefined) return null
    return { state: parse(row['state']), commands: commandLog(workshopId, Number(row['state_version']), -1) }
  }

  return {
    create: ({ id, joinCode, createdAt, version, state }) =>
      void insertWorkshop.run(id, joinCode, createdAt, version, JSON.stringify(state)),
    addKey,

    putBack({ id, joinCode, createdAt, first, newest, commands, keys }) {
      insertWorkshop.run(id, joinCode, createdAt, first.version, JSON.stringify(first.state))
      for (const row of commands) insert(row)
      updateState.run(newest.version, JSON.stringify(newest.state), id, newest.version)
      for (const key of keys) addKey(key)
    },

    has: (workshopId) => selectWorkshop.get(workshopId) !== undefined,

    addCommand(row) {
      const last = selectLast.get(row.workshopId)?.['version'] ?? null
      const isNext = last !== null && row.version === Number(last) + 1
      if (!isNext || selectAnswer.get(row.workshopId, row.opId) !== undefined) {
        throw new VersionTaken(
          `Version ${row.version} of workshop ${row.workshopId} does not follow ${String(last)}`,
        )
      }
      insert(row)
    },

    saveState: (workshopId, version, state) =>
      void updateState.run(version, JSON.stringify(state), workshopId, version),

    load: (workshopId) => loadFrom(selectWorkshop.get(workshopId), workshopId),
    loadFromFirst: (workshopId) => loadFrom(selectFirst.get(workshopId), workshopId),

    list: () =>
      selectWorkshops.all().map((row) => ({
        id: String(row['id']),
        joinCode: String(row['join_code']),
        createdAt: Number(row['created_at']),
        version: Number(row['version']),
      })),

    idByJoinCode(joinCode) {
      const row = selectByCode.get(joinCode)
      return row === undefined ? null : String(row['id'])
    },

    keyByHash(hash) {
      const row = selectKey.get(hash)
      return row === undefined ? null : rowToKey(row)
    },

    answerTo(workshopId, opId) {
      const row = selectAnswer.get(workshopId, opId)
      if (row === undefined) return null
      return { actor: actorSchema.parse(parse(row['actor'])), answer: parse(row['answer']) }
    },

    commandLog,
    firstState: (workshopId) => parse(selectFirst.get(workshopId)?.['state'] ?? null),
  }
}

function rowToKey(row: Row): KeyRow {
  return {
    hash: String(row['hash']),
    workshopId: String(row['workshop_id']),
    role: keyRoleSchema.parse(row['role']),
    personId: row['person_id'] === null ? null : String(row['person_id']),
    table: row['table_number'] === null ? null : Number(row['table_number']),
  }
}

function rowToCommand(row: Row): CommandRow {
  return {
    workshopId: String(row['workshop_id']),
    version: Number(row['version']),
    opId: String(row['op_id']),
    actor: actorSchema.parse(parse(row['actor'])),
    at: Number(row['at']),
    command: parse(row['command']),
    answer: parse(row['answer']),
  }
}

function parse(text: unknown): unknown {
  return JSON.parse(String(text))
}
