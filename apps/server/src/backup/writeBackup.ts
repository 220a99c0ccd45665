/**
 * Writes a workshop as a file, piece by piece: a turn of the event loop between two, and never more in memory than the
 * largest board or picture. What it is made of was taken in one turn: no board is older than the state.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { EncodeBoard } from '@bordet/sync'
import { stateSchema } from '@bordet/workshop/schemas'
import { imageName, photoName, pictureFolder } from '../pictures/pictureNames.ts'
import type { CommandRow, Storage } from '../storage/storage.ts'
import type { WholeDesk } from '../workshops/desk.ts'
import { standingMarks } from '../workshops/boardMarks.ts'
import { backupFormat, sha256Of, type BackupFile, type CommandInFile } from './backupFile.ts'

export interface BackupInput extends WholeDesk {
  storage: Storage
  encodeBoard: EncodeBoard
  dataDir: string
  program: string
  now: number
}

/** A few milliseconds of parsing. */
const commandsAtOnce = 500
/** Characters, at least; a board or a picture is one piece. */
const pieceLength = 64 * 1024

/** Pieces of text to be sent one after the other. Throws when something cannot be read; the file is then cut short. */
export async function* writeBackup(input: BackupInput): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let piece = ''
  for await (const text of writeContent(input)) {
    piece += text
    if (piece.length < pieceLength) continue
    hash.update(piece)
    yield piece
    piece = ''
    await setImmediate()
  }
  hash.update(piece)
  yield `${piece},"seal":"${hash.digest('hex')}"}\n`
}

async function* writeContent(input: BackupInput): AsyncGenerator<string> {
  const { storage, state, program, now } = input
  // A file that no machine would take in again is worse than none: it is found out when it is needed.
  stateSchema.parse(state)
  const first = stateSchema.safeParse(await storage.firstState(state.id)).data ?? state
  const pictures = { photos: new Set(input.photoIds), images: new Set<string>() }
  for (const { note } of Object.values(state.heldNotes))
    if (note.photoId !== undefined) pictures.photos.add(note.photoId)
  for (const { image } of [...first.session.zones, ...state.session.zones])
    if (image) pictures.images.add(nameIn(image.url))

  yield JSON.stringify({ ...backupFormat, writtenAt: now, program }).slice(0, -1)
  yield `,"first":${JSON.stringify(first)}`
  yield `,"newest":${JSON.stringify(state)}`
  yield* writeList('commands', commandsOf(input, pictures))
  yield* writeList('boards', boardsIn(input))
  yield* writeList('marks', marksIn(input))
  for (const kind of ['photos', 'images'] as const)
    yield* writeList(kind, picturesIn(input.dataDir, kind, pictures[kind]))
  yield* writeList('boardPictures', boardPicturesIn(input))
}

async function* writeList(name: string, items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = `,"${name}":[`
  for await (const item of items) {
    yield before + JSON.stringify(item)
    before = ','
  }
  yield before === ',' ? ']' : `${before}]`
}

/** Also adds the pictures that they name: history and undo may show them again. */
async function* commandsOf(
  { storage, state }: BackupInput,
  pictures: Record<'photos' | 'images', Set<string>>,
): AsyncGenerator<CommandInFile> {
  let after = 0
  for (;;) {
    const rows = await storage.commandLog(state.id, after, commandsAtOnce)
    for (const row of rows) {
      if (row.version > state.version) return
      const { photoId, image } = Object(row.command)
      if (typeof photoId === 'string') pictures.photos.add(photoId)
      if (typeof image?.url === 'string') pictures.images.add(nameIn(image.url))
      yield toFile(row)
      after = row.version
    }
    if (rows.length < commandsAtOnce) return
  }
}

function toFile({ version, opId, actor, at, command, answer }: CommandRow): CommandInFile {
  const plain: CommandInFile['command'] = Object(command)
  if (plain.type !== 'join') return { version, opId, actor, at, command: plain, answer }
  const veiled = createHash('sha256').update(`join ${opId}`).digest('base64url')
  return { version, opId: veiled, actor, at, command: { ...plain, opId: veiled }, answer }
}

async function* boardsIn({ boards, encodeBoard }: BackupInput): AsyncGenerator<BackupFile['boards'][number]> {
  for (const { boardId, board } of boards) {
    const state = board && (await encodeBoard(board.parts))
    yield {
      boardId,
      seq: board?.seq ?? 0,
      sha256: state && sha256Of(state),
      state: state && toBase64(state),
    }
  }
}

async function* marksIn({
  storage,
  state,
  boards,
}: BackupInput): AsyncGenerator<BackupFile['marks'][number]> {
  for (const { boardId, board } of boards) {
    if (board === null) continue
    for (const place of standingMarks(state, await storage.listMarks(boardId))) {
      // One that is damaged must not cost the rest.
      const mark = await storage.mark(place).catch(() => null)
      if (!mark) continue
      const { packed, ...rest } = mark
      yield { ...rest, sha256: sha256Of(packed), packed: toBase64(packed) }
    }
  }
}

/** Also those that are out of date: the file holds what is kept. One whose files are gone is left out. */
async function* boardPicturesIn({
  storage,
  state,
  boards,
  dataDir,
}: BackupInput): AsyncGenerator<BackupFile['boardPictures'][number]> {
  const folder = pictureFolder(dataDir, 'boards')
  for (const { boardId, board } of boards) {
    if (board === null) continue
    const marks = standingMarks(state, await storage.listMarks(boardId))
    for (const { svg, png, ...picture } of await storage.listPictures(boardId)) {
      const isOfMark = marks.some(
        ({ phaseId, startedAt }) => phaseId === picture.phaseId && startedAt === picture.startedAt,
      )
      const files = await Promise.all(
        [svg, png].map((name) => readFile(join(folder, name)).catch(() => null)),
      )
      const [svgBytes, pngBytes] = files
      if (!isOfMark || !svgBytes || !pngBytes) continue
      yield {
        ...picture,
        svg: { name: svg, sha256: sha256Of(svgBytes), bytes: toBase64(svgBytes) },
        png: { name: png, sha256: sha256Of(pngBytes), bytes: toBase64(pngBytes) },
      }
    }
  }
}

/** One that is not there any more, or whose name somebody made up, is left out. */
async function* picturesIn(
  dataDir: string,
  kind: 'photos' | 'images',
  names: ReadonlySet<string>,
): AsyncGenerator<BackupFile['photos'][number]> {
  const nameSchema = kind === 'photos' ? photoName : imageName
  for (const name of names) {
    if (!nameSchema.safeParse(name).success) continue
    const bytes = await readFile(join(pictureFolder(dataDir, kind), name)).catch(() => null)
    if (bytes) yield { name, sha256: sha256Of(bytes), bytes: toBase64(bytes) }
  }
}

function nameIn(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
