/** One question to the server when a page opens: its answer, or what went wrong, and a way to ask again. */
import { ApiError } from '@bordet/client'
import { useCallback, useEffect, useState } from 'react'
import { useDesk } from './organiseContext.ts'

export type Asked<T> = { state: 'asking' } | { state: 'here'; value: T } | { state: 'failed'; again(): void }

export function useAsked<T>(ask: (key: string) => Promise<T>): Asked<T> {
  const { key, deny } = useDesk()
  const [asked, setAsked] = useState<Asked<T>>({ state: 'asking' })
  const run = useCallback(() => {
    let current = true
    setAsked({ state: 'asking' })
    ask(key).then(
      (value) => current && setAsked({ state: 'here', value }),
      (error: unknown) => {
        if (!current) return
        if (error instanceof ApiError && (error.status === 401 || error.status === 403)) deny()
        else setAsked({ state: 'failed', again: run })
      },
    )
    return () => {
      current = false
    }
  }, [ask, key, deny])
  useEffect(run, [run])
  return asked
}
