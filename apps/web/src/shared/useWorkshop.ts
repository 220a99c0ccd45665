/** Follows one workshop for as long as the page is open. */
import {
  createServerClock,
  followWorkshop,
  type Credentials,
  type Link,
  type ServerClock,
} from '@bordet/client'
import type { View } from '@bordet/workshop'
import { useEffect, useState } from 'react'

export interface Followed {
  view: View | null
  link: Link
  clock: ServerClock
}

export function useWorkshop(who: Credentials): Followed {
  const [clock] = useState(() => createServerClock())
  const [view, setView] = useState<View | null>(null)
  const [link, setLink] = useState<Link>('connecting')
  const { workshopId, key } = who
  useEffect(() => {
    const following = followWorkshop({ workshopId, key }, clock, { onView: setView, onLink: setLink })
    const hurry = () => following.hurry()
    addEventListener('online', hurry)
    return () => {
      removeEventListener('online', hurry)
      following.close()
    }
  }, [workshopId, key, clock])
  return { view, link, clock }
}
