/**
 * Sessions that are filled in like a form: an interview in the street, a mental map at a market. Nobody sits at a table
 * and no clock runs; each phone goes through the questions at its own pace, as often as it likes. Rules [F…] of SPEC.md.
 */
import type { Phase, PhaseKind, Session } from './session.ts'
import type { Person, WorkshopState } from './state.ts'

const formKinds: ReadonlySet<PhaseKind> = new Set(['consent', 'interview', 'map'])

/** Whether a session asks only what one person can answer alone. */
export function isFormSession({ phases }: Session): boolean {
  return phases.every(({ kind }) => formKinds.has(kind))
}

/** The question a person is at; undefined in sessions that are no form. */
export function questionAt({ session }: WorkshopState, person: Person | undefined): Phase | undefined {
  return person?.form ? session.phases[person.form.step] : undefined
}
