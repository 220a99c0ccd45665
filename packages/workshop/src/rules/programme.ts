/** Changing the programme, before a workshop and during it: what is past stays. Rules [E…] of SPEC.md. */
import type { BoardEffect } from '../effects.ts'
import type { EntryByType } from '../entries.ts'
import {
  entryOf,
  isRefusal,
  refuse,
  unlessClosed,
  type Applying,
  type Handler,
  type Judged,
} from '../handler.ts'
import { changeSession, type ProgrammeChange } from '../programme.ts'
import type { Refusal } from '../refusals.ts'
import type { Session, Zone } from '../session.ts'
import type { WorkshopState } from '../state.ts'
import { countHeld } from './heldNotes.ts'

/** Of the phase that is on, its words may change and zones may be added; its clock is the facilitator's. */
const wordsOfPhase: ReadonlySet<string> = new Set(['name', 'question', 'help', 'starters', 'zones'])
/** Of a zone that is in use: what does not change what its notes mean. */
const looksOfZone: ReadonlySet<string> = new Set(['title', 'color', 'icon', 'max'])

export const editPhase: Handler<'editPhase'> = {
  moment: unlessClosed,
  apply({ state }, entry) {
    const { opId: _, ...change } = entry
    return refuseIf(phaseEditRefusal(state, entry)) ?? changed(state, change)
  },
}

export const addPhase: Handler<'addPhase'> = {
  moment: unlessClosed,
  apply: ({ state }, { opId, phase, before = null }) =>
    refuseIf(placeRefusal(state, before)) ?? changed(state, { type: 'addPhase', id: opId, phase, before }),
}

export const removePhase: Handler<'removePhase'> = {
  moment: unlessClosed,
  apply: ({ state }, { phaseId }) =>
    refuseIf(isPast(state, phaseId) ? 'phasePast' : hasHeld(state, phaseId) ? 'phaseInUse' : null) ??
    changed(state, { type: 'removePhase', phaseId }),
}

export const movePhase: Handler<'movePhase'> = {
  moment: unlessClosed,
  apply: ({ state }, { phaseId, before }) =>
    refuseIf(isPast(state, phaseId) ? 'phasePast' : placeRefusal(state, before)) ??
    changed(state, { type: 'movePhase', phaseId, before }),
}

export const editZone: Handler<'editZone'> = {
  moment: unlessClosed,
  apply(applying, entry) {
    const { state } = applying
    const { opId: _, ...change } = entry
    const { zoneId } = change
    const refused = zoneEditRefusal(applying, entry)
    return refuseIf(refused) ?? withBoards(state, changed(state, change), zoneId, 'editZone')
  },
}

export const addZone: Handler<'addZone'> = {
  moment: unlessClosed,
  apply: ({ state }, { opId, zone }) =>
    withBoards(state, changed(state, { type: 'addZone', id: opId, zone }), opId, 'seedZones'),
}

export const removeZone: Handler<'removeZone'> = {
  moment: unlessClosed,
  apply(applying, { zoneId }) {
    const { state } = applying
    const zone = state.session.zones.find(({ id }) => id === zoneId)
    const inUse = zone !== undefined && (isOpenInPast(state, zone) || hasNotes(applying, zone))
    const gone: BoardEffect[] = zone
      ? boardsOfZone(state, zone).map((boardId) => ({ kind: 'removeZone', boardId, zone: zoneId }))
      : []
    const judged = refuseIf(inUse ? 'zoneInUse' : null) ?? changed(state, { type: 'removeZone', zoneId })
    return isRefusal(judged) ? judged : { ...judged, effects: gone }
  },
}

/** Whether it has run, or is the current one: it keeps its id, its place and what happened in it. */
export function isPast(
  state: Pick<WorkshopState, 'runs' | 'timer' | 'session' | 'phaseIndex'>,
  phaseId: string,
): boolean {
  return isCurrent(state, phaseId) || state.runs.some((run) => run.phaseId === phaseId)
}

function isCurrent(
  { timer, session, phaseIndex }: Pick<WorkshopState, 'timer' | 'session' | 'phaseIndex'>,
  phaseId: string,
): boolean {
  return timer !== null && session.phases[phaseIndex]?.id === phaseId
}

function phaseEditRefusal(state: WorkshopState, entry: EntryByType['editPhase']): Refusal | null {
  const { opId: _opId, type: _type, phaseId, ...edit } = entry
  if (!isPast(state, phaseId)) return edit.noteMode && hasHeld(state, phaseId) ? 'phaseInUse' : null
  if (!isCurrent(state, phaseId)) return 'phasePast'
  const before = state.session.phases[state.phaseIndex]?.zones ?? []
  const keepsZones = edit.zones === undefined || before.every((id) => edit.zones?.includes(id))
  const given = Object.entries(edit).filter(([, value]) => value !== undefined)
  return keepsZones && given.every(([key]) => wordsOfPhase.has(key)) ? null : 'phaseRunning'
}

/** Nothing is put before what is past, nor before the phase that is on. */
function placeRefusal(state: WorkshopState, before: string | null): Refusal | null {
  if (before === null || state.timer === null) return null
  const at = state.session.phases.findIndex(({ id }) => id === before)
  return at >= 0 && at <= state.phaseIndex ? 'phasePast' : null
}

function zoneEditRefusal(applying: Applying, entry: EntryByType['editZone']): Refusal | null {
  const { opId: _opId, type: _type, zoneId, ...edit } = entry
  const { state } = applying
  const zone = state.session.zones.find(({ id }) => id === zoneId)
  if (!zone) return null
  const wasOpen = isOpenInPast(state, zone)
  const isToCome = state.session.phases.some(
    ({ id, zones }) => zones.includes(zoneId) && (isCurrent(state, id) || !isPast(state, id)),
  )
  if (wasOpen && !isToCome) return 'phasePast'
  if (!wasOpen && !hasNotes(applying, zone)) return null
  return Object.keys(edit).every((key) => looksOfZone.has(key)) ? null : 'zoneInUse'
}

function isOpenInPast(state: WorkshopState, zone: Zone): boolean {
  return state.session.phases.some(({ id, zones }) => zones.includes(zone.id) && isPast(state, id))
}

function hasNotes({ state, facts }: Applying, zone: Zone): boolean {
  return boardsOfZone(state, zone).some(
    (boardId) => (facts?.countInZone(boardId, zone.id) ?? 0) + countHeld(state, boardId, zone.id) > 0,
  )
}

/** Held back when the phase was undone: notes and dots wait for it to start again. */
function hasHeld({ heldNotes, undoneVotes }: WorkshopState, phaseId: string): boolean {
  if (entryOf(undoneVotes, phaseId)) return true
  return Object.values(heldNotes).some(({ note }) => note.phase === phaseId)
}

/** Boards of removed tables too: a table that comes back has all zones. */
function boardsOfZone({ hallBoardId, tables, spareBoards }: WorkshopState, zone: Zone): string[] {
  return zone.scope === 'table' ? [...tables, ...spareBoards].map(({ boardId }) => boardId) : [hallBoardId]
}

function refuseIf(refused: Refusal | null): Judged | null {
  return refused === null ? null : refuse(refused)
}

function changed(state: WorkshopState, change: ProgrammeChange): Judged {
  const outcome = changeSession(state.session, change)
  return 'refused' in outcome ? outcome : { state: withSession(state, outcome.session) }
}

/** What counts phases by their place goes on counting the same ones. */
function withSession(state: WorkshopState, session: Session): WorkshopState {
  const before = state.session.phases
  if (before.length === session.phases.length && before.every(({ id }, at) => id === session.phases[at]?.id))
    return { ...state, session }
  const place = (index: number) =>
    Math.max(
      0,
      session.phases.findIndex(({ id }) => id === before[index]?.id),
    )
  const ids = new Set(session.phases.map(({ id }) => id))
  return {
    ...state,
    session,
    // Before the first phase it is the first that is waited for, whichever that is now.
    phaseIndex: state.timer === null ? 0 : place(state.phaseIndex),
    undo: state.undo.map((entry) => ({
      ...entry,
      phaseIndex: entry.timer === null ? 0 : place(entry.phaseIndex),
    })),
    people: Object.fromEntries(
      Object.entries(state.people).map(([id, person]) => [
        id,
        person.form ? { ...person, form: { ...person.form, step: place(person.form.step) } } : person,
      ]),
    ),
    prompts: { ...state.prompts, offPhases: state.prompts.offPhases.filter((id) => ids.has(id)) },
  }
}

function withBoards(
  state: WorkshopState,
  judged: Judged,
  zoneId: string,
  kind: 'seedZones' | 'editZone',
): Judged {
  if (isRefusal(judged)) return judged
  const zone = judged.state.session.zones.find(({ id }) => id === zoneId)
  const before = state.session.zones.find(({ id }) => id === zoneId)
  if (!zone) return judged
  const moved = before !== undefined && before.scope !== zone.scope
  const here = boardsOfZone(state, zone)
  const effects: BoardEffect[] = here.map((boardId) =>
    kind === 'seedZones' || moved
      ? { kind: 'seedZones', boardId, zones: [zone] }
      : { kind: 'editZone', boardId, zone },
  )
  const left = moved && before ? boardsOfZone(state, before).filter((boardId) => !here.includes(boardId)) : []
  return {
    ...judged,
    effects: [...left.map((boardId) => ({ kind: 'removeZone' as const, boardId, zone: zoneId })), ...effects],
  }
}
