/** Something the server answers, asked for again while the workshop changes; the last answer stays meanwhile. */
import type { Credentials } from '@bordet/client'
import { useEffect, useRef, useState } from 'react'
import { keepFetched, type Fetching } from './keepFetched.ts'

const usualRestMs = 300

/**
 * Null until it has come. `fetchIt` must be the same function each time; it is given the last answer. `version` is
 * whatever changes with what is fetched.
 */
export function useFetched<T>(
  fetchIt: (who: Credentials, before: T | null, signal: AbortSignal) => Promise<T>,
  who: Credentials,
  version: string | number,
  restMs = usualRestMs,
): { value: T | null; hasFailed: boolean } {
  const [value, setValue] = useState<T | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const fetching = useRef<Fetching | null>(null)
  const newest = useRef(version)
  useEffect(() => {
    newest.current = version
    fetching.current?.wanted(version)
  }, [version])
  useEffect(() => {
    const own = keepFetched<T>({
      fetchIt: (before, signal) => fetchIt(who, before, signal),
      restMs,
      onValue(next) {
        setValue(next)
        setFailed(false)
      },
      onFailed: () => setFailed(true),
    })
    own.wanted(newest.current)
    fetching.current = own
    return () => own.close()
  }, [fetchIt, who, restMs])
  return { value, hasFailed }
}
