/** What the programme’s editor works on, be it a plan that no workshop has yet or one that is under way. */
import type { Session } from '@bordet/workshop'
import type { ProgrammeChange } from '@bordet/workshop/programme'
import type { Language } from '@bordet/text'

export interface ProgrammeModel {
  session: Session
  /** The language of its words. */
  language: Language
  startsAt: number | null
  past: readonly string[]
  current: string | null
  /** What {place} will become; null where it is filled already. */
  place: string | null
  /** False when it was refused: then the reason is shown by whoever owns the model. */
  change(change: ProgrammeChange): boolean
}

/** Phases behind what is past and on: those that can still be moved, by index. */
export function firstMovable({ session, current, past }: ProgrammeModel): number {
  const at = session.phases.findIndex(({ id }) => id === current)
  const lastPast = session.phases.findLastIndex(({ id }) => past.includes(id))
  return Math.max(at, current === null ? -1 : lastPast) + 1
}
