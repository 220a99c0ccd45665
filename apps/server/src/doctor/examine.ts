/** What is in a data file and what of it can be used, without changing anything. */
import { crc32 } from 'node:zlib'
import { buildDoc } from '@bordet/sync'
import { readNotes } from '@bordet/board'
import { stateSchema } from '@bordet/workshop/schemas'
import * as Y from 'yjs'
import { findBoardOwners } from './boardOwners.ts'
import type { DamagedFile, Row } from './damagedFile.ts'

export interface Examination {
  /** One line each; empty when all is well. */
  problems: string[]
  workshops: Row[]
  keys: Row[]
  commands: Row[]
  claims: Row[]
  templates: Row[]
  series: Row[]
  interviews: Row[]
  contacts: Row[]
  marks: Row[]
  mailings: Row[]
  mails: Row[]
  boards: ExaminedBoard[]
}

export interface ExaminedBoard {
  boardId: string
  /** Null when no workshop that can be read has it. */
  workshopId: string | null
  /** Everything of it that can be read, as one Yjs state. */
  state: Uint8Array
  notes: number
  /** Updates that are missing, damaged, or build on such. */
  lostUpdates: number
}

/** What the row of a board says. */
interface Place {
  workshopId: string | null
  /** Null when the row is lost. */
  lastSeq: number | null
}

const nowhere: Place = { workshopId: null, lastSeq: null }
/** Without its claim a page's client id looks like the server's own. */
const openPagesWarning =
  '; whoever has a page with a board open must load it anew, or what it writes is refused'

export function examine(file: DamagedFile): Examination {
  const problems = file.complaints.map((line) => `data file: ${line}`)
  const read = (table: string, key: readonly string[], warning = ''): Row[] => {
    const { rows, isWhole } = file.read(table, key)
    if (!isWhole) problems.push(`table ${table}: damaged, ${rows.length} rows can be read${warning}`)
    return rows
  }
  const workshops = read('workshop', ['id'])
  const keys = read('access_key', ['hash'])
  const commands = read('command', ['workshop_id', 'version'])
  const claims = read('board_claim', ['board_id', 'client'], openPagesWarning)
  const templates = file.has('own_template') ? read('own_template', ['id']) : []
  const series = file.has('series') ? read('series', ['id']) : []
  const interviews = file.has('interview_round') ? read('interview_round', ['id']) : []
  const contacts = file.has('contact') ? read('contact', ['workshop_id', 'id']) : []
  const marks = file.has('board_mark') ? read('board_mark', ['board_id', 'phase_id', 'started_at']) : []
  const mailings = file.has('mailing') ? read('mailing', ['id']) : []
  const mails = file.has('mail') ? read('mail', ['row'], '; whether the others were sent is unknown') : []
  const places = placesOf(read('board', ['id']), workshops, findBoardOwners(workshops, commands))
  const snapshots = groupBy(read('board_snapshot', ['board_id', 'upto_seq']))
  const log = file.has('board_log') ? read('board_log', ['row']) : read('board_update', ['board_id', 'seq'])
  const updates = groupBy(log)
  const boards: ExaminedBoard[] = []
  // Whatever tells of a board counts: the row of one that has all its updates may be what is lost.
  for (const boardId of new Set([...places.keys(), ...snapshots.keys(), ...updates.keys()])) {
    const own = { snapshots: snapshots.get(boardId) ?? [], updates: updates.get(boardId) ?? [] }
    const { board, wrong } = examineBoard(boardId, places.get(boardId) ?? nowhere, own)
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
  return {
    problems,
    workshops,
    keys,
    commands,
    claims,
    templates,
    series,
    interviews,
    contacts,
    marks,
    mailings,
    mails,
    boards,
  }
}

/** By board. A workshop that cannot be read is no place. */
function placesOf(
  rows: readonly Row[],
  workshops: readonly Row[],
  owners: ReadonlyMap<string, string>,
): Map<string, Place> {
  const known = new Set(workshops.map((workshop) => String(workshop['id'])))
  const places = new Map<string, Place>()
  for (const [boardId, workshopId] of owners) places.set(boardId, { workshopId, lastSeq: null })
  for (const row of rows) {
    const boardId = String(row['id'])
    const named = String(row['workshop_id'])
    const workshopId = known.has(named) ? named : (owners.get(boardId) ?? null)
    places.set(boardId, { workshopId, lastSeq: Number(row['last_seq']) })
  }
  return places
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
  boardId: string,
  { workshopId, lastSeq }: Place,
  { snapshots, updates }: { snapshots: readonly Row[]; updates: readonly Row[] },
): { board: ExaminedBoard; wrong: string[] } {
  const wrong: string[] = []
  if (lastSeq === null) wrong.push('its row is lost')
  if (workshopId === null) wrong.push('no workshop that can be read has it')
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
  const last = lastSeq ?? updates.reduce((most, { seq }) => Math.max(most, Number(seq)), from)
  const lostUpdates = Math.max(0, last - from - taken)
  if (lostUpdates > 0) wrong.push(`${lostUpdates} updates are missing or damaged`)
  if (doc.store.pendingStructs !== null) wrong.push('some updates build on what is missing')
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return {
    board: {
      boardId,
      workshopId,
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
