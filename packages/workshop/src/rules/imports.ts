/** What was said elsewhere, put up for everybody to read. Rules [I…] of SPEC.md. */
import type { BoardEffect } from '../effects.ts'
import { phaseNow, refuse, unlessClosed, zoneById, type Handler } from '../handler.ts'
import type { WorkshopState } from '../state.ts'

/** Of one workshop: what a board can hold and a hall can read. */
const mostNotes = 2_000

export const importNotes: Handler<'importNotes'> = {
  moment: unlessClosed,
  apply({ state, facts, now }, { opId, zone: zoneId, notes, importId = opId }) {
    const zone = zoneById(state, zoneId)
    if (zone?.kind !== 'import') return refuse('zoneNotOpen')
    const ids = notes.map(({ id }) => id)
    const isTaken = new Set(ids).size < ids.length || ids.some((id) => facts?.note(id))
    const before = state.imports.find(({ id }) => id === importId)
    if (isTaken || (before && (before.zone !== zoneId || before.takenBack))) return refuse('opIdTaken')
    const boardId = state.hallBoardId
    const count = facts?.countInZone(boardId, zoneId) ?? 0
    if (count + ids.length > (zone.max ?? mostNotes)) return refuse('zoneFull')
    const phase =
      state.session.phases.find(({ zones }) => zones.includes(zoneId)) ?? phaseNow(state, now).phase
    const effects = notes.map((note): BoardEffect => ({
      kind: 'addNote',
      boardId,
      note: { ...note, zone: zoneId, phase: phase.id, color: zone.color, at: now, via: 'board' },
    }))
    const whole = before
      ? { ...before, noteIds: [...before.noteIds, ...ids] }
      : { id: importId, zone: zoneId, at: now, takenBack: false, noteIds: ids }
    return { state: withImport(state, whole), effects }
  },
}

/** Its notes are removed as any other: what was voted on or sorted meanwhile goes with them. */
export const takeBackImport: Handler<'takeBackImport'> = {
  moment: unlessClosed,
  apply({ state, facts }, { importId }) {
    const found = state.imports.find(({ id }) => id === importId)
    if (!found || found.takenBack) return refuse('noteUnknown')
    const standing = facts ? found.noteIds.filter((id) => facts.note(id)?.removed === false) : []
    return {
      state: withImport(state, { ...found, takenBack: true }),
      effects: standing.map((noteId) => ({
        kind: 'removeNote',
        boardId: state.hallBoardId,
        noteId,
        removed: true,
      })),
    }
  },
}

function withImport(state: WorkshopState, changed: WorkshopState['imports'][number]): WorkshopState {
  const others = state.imports.filter(({ id }) => id !== changed.id)
  return { ...state, imports: [...others, changed].sort((a, b) => a.at - b.at) }
}
