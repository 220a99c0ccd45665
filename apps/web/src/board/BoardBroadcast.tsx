/** What the facilitator says to all, for a minute. */
import type { ServerClock } from '@bordet/client'
import type { View } from '@bordet/workshop'
import { Icon } from '../shared/Icon.tsx'
import { shownBroadcast } from '../shared/shownBroadcast.ts'
import { useServerNow } from '../shared/useServerNow.ts'

export function BoardBroadcast({ view, clock }: { view: View; clock: ServerClock }) {
  const text = shownBroadcast(view, useServerNow(clock))
  // The region stands before its words come, so that a screen reader hears them.
  return (
    <div role="status">
      {text !== null && (
        <p className="bt-broadcast banner">
          <Icon name="horn" />
          <span>{text}</span>
        </p>
      )}
    </div>
  )
}
