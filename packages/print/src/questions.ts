/** What the people at a table will be asked, in the order of the evening. */
import type { Session } from '@bordet/workshop'
import { isSeatedPhase } from '@bordet/workshop/engine'

export interface Question {
  name: string
  /** Empty where the phase has a name only. */
  text: string
}

export function questionsOf(session: Session): Question[] {
  return session.phases
    .filter((phase) => isSeatedPhase(session, phase) && phase.kind !== 'vote')
    .map(({ name, question }) => ({ name, text: question ?? '' }))
}
