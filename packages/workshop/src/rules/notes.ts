/** Notes from phones, and what a helper types in from paper. Rules [N…] of SPEC.md. */
import type { NewNote, NoteFacts } from '../effects.ts'
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
import type { HeldNote, WorkshopState } from '../state.ts'
import { countHeld, heldNote, hold, isHolding } from './heldNotes.ts'
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
      photoId: entry.photoId,
      sheet: entry.sheet ?? presentPerson(state, actor.personId)?.form?.sheet,
    })
    if (isRefusal(placed) || !actor.personId) return placed
    return {
      ...placed,
      state: { ...placed.state, noteOwners: { ...state.noteOwners, [entry.opId]: actor.personId } },
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
    const { noteId, text } = entry
    const zone = zoneById(state, note.zone)
    const part = entry.part === undefined || !zone ? undefined : partOf(zone, note.phase, state, entry.part)
    const change = part === undefined ? { text } : { text, part }
    const held = heldNote(state, noteId)
    if (held)
      return { state: hold(state, { ...held, note: { ...held.note, ...change } }), answer: { noteId } }
    return {
      state,
      effects: [{ kind: 'editNote', boardId: note.boardId, noteId, ...change }],
      answer: { noteId },
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

/** Of a note that this person sees and did not write. */
export const react: Handler<'react'> = {
  moment: whilePresent,
  apply({ state, actor, facts }, { noteId, reaction }) {
    const note = facts?.note(noteId)
    if (facts && (!note || note.removed || note.hidden)) return refuse('noteUnknown')
    if (actor.personId === null || entryOf(state.noteOwners, noteId) === actor.personId)
      return refuse('ownNote')
    const { [actor.personId]: _, ...others } = entryOf(state.reactions, noteId) ?? {}
    const its = reaction === null ? others : { ...others, [actor.personId]: reaction }
    const { [noteId]: __, ...rest } = state.reactions
    const isEmpty = Object.keys(its).length === 0
    return { state: { ...state, reactions: isEmpty ? rest : { ...rest, [noteId]: its } } }
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
  how: { at: number; via: 'phone' | 'paper'; sheet?: string | undefined; photoId?: string | undefined },
): Judged {
  const { state, facts } = applying
  if (
    entryOf(state.noteOwners, entry.opId) !== undefined ||
    heldNote(state, entry.opId) ||
    facts?.note(entry.opId)
  )
    return refuse('opIdTaken')
  const boardId = boardOf(state, table)
  if (boardId === undefined) return refuse('tableUnknown')
  if (isFull(applying, zone, boardId)) return refuse('zoneFull')
  const { sheet, photoId, ...plain } = how
  const note: NewNote = {
    id: entry.opId,
    zone: zone.id,
    phase: phase.id,
    text: entry.text,
    color: zone.color,
    ...plain,
    ...optional({ part: partOf(zone, phase.id, state, entry.part), sheet, photoId }),
    ...(zone.kind === 'map' && entry.pin ? { pin: entry.pin } : {}),
  }
  if (isHeldBack(applying, zone, phase)) {
    const by = applying.actor.role
    return {
      state: hold(state, { boardId, removed: false, note: { ...note, by } }),
      answer: { noteId: entry.opId },
    }
  }
  return {
    state,
    effects: [{ kind: 'addNote', boardId, note }],
    answer: { noteId: entry.opId },
  }
}

function isFull({ state, facts }: Applying, zone: Zone, boardId: string): boolean {
  if (zone.max === undefined || facts === null) return false
  return facts.countInZone(boardId, zone.id) + countHeld(state, boardId, zone.id) >= zone.max
}

/** Only what people write in the phase that holds back; what comes late from an earlier one is shown there. */
function isHeldBack({ state, now }: Applying, zone: Zone, phase: Phase): boolean {
  if (phase.id !== phaseNow(state, now).phase.id || !takesEverybodysNotes(zone, phase)) return false
  return isHolding(state, now)
}

/** Of a zone with parts or layers one of them, whatever was asked; a phase about one layer puts its pins there. */
function partOf(zone: Zone, phaseId: string, state: WorkshopState, asked?: string): string | undefined {
  const parts = zone.parts ?? zone.layers
  if (!parts) return undefined
  const layer = state.session.phases.find((phase) => phase.id === phaseId)?.layer
  return [asked, layer].find((part) => part !== undefined && parts.includes(part)) ?? parts[0]
}

/** Without the keys that have no value: a state is plain JSON. */
function optional<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const result: { [K in keyof T]?: Exclude<T[K], undefined> } = {}
  for (const key in values) {
    const value = values[key]
    if (isDefined(value)) result[key] = value
  }
  return result
}

function isDefined<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined
}

/** The note if it is this person's and its phase is still the current one; null when the log is replayed. */
function ownNote(applying: Applying, noteId: string): NoteFacts | null | { refused: Refusal } {
  const { state, actor, now, facts } = applying
  const held = heldNote(state, noteId)
  if (!held && !facts) return null
  const note = held ? factsOfHeld(state, held) : facts?.note(noteId)
  if (!note) return refuse('noteUnknown')
  const person = presentPerson(state, actor.personId)
  if (!person || entryOf(state.noteOwners, noteId) !== actor.personId) return refuse('notYourNote')
  // In a form one goes back and forth.
  if (person.form) return state.status === 'open' ? note : refuse('phaseOver')
  return note.phase === phaseNow(state, now).phase.id ? note : refuse('phaseOver')
}

function setRemoved(applying: Applying, noteId: string, note: NoteFacts | null, removed: boolean): Judged {
  const { state } = applying
  if (!note) return { state }
  const held = heldNote(state, noteId)
  if (held) return { state: hold(state, { ...held, removed }), answer: { noteId } }
  return {
    state,
    effects: [{ kind: 'removeNote', boardId: note.boardId, noteId, removed }],
    answer: { noteId },
  }
}

function factsOfHeld(state: WorkshopState, { boardId, note, removed }: HeldNote): NoteFacts {
  const table = state.tables.find((one) => one.boardId === boardId)?.number ?? 0
  return { boardId, table, zone: note.zone, phase: note.phase, removed, hidden: false }
}

/** Paper is typed in when there is time: the note belongs to the last phase that had its zone open. */
function phaseForPaper({ state, now }: Moment, zone: Zone): Phase {
  const { phase: current } = phaseNow(state, now)
  const open = (phase: Phase | undefined) => (phase?.zones.includes(zone.id) ? phase : undefined)
  const ran = state.runs.map((run) => state.session.phases.find((phase) => phase.id === run.phaseId))
  return open(current) ?? ran.findLast(open) ?? state.session.phases.find(open) ?? current
}
