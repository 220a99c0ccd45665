import { useEffect } from 'preact/hooks'
import { useRender } from '../parts/useRender.ts'
import { Icon } from '../parts/Icon.tsx'
import { useSeat, useView } from './seatContext.ts'

const shownMs = 60_000

/** What the facilitator says to all, for a minute. */
export function Broadcast() {
  const { seat } = useSeat()
  const { broadcast, language } = useView()
  const look = useRender()
  const leftMs = broadcast ? broadcast.at + shownMs - seat.clock.now() : 0
  useEffect(() => {
    if (leftMs <= 0) return
    const timer = setTimeout(look, leftMs + 50)
    return () => clearTimeout(timer)
  }, [broadcast?.at])
  return (
    <div role="status">
      {broadcast && leftMs > 0 && (
        <p class="message" lang={language}>
          <Icon name="horn" />
          <span>{broadcast.text}</span>
        </p>
      )}
    </div>
  )
}
