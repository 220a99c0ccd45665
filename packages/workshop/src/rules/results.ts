/** Showing what was chosen: first the dots, then the order. Rules [V5] and [J4] of SPEC.md. */
import type { Handler } from '../handler.ts'
import { nothingRanked, revealRanking } from './ranking.ts'
import { reveal as revealVotes } from './votes.ts'

export const reveal: Handler<'reveal'> = {
  moment: (moment) => (nothingRanked(moment) === null ? null : revealVotes.moment(moment)),
  apply(applying, entry) {
    const { state, now } = applying
    if (revealVotes.moment(applying) === null) return revealVotes.apply(applying, entry)
    return { state: revealRanking(state, now) }
  },
}
