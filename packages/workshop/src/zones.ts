/** Which zones are whose to fill. Apart from the schemas, so that a phone can load it for nothing. */
import type { PhaseKind, Zone } from './session.ts'

/** Filled by whoever runs the evening, or in a way of their own. */
const keptKinds: ReadonlySet<Zone['kind']> = new Set([
  'themes',
  'signup',
  'locked',
  'import',
  'ranking',
  'scoring',
])

/**
 * Whether participants put notes into it in a phase of this kind; elsewhere only crew can write in it. What others
 * import, people in an interview fill in themselves.
 */
export function takesEverybodysNotes(zone: Pick<Zone, 'kind'>, phase: { kind: PhaseKind }): boolean {
  return !keptKinds.has(zone.kind) || (zone.kind === 'import' && phase.kind === 'interview')
}

/** Filled beforehand by the crew, for everybody to read. */
export function isForReading(zone: Pick<Zone, 'kind'> | undefined): boolean {
  return zone?.kind === 'locked' || zone?.kind === 'import'
}
