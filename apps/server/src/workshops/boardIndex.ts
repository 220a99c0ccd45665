/**
 * What the workshop plane knows of its boards: every durable note, by table. It answers the engine's questions about
 * where a note stands, counts notes for the views, and remembers what accepted commands are about to write, so that
 * two commands in flight cannot both take a zone's last place.
 */
import { inReadingOrder, isNoteId, type BoardNote } from '@bordet/board'
import type { BoardEffect, BoardFacts, BoardsNow, NoteFacts, StandingNote } from '@bordet/workshop/engine'

export interface BoardIndex {
  /** Says which table a board belongs to; 0 is the hall. */
  addBoard(boardId: string, table: number): void
  /** Takes in notes as they are after a commit, from whichever plane. */
  take(boardId: string, notes: readonly BoardNote[]): void
  /** Call before the effects are committed; the answer takes them back, once they are durable or have failed. */
  expect(effects: readonly BoardEffect[]): () => void
  facts: BoardFacts
  /** Notes that are neither removed nor hidden: by zone, then in reading order. */
  standingAt(table: number): StandingNote[]
  /** All that are not removed, oldest first; hidden ones too. */
  everyNote(): { note: StandingNote; hidden: boolean }[]
  /** Of all notes, removed and hidden ones too. */
  photoIds(): Set<string>
  boardsNow(joinUrl: string): BoardsNow
}

interface Board {
  table: number
  notes: Map<string, BoardNote>
  /** Null after a change. */
  standing: StandingNote[] | null
}

export function createBoardIndex(): BoardIndex {
  const boards = new Map<string, Board>()
  const boardOfTable = new Map<number, Board>()
  const boardOfNote = new Map<string, string>()
  const expected: NoteFacts[] = []
  const expectedById = new Map<string, NoteFacts[]>()

  const standingAt = (table: number): StandingNote[] => {
    const board = boardOfTable.get(table)
    if (!board) return []
    board.standing ??= inOrder(board.notes).map((note) => toStanding(note, table))
    return board.standing
  }

  const durableFacts = (noteId: string): NoteFacts | undefined => {
    const boardId = boardOfNote.get(noteId)
    const board = boardId === undefined ? undefined : boards.get(boardId)
    const note = board?.notes.get(noteId)
    if (boardId === undefined || !board || !note) return undefined
    const { zone, phase, deleted, hidden } = note
    return { boardId, table: board.table, zone, phase, removed: deleted, hidden }
  }

  const factsOf = (noteId: string) => expectedById.get(noteId)?.at(-1) ?? durableFacts(noteId)

  const expectOne = (effect: BoardEffect): (() => void) | undefined => {
    const after = factsAfter(effect, factsOf, boards.get(effect.boardId)?.table ?? 0)
    if (!after) return undefined
    const { noteId, facts } = after
    expectedById.set(noteId, [...(expectedById.get(noteId) ?? []), facts])
    if (effect.kind === 'addNote') expected.push(facts)
    return () => {
      const left = (expectedById.get(noteId) ?? []).filter((other) => other !== facts)
      if (left.length > 0) expectedById.set(noteId, left)
      else expectedById.delete(noteId)
      if (expected.includes(facts)) expected.splice(expected.indexOf(facts), 1)
    }
  }

  return {
    addBoard(boardId, table) {
      const board: Board = { table, notes: new Map(), standing: null }
      boards.set(boardId, board)
      boardOfTable.set(table, board)
    },
    take(boardId, notes) {
      const board = boards.get(boardId)
      if (!board) return
      for (const note of notes) {
        // Whoever copies a note's id onto another board must not turn hiding and editing away from the first.
        if (!isNoteId(note.id) || (boardOfNote.get(note.id) ?? boardId) !== boardId) continue
        board.notes.set(note.id, note)
        boardOfNote.set(note.id, boardId)
      }
      board.standing = null
    },
    expect(effects) {
      const undo = effects.map(expectOne)
      return () => undo.forEach((each) => each?.())
    },
    facts: {
      note: factsOf,
      countInZone(boardId, zone) {
        const inZone = ({ zone: its, ...note }: BoardNote) => its === zone && isStanding(note)
        const standing = [...(boards.get(boardId)?.notes.values() ?? [])].filter(inZone).length
        return standing + expected.filter((note) => note.boardId === boardId && note.zone === zone).length
      },
      countOnBoard(boardId) {
        const standing = [...(boards.get(boardId)?.notes.values() ?? [])].filter(isStanding).length
        return standing + expected.filter((note) => note.boardId === boardId).length
      },
    },
    standingAt,
    everyNote: () =>
      [...boards.values()]
        .flatMap(({ notes, table }) =>
          [...notes.values()]
            .filter(({ deleted }) => !deleted)
            .map((note) => ({ note: toStanding(note, table), hidden: note.hidden })),
        )
        .sort((a, b) => a.note.at - b.note.at),
    photoIds: () =>
      new Set(
        [...boards.values()].flatMap(({ notes }) =>
          [...notes.values()].flatMap(({ photoId }) => photoId ?? []),
        ),
      ),
    boardsNow: (joinUrl) => ({
      joinUrl,
      notes: standingAt,
      countNotes: (table) => standingAt(table).length,
      note(noteId) {
        const board = boards.get(boardOfNote.get(noteId) ?? '')
        const note = board?.notes.get(noteId)
        return board && note && isStanding(note) ? toStanding(note, board.table) : undefined
      },
    }),
  }
}

/** What the engine will have to know about a note once this effect is written; undefined for effects on no note. */
function factsAfter(
  effect: BoardEffect,
  factsOf: (noteId: string) => NoteFacts | undefined,
  table: number,
): { noteId: string; facts: NoteFacts } | undefined {
  switch (effect.kind) {
    case 'seedZones':
    case 'editZone':
    case 'removeZone':
    case 'editNote':
      return undefined
  }
  if (effect.kind === 'addNote') {
    const { boardId } = effect
    const { id, zone, phase } = effect.note
    return { noteId: id, facts: { boardId, table, zone, phase, removed: false, hidden: false } }
  }
  const before = factsOf(effect.noteId)
  if (!before) return undefined
  const change = effect.kind === 'removeNote' ? { removed: effect.removed } : { hidden: effect.hidden }
  return { noteId: effect.noteId, facts: { ...before, ...change } }
}

function isStanding(note: Pick<BoardNote, 'deleted' | 'hidden'>): boolean {
  return !note.deleted && !note.hidden
}

function toStanding(note: BoardNote, table: number): StandingNote {
  const { id, zone, phase, text, color, at, via, part, pin, sheet, photoId } = note
  return {
    id,
    zone,
    phase,
    table,
    text: shorten(text),
    color,
    at,
    via,
    ...(part === undefined ? {} : { part }),
    ...(pin === undefined ? {} : { pin }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(photoId === undefined ? {} : { photoId }),
  }
}

/** A board takes more words than the hall's network should carry to every phone. */
const longestText = 4_000

function shorten(text: string): string {
  if (text.length <= longestText) return text
  // Half an emoji is not text.
  return `${text.slice(0, longestText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Zones in the order in which they got their first note. */
function inOrder(notes: ReadonlyMap<string, BoardNote>): BoardNote[] {
  const byZone = Map.groupBy([...notes.values()].filter(isStanding), (note) => note.zone)
  return [...byZone.values()].flatMap(inReadingOrder)
}
