/**
 * Notes that are held back: until the facilitator reveals them, or for a phase's first minutes. They are in the state
 * and on no board, so that nobody but their writers gets to see them. Rules [K…] of SPEC.md.
 */
import type { BoardEffect } from '../effects.ts'
import { entryOf, phaseNow, refuse, unlessClosed, type Handler } from '../handler.ts'
import type { HeldNote, WorkshopState } from '../state.ts'
import { reveal as revealVotes } from './results.ts'

const minuteMs = 60_000

/** Whether what is written now is held back. */
export function isHolding(state: WorkshopState, now: number): boolean {
  const { timer } = state
  const { phase } = phaseNow(state, now)
  if (!timer || state.notesShown || state.status === 'closed') return false
  switch (phase.noteMode.kind) {
    case 'open':
      return false
    case 'hidden':
      return true
    case 'hiddenFirst':
      return (timer.pausedAt ?? now) - timer.startedAt < phase.noteMode.minutes * minuteMs
    default:
      return phase.noteMode satisfies never
  }
}

/** When notes will be shown without anybody's doing; null while that is not known or nothing is held back. */
export function shownAt(state: WorkshopState, now: number): number | null {
  const { noteMode } = phaseNow(state, now).phase
  if (noteMode.kind !== 'hiddenFirst' || !isHolding(state, now)) return null
  return state.timer?.pausedAt === null ? state.timer.startedAt + noteMode.minutes * minuteMs : null
}

/** Whether notes wait whose time has come: ask before every command, and when the clock says so. */
export function areNotesDue(state: WorkshopState, now: number): boolean {
  const held = Object.values(state.heldNotes)
  return held.some(isOfCurrentPhase(state)) && !isHolding(state, now)
}

export function heldNote(state: WorkshopState, noteId: string): HeldNote | undefined {
  return entryOf(state.heldNotes, noteId)
}

export function hold(state: WorkshopState, held: HeldNote): WorkshopState {
  return { ...state, heldNotes: { ...state.heldNotes, [held.note.id]: held } }
}

/** Standing ones. Without a zone: on the whole board. */
export function countHeld({ heldNotes }: WorkshopState, boardId: string, zone?: string): number {
  const isThere = (held: HeldNote) =>
    held.boardId === boardId && !held.removed && (zone === undefined || held.note.zone === zone)
  return Object.values(heldNotes).filter(isThere).length
}

/** Puts held notes on their boards, in the order they were written, removed ones as removed. */
export function land(
  state: WorkshopState,
  which: (held: HeldNote) => boolean,
): { state: WorkshopState; effects: BoardEffect[] } {
  const landing = Object.values(state.heldNotes)
    .filter(which)
    .sort((a, b) => a.note.at - b.note.at || (a.note.id < b.note.id ? -1 : 1))
  if (landing.length === 0) return { state, effects: [] }
  const landed = new Set(landing.map(({ note }) => note.id))
  const left = Object.entries(state.heldNotes).filter(([id]) => !landed.has(id))
  const effects = landing.flatMap(({ boardId, note, removed }): BoardEffect[] => [
    { kind: 'addNote', boardId, note },
    ...(removed ? [{ kind: 'removeNote' as const, boardId, noteId: note.id, removed }] : []),
  ])
  return { state: { ...state, heldNotes: Object.fromEntries(left) }, effects }
}

/** For a phase that starts: what any other phase held back is shown now, should nobody have revealed it. */
export function landAllButThoseOf(phaseId: string) {
  return (held: HeldNote): boolean => held.note.phase !== phaseId
}

export function isOfCurrentPhase({ session, phaseIndex }: WorkshopState) {
  const id = session.phases[phaseIndex]?.id
  return (held: HeldNote): boolean => held.note.phase === id
}

/** Shows what is held back, and the result of the vote, or of the ranking. */
export const reveal: Handler<'reveal'> = {
  moment: (moment) =>
    unlessClosed(moment) ?? (isHolding(moment.state, moment.now) ? null : revealVotes.moment(moment)),
  apply(applying, entry) {
    const { state, now } = applying
    const shown = land(state, isHolding(state, now) ? isOfCurrentPhase(state) : () => false)
    const next = { ...shown.state, notesShown: true }
    if (revealVotes.moment(applying) !== null) return { ...shown, state: next }
    const revealed = revealVotes.apply({ ...applying, state: next }, entry)
    return 'refused' in revealed ? revealed : { ...revealed, effects: shown.effects }
  },
}

/** The server's own: nobody asks for it. */
export const landNotes: Handler<'landNotes'> = {
  moment: ({ state, now }) => (areNotesDue(state, now) ? null : 'noteUnknown'),
  apply({ state, now }) {
    if (!areNotesDue(state, now)) return refuse('noteUnknown')
    const shown = land(state, isOfCurrentPhase(state))
    return { ...shown, state: { ...shown.state, notesShown: true } }
  },
}
