/** Reads a backup and believes nothing: what comes back is whole, as it was written, and fits together. */
import { createHash } from 'node:crypto'
import { rootNames } from '@bordet/board'
import { buildDoc } from '@bordet/sync'
import type { WorkshopState } from '@bordet/workshop'
import * as Y from 'yjs'
import { svgFault } from '../http/checkSvg.ts'
import { imageFacts } from '../http/imageSize.ts'
import type { PictureKind } from '../http/pictures.ts'
import type { BoardMark, BoardPicture, WholeWorkshop } from '../storage/storage.ts'
import { unpackBoard } from '../workshops/boardMarks.ts'
import { boardsOf } from '../workshops/boardSet.ts'
import {
  backupFormat,
  backupSchema,
  headSchema,
  sha256Of,
  type BackupFile,
  type CommandInFile,
} from './backupFile.ts'

export interface ReadBackup {
  first: WorkshopState
  newest: WorkshopState
  commands: CommandInFile[]
  boards: WholeWorkshop['boards']
  marks: BoardMark[]
  boardPictures: BoardPicture[]
  pictures: { kind: PictureKind; name: string; bytes: Uint8Array }[]
}

/** `at`: the part of the file that is wrong, as a path; empty for the file itself. */
export type ReadResult = { backup: ReadBackup } | { newer: number } | { broken: string; at: string }

class Broken extends Error {
  readonly at: string
  constructor(at: string, message: string) {
    super(message)
    this.at = at
  }
}

/** May take seconds for a large file, and far longer for one that means harm: run it beside the thread that serves people. */
export async function readBackup(bytes: Uint8Array): Promise<ReadResult> {
  try {
    const json = parseJson(bytes)
    const head = headSchema.safeParse(json).data
    if (!head) throw new Broken('', 'not a backup of Bordet')
    if (head.version > backupFormat.version) return { newer: head.version }
    checkSeal(bytes)
    const parsed = backupSchema.safeParse(json)
    if (!parsed.success) throw new Broken(parsed.error.issues[0]?.path.join('.') ?? '', 'not as expected')
    return { backup: await open(parsed.data) }
  } catch (error) {
    if (error instanceof Broken) return { broken: error.message, at: error.at }
    throw error
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Broken('', 'not JSON, or cut short')
  }
}

function checkSeal(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = text.lastIndexOf(',"seal":"')
  const hash = createHash('sha256').update(text.subarray(0, Math.max(at, 0)))
  if (text.toString('latin1', Math.max(at, 0)) !== `,"seal":"${hash.digest('hex')}"}\n`)
    throw new Broken('seal', 'changed since it was written')
}

async function open(file: BackupFile): Promise<ReadBackup> {
  const { first, newest, commands } = file
  if (first.id !== newest.id || first.createdAt !== newest.createdAt)
    throw new Broken('newest.id', 'another workshop')
  checkCommands(file)
  checkBoardIds(file)
  const boards = file.boards.flatMap(({ boardId, seq, sha256, state }, i) =>
    sha256 === null || state === null
      ? []
      : [{ boardId, seq, state: soundBoard(`boards.${i}`, decode(`boards.${i}`, state, sha256)) }],
  )
  const known = new Set(boards.map(({ boardId }) => boardId))
  const marks: BoardMark[] = []
  for (const [i, { sha256, packed, ...place }] of file.marks.entries()) {
    const at = `marks.${i}`
    if (!known.has(place.boardId)) throw new Broken(at, 'of a board that is not here')
    const bytes = decode(at, packed, sha256)
    soundBoard(at, await unpackBoard(bytes).catch(() => fail(at, 'not packed as a board is')))
    marks.push({ ...place, packed: bytes })
  }
  const runs = marks.map(({ boardId, phaseId, startedAt }) => JSON.stringify([boardId, phaseId, startedAt]))
  if (isAnyTwice(runs)) throw new Broken('marks', 'twice the same')
  const pictures = [...openPictures('photos', file.photos), ...openPictures('images', file.images)]
  const drawn = openBoardPictures(file.boardPictures, marks)
  return {
    first,
    newest,
    commands,
    boards,
    marks,
    boardPictures: drawn.rows,
    pictures: [...pictures, ...drawn.files],
  }
}

/** A log with a hole would not lead from the first state to the newest. */
function checkCommands({ first, newest, commands }: BackupFile): void {
  const start = commands[0]?.version ?? newest.version + 1
  const isInOrder = commands.every(({ version }, i) => version === start + i)
  const reaches = start + commands.length - 1 === newest.version
  const isWhole = isInOrder && reaches && start <= first.version + 1 && first.version <= newest.version
  if (!isWhole || isAnyTwice(commands.map(({ opId }) => opId)))
    throw new Broken('commands', 'some are missing or too many')
}

function checkBoardIds({ newest, boards }: BackupFile): void {
  const expected = boardsOf(newest).map(({ boardId }) => boardId)
  const given = boards.map(({ boardId }) => boardId)
  const isSame = given.length === expected.length && expected.every((boardId) => given.includes(boardId))
  if (!isSame || isAnyTwice(given)) throw new Broken('boards', 'not those of the workshop')
}

/** As Yjs writes it: no struct waits for another, and nothing stands in it that a board does not have. */
function soundBoard(at: string, bytes: Uint8Array): Uint8Array {
  try {
    const doc = buildDoc([bytes])
    const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null
    const isBoard = [...doc.share.keys()].every((name) => rootNames.some((root) => root === name))
    const state = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    if (isWhole && isBoard) return state
  } catch {
    // Said below.
  }
  throw new Broken(at, 'not a whole board')
}

function openBoardPictures(
  pictures: BackupFile['boardPictures'],
  marks: readonly BoardMark[],
): { rows: BoardPicture[]; files: ReadBackup['pictures'] } {
  const runOf = ({ boardId, phaseId, startedAt }: Pick<BoardMark, 'boardId' | 'phaseId' | 'startedAt'>) =>
    JSON.stringify([boardId, phaseId, startedAt])
  const known = new Set(marks.map(runOf))
  if (isAnyTwice(pictures.map(runOf)) || isAnyTwice(pictures.flatMap(({ svg, png }) => [svg.name, png.name])))
    throw new Broken('boardPictures', 'twice the same')
  const files: ReadBackup['pictures'] = []
  const rows = pictures.map(({ svg, png, ...row }, i): BoardPicture => {
    const at = `boardPictures.${i}`
    if (!known.has(runOf(row))) throw new Broken(at, 'of a moment that is not here')
    const drawn = { svg: decode(at, svg.bytes, svg.sha256), png: decode(at, png.bytes, png.sha256) }
    const isPng = imageFacts(Buffer.from(drawn.png.buffer))?.type === 'png'
    const isNamed = svg.name.endsWith('.svg') && png.name.endsWith('.png')
    if (!isPng || !isNamed || svgFault(drawn.svg) !== null)
      throw new Broken(at, 'not the picture it says it is')
    files.push({ kind: 'boards', name: svg.name, bytes: drawn.svg })
    files.push({ kind: 'boards', name: png.name, bytes: drawn.png })
    return { ...row, svg: svg.name, png: png.name }
  })
  return { rows, files }
}

function openPictures(kind: PictureKind, pictures: BackupFile['photos']): ReadBackup['pictures'] {
  if (isAnyTwice(pictures.map(({ name }) => name))) throw new Broken(kind, 'twice the same')
  return pictures.map(({ name, sha256, bytes }, i) => {
    const at = `${kind}.${i}`
    const picture = decode(at, bytes, sha256)
    const { type } = imageFacts(Buffer.from(picture.buffer)) ?? { type: null }
    const isAsNamed = kind === 'photos' ? type === 'jpg' : type !== null && name.endsWith(`.${type}`)
    return isAsNamed ? { kind, name, bytes: picture } : fail(at, 'not the picture it says it is')
  })
}

/** Bytes with a buffer of their own, which can be handed to another thread. */
function decode(at: string, base64: string, sha256: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  return sha256Of(bytes) === sha256 ? bytes : fail(at, 'not what was written')
}

function isAnyTwice(names: readonly string[]): boolean {
  return new Set(names).size < names.length
}

function fail(at: string, message: string): never {
  throw new Broken(at, message)
}
