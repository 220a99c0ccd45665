/** Which zones are whose to fill. Apart from the schemas, so that a phone can load it for nothing. */
import type { Zone } from './session.ts'

/** Filled by whoever runs the evening, or in a way of their own. */
const keptKinds: ReadonlySet<Zone['kind']> = new Set(['themes', 'signup', 'locked', 'import'])

/** Whether participants put notes into it; the others only crew can write in. */
export function takesEverybodysNotes(zone: Pick<Zone, 'kind'>): boolean {
  return !keptKinds.has(zone.kind)
}
