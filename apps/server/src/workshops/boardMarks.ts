/**
 * What boards were when phases ended: a mark for each board and run of a phase. The whole board is kept, packed, and not
 * only its place in the log of updates, because that log is pruned. Taken right after the command that ended the phase
 * is durable; a machine that dies in the moment after leaves the mark out, and the history goes without.
 */
import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import type { DurableBoard, EncodeBoard } from '@bordet/sync'
import type { WorkshopState } from '@bordet/workshop'
import type { Entry } from '@bordet/workshop/engine'
import type { BoardMark, MarkKind, MarkPlace } from '../storage/storage.ts'

/** A run of a phase, and how it ended. */
export interface EndedRun {
  phaseId: string
  startedAt: number
  kind: MarkKind
}

/** A board takes 8 MB at most; what unpacks to far more was not packed here. */
const mostUnpackedBytes = 64 * 1024 * 1024
const deflateLater = promisify(deflate)
const inflateLater = promisify(inflate)

/** The run that this command ended, also when it had ended before and nothing has begun since; null for none. */
export function runEndedBy(entry: Entry, before: WorkshopState): EndedRun | null {
  const { type } = entry
  const run = before.runs.at(-1)
  if (!run || (type !== 'endPhase' && type !== 'startPhase' && type !== 'close')) return null
  return { phaseId: run.phaseId, startedAt: run.startedAt, kind: type }
}

/**
 * The marks that stand for something: a phase that was undone has none, and one that was taken up again has none until
 * it ends again.
 */
export function standingMarks<Mark extends MarkPlace>(state: WorkshopState, marks: readonly Mark[]): Mark[] {
  return marks.filter(({ phaseId, startedAt }) =>
    state.runs.some((run) => run.phaseId === phaseId && run.startedAt === startedAt && run.endedAt !== null),
  )
}

/** One after the other. A board that cannot be made a mark of is told of and left out. */
export async function makeMarks(
  boards: readonly { boardId: string; board: DurableBoard | null }[],
  run: EndedRun & { at: number },
  encodeBoard: EncodeBoard,
  failed: (error: unknown) => void,
): Promise<BoardMark[]> {
  const marks: BoardMark[] = []
  for (const { boardId, board } of boards) {
    if (board === null) continue
    try {
      const packed = await packBoard(await encodeBoard(board.parts))
      marks.push({ boardId, ...run, seq: board.seq, packed })
    } catch (error) {
      failed(error)
    }
  }
  return marks
}

/** `state`: a whole Yjs state, V1. */
export async function packBoard(state: Uint8Array): Promise<Uint8Array> {
  return plain(await deflateLater(state))
}

/** The other way. Throws for what `packBoard` did not make. */
export async function unpackBoard(packed: Uint8Array): Promise<Uint8Array> {
  return plain(await inflateLater(packed, { maxOutputLength: mostUnpackedBytes }))
}

function plain(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
