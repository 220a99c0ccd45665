/** What the room looks at, by the moment of the evening. */
import type { View } from '@bordet/workshop'

export type Stage = 'join' | 'question' | 'plain' | 'move' | 'rest' | 'vote' | 'thanks'

export function chooseStage(view: Pick<View, 'status' | 'phase' | 'vote'>): Stage {
  if (view.status === 'planned') return 'join'
  if (view.status === 'closed') return 'thanks'
  switch (view.phase.kind) {
    case 'arrival':
      return 'join'
    case 'move':
      return 'move'
    case 'break':
      return 'rest'
    case 'vote':
      return view.vote ? 'vote' : asked(view)
    case 'plenary':
    case 'round':
    case 'harvest':
    case 'consent':
    case 'signup':
    case 'map':
    case 'interview':
    case 'theme':
      return asked(view)
  }
}

function asked({ phase }: Pick<View, 'phase'>): Stage {
  return phase.question || phase.zones.length > 0 ? 'question' : 'plain'
}

/** A message stays on the wall for a minute, so that nobody has to take it away. */
export const broadcastShownMs = 60_000

export function shownBroadcast(view: Pick<View, 'broadcast'>, now: number): string | null {
  const { broadcast } = view
  return broadcast && now - broadcast.at < broadcastShownMs ? broadcast.text : null
}

/** How big a question can be, so that also a long one fits: the step of the type scale. */
export function questionSize(text: string): 'l' | 'm' | 's' | 'xs' {
  if (text.length <= 120) return 'l'
  if (text.length <= 200) return 'm'
  return text.length <= 320 ? 's' : 'xs'
}
