/** Nearer, farther, everything, and back to this round. */
import type { Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import type { View } from '@bordet/workshop'
import { useState, type ReactNode } from 'react'
import { Icon } from '../shared/Icon.tsx'
import type { CanvasHandle } from './canvasHandle.ts'
import type { OpenBoard } from './openBoard.ts'

interface Props {
  handle: CanvasHandle | null
  view: View
  board: OpenBoard | null
  say: Say<typeof svWords>
  children: ReactNode
}

export function ZoomBar({ handle, view, board, say, children }: Props) {
  const [isOnlyRound, setOnlyRound] = useState(false)
  const look = (at: 'round' | 'all') => {
    handle?.look(at)
    setOnlyRound(at === 'round')
  }
  const zones = board?.watch.content.zones ?? []
  const open = zones.filter(({ id }) => view.phase.zones.some((zone) => zone.id === id))
  return (
    <div className="bt-zoom" role="group" aria-label={say('zoom')}>
      <button
        type="button"
        disabled={!handle}
        aria-label={say('zoomOut')}
        onClick={() => handle?.zoom('out')}
      >
        <Icon name="minus" />
      </button>
      {open.length > 0 && open.length < zones.length && (
        <button
          className="f"
          type="button"
          disabled={!handle}
          aria-pressed={isOnlyRound}
          onClick={() => look(isOnlyRound ? 'all' : 'round')}
        >
          {say('showRound')}
        </button>
      )}
      <button className="f" type="button" disabled={!handle} onClick={() => look('all')}>
        {say('showAll')}
      </button>
      {children}
      <button type="button" disabled={!handle} aria-label={say('zoomIn')} onClick={() => handle?.zoom('in')}>
        <Icon name="plus" />
      </button>
    </div>
  )
}
