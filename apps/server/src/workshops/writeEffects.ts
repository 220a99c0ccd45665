/** Turns what the engine asks of the boards into edits of their documents. */
import {
  editZone,
  removeZone,
  markHidden,
  markRemoved,
  moveToPart,
  newBoard,
  placeNote,
  seedZones,
  setNoteText,
} from '@bordet/board'
import type { BoardEdit, Room } from '@bordet/sync'
import type { BoardEffect } from '@bordet/workshop/engine'
import * as Y from 'yjs'
import type { Write } from '../storage/storage.ts'

/** One edit for each board that the effects touch. `by` is the role that the notes will show, never a person. */
export function toEdits(
  effects: readonly BoardEffect[],
  roomOf: (boardId: string) => Room,
  by: string,
): BoardEdit[] {
  const byBoard = Map.groupBy(effects, (effect) => effect.boardId)
  return [...byBoard].map(([boardId, its]) => ({
    room: roomOf(boardId),
    edit: (doc) => its.forEach((effect) => writeEffect(doc, effect, by)),
  }))
}

/** The first state of boards that do not exist yet. */
export function newBoards(workshopId: string, effects: readonly BoardEffect[]): NonNullable<Write['boards']> {
  return effects
    .filter((effect) => effect.kind === 'seedZones')
    .map(({ boardId, zones }) => ({
      boardId,
      workshopId,
      state: Y.encodeStateAsUpdate(newBoard(zones)),
    }))
}

function writeEffect(doc: Y.Doc, effect: BoardEffect, by: string): void {
  switch (effect.kind) {
    case 'seedZones':
      return seedZones(doc, effect.zones)
    case 'editZone':
      return editZone(doc, effect.zone)
    case 'removeZone':
      return removeZone(doc, effect.zone)
    case 'addNote':
      return placeNote(doc, { ...effect.note, by: effect.note.by ?? by })
    case 'editNote':
      setNoteText(doc, effect.noteId, effect.text)
      if (effect.part !== undefined) moveToPart(doc, effect.noteId, effect.part)
      return
    case 'removeNote':
      return markRemoved(doc, effect.noteId, effect.removed)
    case 'hideNote':
      return markHidden(doc, effect.noteId, effect.hidden)
    default:
      return effect satisfies never
  }
}
