/**
 * Pictures of boards are taken while nobody waits: a while after each part of the meeting has ended, and when a page that
 * leads is opened; or now, when somebody asks for them.
 */
import type { Credentials, PicturePlace } from '@bordet/client'
import type { Language } from '@bordet/text'
import type { View } from '@bordet/workshop'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SayCockpit } from '../words.ts'
import { takePictures } from './takePictures.ts'

export interface Pictures {
  /** While somebody waits for them. */
  progress: { done: number; all: number } | null
  /** Goes up when some were taken. */
  taken: number
  /** Takes all that are missing; resolves with how many still are. Never throws. */
  takeNow(signal?: AbortSignal): Promise<number>
}

/** After a part has ended everybody presses something. */
const calmMs = 12_000
const betweenMs = 1_200

export function usePictures(
  who: Credentials,
  view: View | null,
  parts: { say: SayCockpit | null; language: Language; isOnline: boolean },
): Pictures {
  const { say, language, isOnline } = parts
  const [progress, setProgress] = useState<Pictures['progress']>(null)
  const [taken, setTaken] = useState(0)
  const running = useRef<{ abort: AbortController; done: Promise<unknown> } | null>(null)
  const role = view?.me.role
  const isLead = role === 'facilitator' || role === 'organiser'
  const agenda = view?.agenda
  const names = useRef<(place: PicturePlace) => string>(() => '')
  useEffect(() => {
    names.current = ({ table, phaseId }) => {
      const board = table === 0 ? say?.('hallBoard') : say?.('tableN', { n: table })
      return [board, agenda?.find(({ id }) => id === phaseId)?.name].filter(Boolean).join(' – ')
    }
  }, [say, agenda])

  const run = useCallback(
    async (isAsked: boolean, signal: AbortSignal): Promise<number> => {
      let before: number | null = null
      return takePictures({
        who,
        language,
        titleOf: (place) => names.current(place),
        rest: isAsked ? breathe : untilIdle,
        signal,
        isWaiting: isAsked,
        onProgress(done, all) {
          if (isAsked) setProgress({ done, all })
          if (before !== null && done > before) setTaken((count) => count + 1)
          before = done
        },
      })
    },
    [who, language],
  )

  const takeNow = useCallback(
    async (signal?: AbortSignal) => {
      running.current?.abort.abort()
      await running.current?.done
      const abort = new AbortController()
      signal?.addEventListener('abort', () => abort.abort())
      const done = run(true, abort.signal).catch(() => Number.POSITIVE_INFINITY)
      running.current = { abort, done }
      const missing = await done
      setProgress(null)
      running.current = null
      return missing
    },
    [run],
  )

  // In the background: what has ended is named by the phase that runs now, and by whether it is over.
  const moment = view === null ? null : `${view.phase.id} ${view.phase.status === 'over'} ${view.status}`
  const isReady = isLead && isOnline && say !== null
  useEffect(() => {
    if (!isReady || moment === null) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      if (running.current) return
      // Nobody asked: what fails now is tried when the next part ends, or when the page is opened again.
      const done = run(false, abort.signal).catch(() => 0)
      running.current = { abort, done }
      void done.then(() => {
        if (running.current?.abort === abort) running.current = null
      })
    }, calmMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [isReady, moment, run])

  return useMemo(() => ({ progress, taken, takeNow }), [progress, taken, takeNow])
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

/** A page in the background draws nothing: browsers let it wait for frames that do not come. */
async function untilIdle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, betweenMs))
  if (document.hidden)
    await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }))
  if (!('requestIdleCallback' in globalThis)) return
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 10_000 }))
}
