/** Follows once when the facilitator shows a part of this board to everybody, and says how to get back. */
import type { ServerClock } from '@bordet/client'
import type { Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import type { View } from '@bordet/workshop'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import type { BoardArea, CanvasHandle } from './canvasHandle.ts'

interface Props {
  boardId: string
  view: View
  handle: CanvasHandle | null
  clock: ServerClock
  say: Say<typeof svWords>
}

/** A page that is opened later was not there when "look here" was said. */
const freshMs = 60_000

export function GatherBanner({ boardId, view, handle, clock, say }: Props) {
  const { gather } = view
  const [openedAt] = useState(() => clock.now())
  const [leftAt, setLeftAt] = useState(0)
  const back = useRef<BoardArea | null>(null)
  const isMine = view.me.may.includes('gatherHere')
  const isFresh = gather !== null && gather.boardId === boardId && gather.at > openedAt - freshMs
  const at = isFresh && !isMine ? gather.at : null
  const area = useRef(gather?.area)
  useEffect(() => {
    area.current = gather?.area
  }, [gather])
  useEffect(() => {
    if (at === null || !handle || !area.current) return
    back.current = handle.area()
    handle.show(area.current)
  }, [at, handle])
  return (
    <div role="status">
      {at !== null && at !== leftAt && handle && (
        <p className="bt-banner banner">
          <Icon name="eye" />
          <span>{say('gatherShown')}</span>
          <button
            className="btn btn-small"
            type="button"
            onClick={() => {
              if (back.current) handle.show(back.current)
              setLeftAt(at)
            }}
          >
            {say('gatherBack')}
          </button>
        </p>
      )}
    </div>
  )
}
