/** What the room looks at, by the moment of the evening. */
import type { View } from '@bordet/workshop'

export type Stage =
  | 'check'
  | 'join'
  | 'question'
  | 'plain'
  | 'move'
  | 'rest'
  | 'vote'
  | 'groups'
  | 'consent'
  | 'wall'
  | 'thanks'

/** `hasStarted`: somebody has tried the screen and started it. Nobody has to: with the first guest it goes on by itself. */
export function chooseStage(
  view: Pick<
    View,
    | 'status'
    | 'phase'
    | 'move'
    | 'vote'
    | 'ranking'
    | 'scoring'
    | 'groups'
    | 'consent'
    | 'wall'
    | 'peopleCount'
  >,
  hasStarted: boolean,
): Stage {
  if (view.status === 'planned') return hasStarted || view.peopleCount > 0 ? 'join' : 'check'
  if (view.status === 'closed') return 'thanks'
  if (view.ranking?.revealed || (view.scoring?.revealed && view.scoring.people)) return 'vote'
  if (isFindingSeats(view)) return 'move'
  switch (view.phase.kind) {
    case 'arrival':
      return 'join'
    case 'move':
      return 'move'
    case 'break':
      return 'rest'
    case 'vote':
      return view.vote ? 'vote' : asked(view)
    case 'signup':
      return view.groups && view.groups.length > 0 ? 'groups' : asked(view)
    case 'consent':
      return view.consent ? 'consent' : asked(view)
    case 'plenary':
    case 'theme':
      return hasWall(view) ? 'wall' : asked(view)
    case 'round':
    case 'harvest':
    case 'map':
    case 'interview':
      return asked(view)
  }
}

/** Some rounds begin with a move: then the plan, until so many sit that the question is for most. */
function isFindingSeats({ phase, move }: Pick<View, 'phase' | 'move'>): boolean {
  if (phase.rotation === 'none' || phase.kind === 'break') return false
  return move !== null && move.arrived < move.of * mostSeated
}

const mostSeated = 0.8

/** An empty wall says less than the question. */
function hasWall({ wall }: Pick<View, 'wall'>): boolean {
  return wall !== null && wall.cards.length + wall.themes.length > 0
}

function asked({ phase }: Pick<View, 'phase'>): Stage {
  return phase.question || phase.zones.length > 0 ? 'question' : 'plain'
}
