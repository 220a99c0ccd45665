/**
 * Changes to a session: its phases, zones and their order. Pure and without any schema, so that pages apply the same
 * rules to a programme that no workshop has yet. What is past is the engine's to know (`rules/programme.ts`).
 */
import type { NewPhase, NewZone, PhaseEdit, ZoneEdit } from './programmeSchema.ts'
import type { Refusal } from './refusals.ts'
import type { Phase, Session, Zone } from './session.ts'

export { sessionIn } from './sessionIn.ts'

/** The new id comes from whoever asks: in a workshop it is the command's `opId`. */
export type ProgrammeChange =
  | ({ type: 'editPhase'; phaseId: string } & PhaseEdit)
  | { type: 'addPhase'; id: string; phase: NewPhase; before: string | null }
  | { type: 'removePhase'; phaseId: string }
  | { type: 'movePhase'; phaseId: string; before: string | null }
  | ({ type: 'editZone'; zoneId: string } & ZoneEdit)
  | { type: 'addZone'; id: string; zone: NewZone }
  | { type: 'removeZone'; zoneId: string }

export type Changed = { session: Session } | { refused: Refusal }

const most = 60

export function changeSession(session: Session, change: ProgrammeChange): Changed {
  switch (change.type) {
    case 'editPhase': {
      const { type: _, phaseId, ...edit } = change
      return withPhase(session, phaseId, (phase) => editedPhase(phase, edit))
    }
    case 'addPhase':
      return addPhase(session, change.id, change.phase, change.before)
    case 'removePhase':
      return removePhase(session, change.phaseId)
    case 'movePhase':
      return movePhase(session, change.phaseId, change.before)
    case 'editZone': {
      const { type: _, zoneId, ...edit } = change
      return withZone(session, zoneId, (zone) => editedZone(zone, edit))
    }
    case 'addZone':
      return addZone(session, change.id, change.zone)
    case 'removeZone':
      return removeZone(session, change.zoneId)
    default:
      return change satisfies never
  }
}

function withPhase(session: Session, phaseId: string, change: (phase: Phase) => Phase): Changed {
  const phase = session.phases.find(({ id }) => id === phaseId)
  if (!phase) return { refused: 'phaseUnknown' }
  const changed = change(phase)
  if (!knowsZones(session, changed)) return { refused: 'zoneUnknown' }
  return { session: { ...session, phases: session.phases.map((one) => (one === phase ? changed : one)) } }
}

function editedPhase(phase: Phase, edit: PhaseEdit): Phase {
  const { question = phase.question, help = phase.help, layer = phase.layer, votes = phase.votes } = edit
  return {
    id: phase.id,
    kind: edit.kind ?? phase.kind,
    name: edit.name ?? phase.name,
    ...(question ? { question } : {}),
    ...(help ? { help } : {}),
    starters: edit.starters ?? phase.starters,
    minutes: edit.minutes ?? phase.minutes,
    rotation: edit.rotation ?? phase.rotation,
    noteMode: edit.noteMode ?? phase.noteMode,
    zones: edit.zones ? [...new Set(edit.zones)] : phase.zones,
    ...(votes === undefined ? {} : { votes }),
    ...(layer ? { layer } : {}),
  }
}

function addPhase(session: Session, id: string, added: NewPhase, before: string | null): Changed {
  if (session.phases.some((phase) => phase.id === id)) return { refused: 'opIdTaken' }
  if (session.phases.length >= most) return { refused: 'programmeFull' }
  const { kind, name, starters, minutes, rotation, noteMode, zones } = added
  const phase = editedPhase({ id, kind, name, starters, minutes, rotation, noteMode, zones }, added)
  if (!knowsZones(session, phase)) return { refused: 'zoneUnknown' }
  return putBefore(session, session.phases, phase, before)
}

function removePhase(session: Session, phaseId: string): Changed {
  const phases = session.phases.filter(({ id }) => id !== phaseId)
  if (phases.length === session.phases.length) return { refused: 'phaseUnknown' }
  return phases.length === 0 ? { refused: 'lastPhase' } : { session: { ...session, phases } }
}

function movePhase(session: Session, phaseId: string, before: string | null): Changed {
  const phase = session.phases.find(({ id }) => id === phaseId)
  if (!phase) return { refused: 'phaseUnknown' }
  if (before === phaseId) return { session }
  const others = session.phases.filter((one) => one !== phase)
  return putBefore(session, others, phase, before)
}

function putBefore(session: Session, others: readonly Phase[], phase: Phase, before: string | null): Changed {
  const at = before === null ? others.length : others.findIndex(({ id }) => id === before)
  return at < 0
    ? { refused: 'phaseUnknown' }
    : { session: { ...session, phases: others.toSpliced(at, 0, phase) } }
}

function knowsZones(session: Session, phase: Phase): boolean {
  return phase.zones.every((id) => session.zones.some((zone) => zone.id === id))
}

function withZone(session: Session, zoneId: string, change: (zone: Zone) => Zone): Changed {
  const zone = session.zones.find(({ id }) => id === zoneId)
  if (!zone) return { refused: 'zoneUnknown' }
  const changed = change(zone)
  if (!isWholeZone(changed)) return { refused: 'zoneWrong' }
  return { session: { ...session, zones: session.zones.map((one) => (one === zone ? changed : one)) } }
}

/** What a zone has no use for falls away with its kind. */
function editedZone(zone: Zone, edit: ZoneEdit): Zone {
  const { fields = zone.fields, layers = zone.layers, criteria = zone.criteria } = edit
  const { parts = zone.parts, choices = zone.choices, kind = zone.kind, max = zone.max } = edit
  return {
    id: zone.id,
    ...(zone.image && kind === 'map' ? { image: zone.image } : {}),
    scope: edit.scope ?? zone.scope,
    kind,
    title: edit.title ?? zone.title,
    ...(typeof max === 'number' ? { max } : {}),
    ...(fields === undefined ? {} : { fields }),
    ...(choices === undefined || choices.length !== fields?.length ? {} : { choices }),
    ...(parts === undefined || partCount(kind) === null ? {} : { parts }),
    ...(layers === undefined ? {} : { layers }),
    ...(criteria === undefined ? {} : { criteria }),
    color: edit.color ?? zone.color,
    icon: edit.icon ?? zone.icon,
  }
}

function addZone(session: Session, id: string, added: NewZone): Changed {
  if (session.zones.some((zone) => zone.id === id)) return { refused: 'opIdTaken' }
  if (session.zones.length >= most) return { refused: 'programmeFull' }
  const { scope, kind, title, color, icon } = added
  const zone = editedZone({ id, scope, kind, title, color, icon }, added)
  return isWholeZone(zone)
    ? { session: { ...session, zones: [...session.zones, zone] } }
    : { refused: 'zoneWrong' }
}

function removeZone(session: Session, zoneId: string): Changed {
  const zones = session.zones.filter(({ id }) => id !== zoneId)
  if (zones.length === session.zones.length) return { refused: 'zoneUnknown' }
  const phases = session.phases.map((phase) =>
    phase.zones.includes(zoneId) ? { ...phase, zones: phase.zones.filter((id) => id !== zoneId) } : phase,
  )
  return { session: { phases, zones } }
}

/** How many parts a kind is divided in; null when it is not. */
export function partCount(kind: Zone['kind']): number | null {
  switch (kind) {
    case 'columns2':
      return 2
    case 'columns3':
      return 3
    case 'matrix2x2':
      return 4
    default:
      return null
  }
}

/** Columns and quadrants have their headings, cards their fields, scoring what is scored. */
export function isWholeZone({ kind, parts, fields, criteria }: Zone): boolean {
  const count = partCount(kind)
  if (count !== null && parts?.length !== count) return false
  if (kind === 'scoring' && !criteria?.length) return false
  return !['cards', 'table', 'checklist'].includes(kind) || Boolean(fields?.length)
}

/** Every id once, every zone known and whole: what a session from outside must be. */
export function isSoundSession({ phases, zones }: Session): boolean {
  const zoneIds = new Set(zones.map(({ id }) => id))
  const phaseIds = new Set(phases.map(({ id }) => id))
  if (zoneIds.size !== zones.length || phaseIds.size !== phases.length) return false
  if (phases.length > most || zones.length > most || !zones.every(isWholeZone)) return false
  return phases.every((phase) => phase.zones.every((id) => zoneIds.has(id)))
}
