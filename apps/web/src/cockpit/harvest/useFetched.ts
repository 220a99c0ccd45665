/** Something the server answers, asked for again whenever the workshop has changed; the last answer stays meanwhile. */
import type { Credentials } from '@bordet/client'
import { useEffect, useRef, useState } from 'react'

const gatherMs = 300

/** Null until it has come. `fetchIt` must be the same function each time. */
export function useFetched<T>(
  fetchIt: (who: Credentials) => Promise<T>,
  who: Credentials,
  version: number,
): { value: T | null; hasFailed: boolean } {
  const [value, setValue] = useState<T | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const seen = useRef(0)
  useEffect(() => {
    seen.current = version
    let current = true
    const timer = setTimeout(() => {
      fetchIt(who).then(
        (next) => {
          if (!current) return
          setValue(next)
          setFailed(false)
        },
        () => current && setFailed(true),
      )
    }, gatherMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [fetchIt, who, version])
  return { value, hasFailed }
}
