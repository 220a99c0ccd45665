/**
 * Which boards are to be shown as pictures, and which pictures still tell the truth. A picture is drawn from the mark of
 * a phase's end by a page that leads; whatever is missing is work for the next such page. A picture is out of date when
 * its phase ended again with something new on the board, and when a note in it was hidden since, or shown again: then it is not given out any more.
 */
import { createHash } from 'node:crypto'
import { boardRoots, readNotes, readZones, type BoardNote, type BoardZone } from '@bordet/board'
import { buildDoc } from '@bordet/sync'
import type { WorkshopState } from '@bordet/workshop'
import type { BoardMark, BoardPicture, MarkPlace, Storage } from '../storage/storage.ts'
import { standingMarks, unpackBoard } from './boardMarks.ts'
import { boardsOf } from './boardSet.ts'

export interface WantedPicture {
  mark: MarkPlace
  /** 0 is the hall. */
  table: number
  /** Null while there is none, or none that may be shown. */
  picture: BoardPicture | null
}

/** What people saw of a board: its notes, the frames behind them and what was drawn. */
export interface BoardThen {
  notes: BoardNote[]
  zones: BoardZone[]
  /** Shape id → the record, as it stands in the document. */
  drawings: Record<string, unknown>
}

interface Asked {
  state: WorkshopState
  isHidden(noteId: string): boolean
}

/** In the order of the tables, the hall first, oldest first. */
export async function wantedPictures(
  desk: Asked,
  storage: Pick<Storage, 'listMarks' | 'listPictures'>,
): Promise<WantedPicture[]> {
  const { state } = desk
  const isHidden = (noteId: string) => desk.isHidden(noteId)
  const wanted: WantedPicture[] = []
  for (const { boardId, table } of boardsOf(state)) {
    const marks = standingMarks(state, await storage.listMarks(boardId))
    const pictures = await storage.listPictures(boardId)
    for (const mark of worthAPicture(state, table, marks)) {
      const found = pictures.find((picture) => isSameRun(picture, mark))
      const isTrue =
        found !== undefined &&
        found.seq === mark.seq &&
        sameIds(found.noteIds.filter(isHidden), found.hiddenIds)
      wanted.push({ mark, table, picture: isTrue ? found : null })
    }
  }
  return wanted
}

/**
 * Every round of a table, and whatever else changed a board while people worked: nobody looks for a picture of a
 * board on which nothing happened, nor of one while people walked.
 */
function worthAPicture(state: WorkshopState, table: number, marks: readonly MarkPlace[]): MarkPlace[] {
  const kinds = new Map(state.session.phases.map(({ id, kind }) => [id, kind]))
  return marks.filter((mark, index) => {
    const kind = kinds.get(mark.phaseId)
    if (kind === undefined || kind === 'move' || kind === 'break') return false
    return (kind === 'round' && table > 0) || mark.seq > (marks[index - 1]?.seq ?? 0)
  })
}

/** Throws when the mark cannot be read. */
export async function boardThen(mark: BoardMark): Promise<BoardThen> {
  const doc = buildDoc([await unpackBoard(mark.packed)])
  const { shapes } = boardRoots(doc)
  const board = {
    notes: readNotes(doc),
    zones: readZones(doc),
    drawings: Object.fromEntries(shapes.entries()),
  }
  doc.destroy()
  return board
}

/** Ids of the notes that stood there, and of those the ones that were hidden since. */
export function shownIds(
  notes: readonly BoardNote[],
  isHidden: Asked['isHidden'],
): Pick<BoardPicture, 'noteIds' | 'hiddenIds'> {
  const noteIds = notes.filter(({ deleted, hidden }) => !deleted && !hidden).map(({ id }) => id)
  return { noteIds, hiddenIds: noteIds.filter(isHidden) }
}

/** What a picture must show: the same again as long as neither the mark nor what is hidden has changed. */
export function pictureSeal(mark: MarkPlace, hiddenIds: readonly string[]): string {
  const told = JSON.stringify([mark.boardId, mark.phaseId, mark.startedAt, mark.seq, hiddenIds])
  return createHash('sha256').update(told).digest('base64url').slice(0, 22)
}

function isSameRun(a: Pick<MarkPlace, 'phaseId' | 'startedAt'>, b: MarkPlace): boolean {
  return a.phaseId === b.phaseId && a.startedAt === b.startedAt
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
