/**
 * Colleagues at the same evening: what this page is called and looks at is told to the server, who the others are comes
 * with the view. Several people open one link, so that the page, not the key, is somebody.
 */
import { newOpId, tellPresence, type Credentials } from '@bordet/client'
import type { CrewDoing } from '@bordet/workshop'
import { useCallback, useEffect, useMemo, useState } from 'react'

export interface Crew {
  /** Of this window. */
  pageId: string
  /** What its owner calls themselves; empty until they say. */
  name: string
  setName(name: string): void
}

const keptUnder = 'bordet.crewName'
const repeatMs = 15_000

/** `table`: the one that is being looked at, null when none. `doing`: what else, null for running the evening. */
export function useCrew(who: Credentials, table: number | null, doing: CrewDoing | null): Crew {
  const [pageId] = useState(() => newOpId())
  const [name, setOwnName] = useState(readName)
  useEffect(() => {
    const tell = () => void tellPresence(who, { pageId, name, table, doing })
    tell()
    const timer = setInterval(tell, repeatMs)
    return () => clearInterval(timer)
  }, [who, pageId, name, table, doing])
  useEffect(() => {
    const leave = () => void tellPresence(who, { pageId, name: '', table: null, leaving: true })
    addEventListener('pagehide', leave)
    return () => removeEventListener('pagehide', leave)
  }, [who, pageId])
  const setName = useCallback((next: string) => {
    setOwnName(next)
    keepName(next)
  }, [])
  return useMemo(() => ({ pageId, name, setName }), [pageId, name, setName])
}

function readName(): string {
  try {
    return localStorage.getItem(keptUnder) ?? ''
  } catch {
    return ''
  }
}

/** Where nothing may be kept, the name lives as long as the page. */
function keepName(name: string): void {
  try {
    localStorage.setItem(keptUnder, name)
  } catch {
    return
  }
}
