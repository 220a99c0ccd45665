import { nextMessageChange, shownMessage } from '@bordet/workshop'
import { useEffect } from 'preact/hooks'
import { useRender } from '../parts/useRender.ts'
import { Icon } from '../parts/Icon.tsx'
import { useSeat, useView } from './seatContext.ts'

/** What the facilitator says to all, and what goes out by itself, for a minute. */
export function Broadcast() {
  const { seat } = useSeat()
  const view = useView()
  const look = useRender()
  const now = seat.clock.now()
  const message = shownMessage(view, now)
  const changesAt = nextMessageChange(view, now)
  useEffect(() => {
    if (changesAt === null) return
    const timer = setTimeout(look, changesAt - seat.clock.now() + 20)
    return () => clearTimeout(timer)
  }, [changesAt])
  return (
    <div role="status">
      {message && (
        <p class="message" lang={view.language}>
          <Icon name="horn" />
          <span>{message.text}</span>
        </p>
      )}
    </div>
  )
}
