/** All notes with their themes and guesses, asked for again whenever something of them may have changed. */
import { fetchSorting, type Credentials, type Sorting } from '@bordet/client'
import { useCallback, useEffect, useRef, useState } from 'react'

const gatherMs = 300

/** `version` of the workshop: with it the notes may have changed. Null until they have come. */
export function useSorting(
  who: Credentials,
  version: number,
): { sorting: Sorting | null; hasFailed: boolean } {
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const refresh = useCallback(() => {
    fetchSorting(who).then(
      (next) => {
        setSorting(next)
        setFailed(false)
      },
      () => setFailed(true),
    )
  }, [who])
  const seen = useRef(0)
  useEffect(() => {
    seen.current = version
    // While a hall writes every second, the list need not be drawn as often.
    const timer = setTimeout(refresh, gatherMs)
    return () => clearTimeout(timer)
  }, [refresh, version])
  return { sorting, hasFailed }
}
