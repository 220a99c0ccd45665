/** What a person sees of their own notes: what the server shows, with what waits on the phone laid over it. Pure. */
import type { NoteColor, NoteView } from '@bordet/workshop'
import type { Entry, ZoneLook } from './entry.ts'

/**
 * `sending`: on its way this moment; `kept`: not sent, stored on this phone; `unsent`: not sent, and gone if the tab
 * is closed; `refused`: the server said no.
 */
export type NoteState = 'saved' | 'sending' | 'kept' | 'unsent' | 'refused'

export interface OwnNote {
  id: string
  zone: string
  color: NoteColor
  phase: string
  text: string
  at: number
  state: NoteState
  part?: string | undefined
  /** In a form: whose answers it belongs to. */
  sheet?: string | undefined
  /** Where its picture is. */
  photo?: string | undefined
  /** Nobody else sees it yet. */
  held?: true | undefined
  /** Known for what was written on this phone. */
  look?: ZoneLook
  phaseName?: string
  refused?: Entry
  /** Removed a moment ago: a stub with "undo" stands in its place. */
  isRemoved?: boolean
}

export interface Waiting {
  entries: readonly Entry[]
  /** Answered by the server, but not yet in the view; oldest first. */
  answered: readonly Entry[]
  /** Removed a moment ago, as they looked. */
  removed: readonly OwnNote[]
  stateOf(entry: Entry): NoteState
}

/** Newest first. */
export function ownNotes(notes: readonly NoteView[], waiting: Waiting): OwnNote[] {
  const byId = new Map<string, OwnNote>()
  for (const note of notes) if (note.mine) byId.set(note.id, savedNote(note))
  const removedById = new Map(waiting.removed.map((note) => [note.id, note]))
  for (const entry of waiting.answered) lay(byId, removedById, entry, 'saved')
  for (const entry of waiting.entries) lay(byId, removedById, entry, waiting.stateOf(entry))
  for (const note of waiting.removed) if (!byId.has(note.id)) byId.set(note.id, { ...note, isRemoved: true })
  return [...byId.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
}

function lay(
  byId: Map<string, OwnNote>,
  removed: Map<string, OwnNote>,
  entry: Entry,
  state: NoteState,
): void {
  const note = byId.get(entry.noteId)
  const refused = entry.refusal === null ? {} : { refused: entry }
  switch (entry.ask.type) {
    case 'addNote':
      if (!note) byId.set(entry.noteId, { ...newNote(entry), state, ...refused })
      return
    case 'editNote':
      if (note) byId.set(note.id, { ...note, text: entry.ask.text, state, ...refused })
      return
    case 'removeNote':
      if (!note) return
      if (entry.refusal === null) byId.delete(note.id)
      else byId.set(note.id, { ...note, state, ...refused })
      return
    case 'restoreNote': {
      const before = note ?? removed.get(entry.noteId)
      if (before) byId.set(before.id, { ...before, state, ...refused })
    }
  }
}

function savedNote({ id, zone, color, phase, text, at, part, sheet, photoId, held }: NoteView): OwnNote {
  return {
    id,
    zone,
    color,
    phase,
    text,
    at,
    state: 'saved',
    part,
    sheet,
    photo: photoId && `/photos/${photoId}`,
    held,
  }
}

function newNote(entry: Entry): Omit<OwnNote, 'state'> {
  const ask = entry.ask.type === 'addNote' ? entry.ask : { zone: '', text: '', phaseId: '', part: undefined }
  return {
    id: entry.noteId,
    zone: ask.zone,
    color: entry.zone?.color ?? 'paper',
    phase: ask.phaseId ?? '',
    text: ask.text,
    at: entry.at,
    part: ask.part,
    sheet: entry.ask.type === 'addNote' ? entry.ask.sheet : undefined,
    photo: entry.photo,
    ...(entry.zone ? { look: entry.zone } : {}),
    ...(entry.phaseName === undefined ? {} : { phaseName: entry.phaseName }),
  }
}
