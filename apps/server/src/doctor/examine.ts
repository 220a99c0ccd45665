/** What is in a data file and what of it can be used, without changing anything. */
import { crc32 } from 'node:zlib'
import { buildDoc } from '@bordet/sync'
import { readNotes } from '@bordet/board'
import { stateSchema } from '@bordet/workshop/schemas'
import * as Y from 'yjs'
import type { DamagedFile, Row } from './damagedFile.ts'

export interface Examination {
  /** One line each; empty when all is well. */
  problems: string[]
  workshops: Row[]
  keys: Row[]
  commands: Row[]
  claims: Row[]
  boards: ExaminedBoard[]
}

export interface ExaminedBoard {
  boardId: string
  workshopId: string
  /** Everything of it that can be read, as one Yjs state. */
  state: Uint8Array
  notes: number
  /** Updates that are missing, damaged, or build on such. */
  lostUpdates: number
}

export function examine(file: DamagedFile): Examination {
  const problems = file.complaints.map((line) => `data file: ${line}`)
  const read = (table: string, key: readonly string[]): Row[] => {
    const { rows, isWhole } = file.read(table, key)
    if (!isWhole) problems.push(`table ${table}: damaged, ${rows.length} rows can be read`)
    return rows
  }
  const workshops = read('workshop', ['id'])
  const keys = read('access_key', ['hash'])
  const commands = read('command', ['workshop_id', 'version'])
  const claims = read('board_claim', ['board_id', 'client'])
  const rows = read('board', ['id'])
  const snapshots = groupBy(read('board_snapshot', ['board_id', 'upto_seq']))
  const updates = groupBy(read('board_update', ['board_id', 'seq']))
  const boards: ExaminedBoard[] = []
  for (const row of rows) {
    const boardId = String(row['id'])
    const own = { snapshots: snapshots.get(boardId) ?? [], updates: updates.get(boardId) ?? [] }
    const { board, wrong } = examineBoard(row, own)
    boards.push(board)
    problems.push(...wrong.map((line) => `board ${boardId}: ${line}`))
  }
  for (const workshop of workshops) {
    problems.push(
      ...examineWorkshop(workshop, commands, boards).map(
        (line) => `workshop ${String(workshop['id'])}: ${line}`,
      ),
    )
  }
  return { problems, workshops, keys, commands, claims, boards }
}

function examineWorkshop(
  workshop: Row,
  commands: readonly Row[],
  boards: readonly ExaminedBoard[],
): string[] {
  const problems: string[] = []
  if (!isState(workshop['state'])) {
    problems.push(
      isState(workshop['first_state'])
        ? 'its state cannot be read; it is made again from its first and the log of commands'
        : 'neither its state nor its first can be read',
    )
  }
  const versions = commands
    .filter((row) => row['workshop_id'] === workshop['id'])
    .map((row) => Number(row['version']))
  const gap = versions.find((version, i) => i > 0 && version !== (versions[i - 1] ?? 0) + 1)
  if (gap !== undefined) problems.push(`commands before version ${gap} are missing`)
  if (!boards.some(({ workshopId }) => workshopId === workshop['id'])) problems.push('it has no boards')
  return problems
}

export function isState(json: unknown): boolean {
  try {
    return typeof json === 'string' && stateSchema.safeParse(JSON.parse(json)).success
  } catch {
    return false
  }
}

function examineBoard(
  row: Row,
  { snapshots, updates }: { snapshots: readonly Row[]; updates: readonly Row[] },
): { board: ExaminedBoard; wrong: string[] } {
  const wrong: string[] = []
  const isNew = ({ upto_seq: a }: Row, { upto_seq: b }: Row) => Number(b) - Number(a)
  const sound = [...snapshots].sort(isNew).filter((snapshot) => isSound(snapshot, 'state'))
  if (sound.length < snapshots.length) wrong.push(`${snapshots.length - sound.length} damaged snapshots`)
  if (sound.length === 0) wrong.push('no snapshot can be read')
  const base = sound.find((snapshot) => isBuildable(bytesOf(snapshot, 'state')))
  const from = Number(base?.['upto_seq'] ?? 0)
  const doc = buildDoc(base ? [bytesOf(base, 'state')] : [])
  let taken = 0
  for (const update of updates) {
    if (Number(update['seq']) <= from || !isSound(update, 'bytes')) continue
    try {
      Y.applyUpdate(doc, bytesOf(update, 'bytes'))
      taken += 1
    } catch {
      // Counted as lost.
    }
  }
  const lostUpdates = Math.max(0, Number(row['last_seq']) - from - taken)
  if (lostUpdates > 0) wrong.push(`${lostUpdates} updates are missing or damaged`)
  if (doc.store.pendingStructs !== null) wrong.push('some updates build on what is missing')
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return {
    board: {
      boardId: String(row['id']),
      workshopId: String(row['workshop_id']),
      state: Y.encodeStateAsUpdate(doc),
      notes: readNotes(doc).length,
      lostUpdates,
    },
    wrong,
  }
}

function isBuildable(state: Uint8Array): boolean {
  try {
    return buildDoc([state]).store.pendingStructs === null
  } catch {
    return false
  }
}

function bytesOf(row: Row, column: string): Uint8Array {
  const bytes = row[column]
  return bytes instanceof Uint8Array ? bytes : Uint8Array.of(0, 0)
}

function isSound(row: Row, column: string): boolean {
  const bytes = row[column]
  return bytes instanceof Uint8Array && crc32(bytes) === row['crc32']
}

function groupBy(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => String(row['board_id']))
}
