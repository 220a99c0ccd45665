/** The server's time as React state, ticking on the full seconds of what a countdown shows. */
import type { ServerClock } from '@bordet/client'
import { useEffect, useState } from 'react'

const tickMs = 250

export function useServerNow(clock: ServerClock): number {
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), tickMs)
    return () => clearInterval(timer)
  }, [clock])
  return now
}
