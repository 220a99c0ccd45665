/**
 * Sends the cockpit's commands and remembers what is under way and what failed. A command keeps its id through every
 * try, so that an answer lost on the way never makes it happen twice.
 */
import {
  ApiError,
  newOpId,
  OfflineError,
  sendCommand,
  type CommandAnswer,
  type Credentials,
} from '@bordet/client'
import type { Ask } from '@bordet/workshop'
import { useCallback, useMemo, useState } from 'react'

export interface Failure {
  ask: Ask
  opId: string
  /** A refusal's stable code, or `offline` when nobody answered. */
  code: string
}

export interface Commands {
  pending: readonly Ask[]
  failure: Failure | null
  /** Null when it failed; the failure is then shown on the page. */
  send(ask: Ask, opId?: string): Promise<CommandAnswer | null>
  /**
   * One try for words that wait on this device until they arrive: that nobody answered is not shown as a failure.
   * `offline` also when the server had too much to do.
   */
  sendWords(ask: Ask, opId: string): Promise<'done' | 'offline' | 'refused'>
  forget(): void
}

const tries = 3
const waitMs = 1_500
const timeoutMs = 8_000

/** `name`: what this page's owner calls themselves. */
export function useCommands(who: Credentials, name: string): Commands {
  const [pending, setPending] = useState<readonly Ask[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)

  const send = useCallback(
    async (ask: Ask, opId = newOpId()) => {
      setPending((now) => [...now, ask])
      setFailure(null)
      try {
        return await sendPatiently(who, ask, opId, name)
      } catch (error) {
        setFailure({ ask, opId, code: error instanceof ApiError ? error.code : 'offline' })
        return null
      } finally {
        setPending((now) => now.filter((one) => one !== ask))
      }
    },
    [who, name],
  )
  const sendWords = useCallback(
    async (ask: Ask, opId: string) => {
      try {
        await withTimeout(sendCommand(who, ask, opId, name))
        return 'done'
      } catch (error) {
        if (!(error instanceof ApiError) || error.code === 'tooMany') return 'offline'
        setFailure({ ask, opId, code: error.code })
        return 'refused'
      }
    },
    [who, name],
  )
  const forget = useCallback(() => setFailure(null), [])
  return useMemo(
    () => ({ pending, failure, send, sendWords, forget }),
    [pending, failure, send, sendWords, forget],
  )
}

async function sendPatiently(who: Credentials, ask: Ask, opId: string, name: string): Promise<CommandAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withTimeout(sendCommand(who, ask, opId, name))
    } catch (error) {
      if (!(error instanceof OfflineError) || attempt >= tries) throw error
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
}

function withTimeout<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new OfflineError('no answer in time')), timeoutMs)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
