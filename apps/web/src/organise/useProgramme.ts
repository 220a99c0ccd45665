/** A workshop's programme on the server: changes show at once and are sent one after the other. */
import { ApiError, newOpId, sendCommand } from '@bordet/client'
import type { Ask } from '@bordet/workshop'
import { changeSession, type ProgrammeChange } from '@bordet/workshop/programme'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useDesk } from './organiseContext.ts'
import { fetchProgramme, type Programme } from './organiserApi.ts'

/** What colleagues change, or the evening itself, is seen after so long. */
const lookEveryMs = 5_000

export interface EditedProgramme {
  programme: Programme | null
  isFailed: boolean
  /** A stable code, null while all is well. */
  refused: string | null
  isSending: boolean
  hasSent: boolean
  change(change: ProgrammeChange): boolean
}

export function useProgramme(workshopId: string): EditedProgramme {
  const { key, deny } = useDesk()
  const [programme, setProgramme] = useState<Programme | null>(null)
  const [isFailed, setIsFailed] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [pending, setPending] = useState(0)
  const [hasSent, setHasSent] = useState(false)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const waiting = useRef(0)
  const here = useRef<Programme | null>(null)

  const show = useCallback((next: Programme) => {
    here.current = next
    setProgramme(next)
  }, [])
  const look = useCallback(async () => {
    try {
      const fetched = await fetchProgramme(key, workshopId)
      if (waiting.current > 0) return
      if (fetched.version !== here.current?.version) show(fetched)
      setIsFailed(false)
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) deny()
      else if (here.current === null) setIsFailed(true)
    }
  }, [key, workshopId, deny, show])

  useEffect(() => {
    const first = setTimeout(() => void look(), 0)
    const timer = setInterval(() => waiting.current === 0 && void look(), lookEveryMs)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [look])

  const send = async (asked: ProgrammeChange) => {
    const { ask, opId } = toAsk(asked)
    try {
      await sendPatiently({ workshopId, key }, ask, opId)
      setHasSent(true)
    } catch (error) {
      setRefused(error instanceof ApiError ? error.code : 'offline')
      if (here.current) here.current = { ...here.current, version: -1 }
    } finally {
      waiting.current -= 1
      setPending(waiting.current)
      if (waiting.current === 0) await look()
    }
  }
  const change = (asked: ProgrammeChange): boolean => {
    if (!here.current) return false
    const outcome = changeSession(here.current.session, asked)
    if ('refused' in outcome) {
      setRefused(outcome.refused)
      return false
    }
    setRefused(null)
    show({ ...here.current, session: outcome.session })
    waiting.current += 1
    setPending(waiting.current)
    queue.current = queue.current.then(() => send(asked))
    return true
  }
  return { programme, isFailed, refused, isSending: pending > 0, hasSent, change }
}

/** An answer that is lost on the way is asked for again under the same id: it has one effect. */
async function sendPatiently(
  who: { workshopId: string; key: string },
  ask: Ask,
  opId: string,
): Promise<void> {
  for (let left = 2; ; left -= 1) {
    try {
      await sendCommand(who, ask, opId)
      return
    } catch (error) {
      if (error instanceof ApiError || left === 0) throw error
    }
  }
}

/** In a workshop the id of what is new is the command's own. */
function toAsk(change: ProgrammeChange): { ask: Ask; opId: string } {
  if (change.type === 'addPhase' || change.type === 'addZone') {
    const { id, ...ask } = change
    return { ask, opId: id }
  }
  return { ask: change, opId: newOpId() }
}
