/** Notes from phones, and what a helper types in from paper. Rules [N…] of SPEC.md. */
import type { NoteFacts } from '../effects.ts'
import {
  boardOf,
  entryOf,
  isRefusal,
  phaseNow,
  presentPerson,
  refuse,
  unlessClosed,
  whilePresent,
  zoneById,
  type Applying,
  type Handler,
  type Judged,
  type Moment,
} from '../handler.ts'
import type { EntryByType } from '../entries.ts'
import type { Refusal } from '../refusals.ts'
import type { Phase, Zone } from '../session.ts'
import { takesEverybodysNotes } from '../zones.ts'
import { landing } from './landing.ts'

export const addNote: Handler<'addNote'> = {
  moment(moment, entry) {
    const landed = landing(moment, entry ?? {})
    return isRefusal(landed) ? landed.refused : null
  },
  apply(applying, entry) {
    const { state, actor } = applying
    const landed = landing(applying, entry)
    if (isRefusal(landed)) return landed
    const zone = zoneById(state, entry.zone)
    if (!zone || !landed.phase.zones.includes(zone.id) || !takesEverybodysNotes(zone, landed.phase))
      return refuse('zoneNotOpen')
    const placed = place(applying, entry, zone, zone.scope === 'table' ? landed.table : 0, landed.phase, {
      at: landed.at,
      via: 'phone',
    })
    if (isRefusal(placed) || !actor.personId) return placed
    return {
      ...placed,
      state: { ...state, noteOwners: { ...state.noteOwners, [entry.opId]: actor.personId } },
    }
  },
}

export const addNoteFor: Handler<'addNoteFor'> = {
  moment: unlessClosed,
  apply(applying, entry) {
    const zone = zoneById(applying.state, entry.zone)
    if (!zone) return refuse('zoneNotOpen')
    const table = zone.scope === 'table' ? entry.table : 0
    if (zone.scope === 'table' && table === 0) return refuse('tableUnknown')
    return place(applying, entry, zone, table, phaseForPaper(applying, zone), {
      at: applying.now,
      via: 'paper',
    })
  },
}

export const editNote: Handler<'editNote'> = {
  moment: whilePresent,
  apply(applying, entry) {
    const { state } = applying
    const note = ownNote(applying, entry.noteId)
    if (isRefusal(note)) return note
    if (!note) return { state }
    if (note.removed) return refuse('noteRemoved')
    return {
      state,
      effects: [{ kind: 'editNote', boardId: note.boardId, noteId: entry.noteId, text: entry.text }],
      answer: { noteId: entry.noteId },
    }
  },
}

export const removeNote: Handler<'removeNote'> = {
  moment: whilePresent,
  apply(applying, entry) {
    const note = ownNote(applying, entry.noteId)
    if (isRefusal(note)) return note
    if (note?.removed) return refuse('noteRemoved')
    return setRemoved(applying, entry.noteId, note, true)
  },
}

export const restoreNote: Handler<'restoreNote'> = {
  moment: whilePresent,
  apply(applying, entry) {
    const note = ownNote(applying, entry.noteId)
    if (isRefusal(note)) return note
    const zone = note && zoneById(applying.state, note.zone)
    if (note?.removed && zone && isFull(applying, zone, note.boardId)) return refuse('zoneFull')
    return setRemoved(applying, entry.noteId, note, false)
  },
}

export const reportNote: Handler<'reportNote'> = {
  moment: whilePresent,
  apply({ state, actor, facts }, { noteId }) {
    const note = facts?.note(noteId)
    if (facts && (!note || note.removed)) return refuse('noteUnknown')
    const reporters = entryOf(state.reporters, noteId) ?? []
    const reporter = actor.personId ?? `table:${actor.table}`
    if (reporters.includes(reporter)) return { state }
    return {
      state: {
        ...state,
        reports: { ...state.reports, [noteId]: (entryOf(state.reports, noteId) ?? 0) + 1 },
        reporters: { ...state.reporters, [noteId]: [...reporters, reporter] },
      },
    }
  },
}

export const keepNote: Handler<'keepNote'> = {
  moment: () => null,
  apply({ state, facts }, { noteId }) {
    if (facts && !facts.note(noteId)) return refuse('noteUnknown')
    const reports = entryOf(state.reports, noteId) ?? 0
    return { state: { ...state, keptNotes: { ...state.keptNotes, [noteId]: reports } }, answer: { noteId } }
  },
}

export const hideNote: Handler<'hideNote'> = {
  /** After the meeting too: what must not be published is often found then. */
  moment: () => null,
  apply({ state, facts }, { noteId, hidden }) {
    if (!facts) return { state }
    const note = facts.note(noteId)
    if (!note) return refuse('noteUnknown')
    return {
      state,
      effects: [{ kind: 'hideNote', boardId: note.boardId, noteId, hidden }],
      answer: { noteId },
    }
  },
}

type Arriving = EntryByType['addNote'] | EntryByType['addNoteFor']

function place(
  applying: Applying,
  entry: Arriving,
  zone: Zone,
  table: number,
  phase: Phase,
  how: { at: number; via: 'phone' | 'paper' },
): Judged {
  const { state, facts } = applying
  if (entryOf(state.noteOwners, entry.opId) !== undefined || facts?.note(entry.opId))
    return refuse('opIdTaken')
  const boardId = boardOf(state, table)
  if (boardId === undefined) return refuse('tableUnknown')
  if (isFull(applying, zone, boardId)) return refuse('zoneFull')
  const note = { id: entry.opId, zone: zone.id, phase: phase.id, text: entry.text, color: zone.color, ...how }
  return {
    state,
    effects: [{ kind: 'addNote', boardId, note }],
    answer: { noteId: entry.opId },
  }
}

function isFull({ facts }: Applying, zone: Zone, boardId: string): boolean {
  return zone.max !== undefined && facts !== null && facts.countInZone(boardId, zone.id) >= zone.max
}

/** The note if it is this person's and its phase is still the current one; null when the log is replayed. */
function ownNote(applying: Applying, noteId: string): NoteFacts | null | { refused: Refusal } {
  const { state, actor, now, facts } = applying
  if (!facts) return null
  const note = facts.note(noteId)
  if (!note) return refuse('noteUnknown')
  if (!presentPerson(state, actor.personId) || entryOf(state.noteOwners, noteId) !== actor.personId)
    return refuse('notYourNote')
  return note.phase === phaseNow(state, now).phase.id ? note : refuse('phaseOver')
}

function setRemoved(applying: Applying, noteId: string, note: NoteFacts | null, removed: boolean): Judged {
  const { state } = applying
  if (!note) return { state }
  return {
    state,
    effects: [{ kind: 'removeNote', boardId: note.boardId, noteId, removed }],
    answer: { noteId },
  }
}

/** Paper is typed in when there is time: the note belongs to the last phase that had its zone open. */
function phaseForPaper({ state, now }: Moment, zone: Zone): Phase {
  const { phase: current } = phaseNow(state, now)
  const open = (phase: Phase | undefined) => (phase?.zones.includes(zone.id) ? phase : undefined)
  const ran = state.runs.map((run) => state.session.phases.find((phase) => phase.id === run.phaseId))
  return open(current) ?? ran.findLast(open) ?? state.session.phases.find(open) ?? current
}
