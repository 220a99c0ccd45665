/** One question to the server when a page opens: its answer, or that there was none. */
import { ApiError } from '@bordet/client'
import { useEffect, useState } from 'react'
import { useDesk } from './organiseContext.ts'

export type Asked<T> = { state: 'asking' } | { state: 'here'; value: T } | { state: 'failed' }

/** `ask` must be the same function from render to render. */
export function useAsked<T>(ask: (key: string) => Promise<T>): Asked<T> {
  const { key, deny } = useDesk()
  const [asked, setAsked] = useState<Asked<T>>({ state: 'asking' })
  useEffect(() => {
    let current = true
    ask(key).then(
      (value) => current && setAsked({ state: 'here', value }),
      (error: unknown) => {
        if (!current) return
        if (error instanceof ApiError && (error.status === 401 || error.status === 403)) deny()
        else setAsked({ state: 'failed' })
      },
    )
    return () => {
      current = false
    }
  }, [ask, key, deny])
  return asked
}
