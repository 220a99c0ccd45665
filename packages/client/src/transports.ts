/**
 * The three ways events reach a page. Each reports what it hears and, once, how it ended; none tries again by
 * itself. Browser only.
 */
import type { ServerEvent } from '@bordet/workshop'
import { ApiError, fetchView, type Credentials } from './api.ts'

/** The server sends a beat when it has been quiet for 15 s, so that a dead line is noticed and clocks stay right. */
export type Heard = ServerEvent | { type: 'beat'; serverTime: number }

export interface Ending {
  /** Whether anything came through: then this way is open, only the line was lost. */
  heard: boolean
  /** The server knows the question and says that the key opens nothing. */
  denied?: boolean
  /** Nothing is wrong: it ends so that a better way can be tried. */
  quiet?: boolean
}

/** Opens the line; the function it returns closes it without another word. */
export type Transport = (
  who: Credentials,
  receive: (event: Heard) => void,
  ended: (ending: Ending) => void,
) => () => void

const silenceMs = 40_000
const firstTryMs = 8_000
const pollMs = 3_000
const pollsBeforeRetry = 20

const eventsPath = (who: Credentials) => `/api/workshops/${who.workshopId}/events`

export const overWebsocket: Transport = (who, receive, ended) => {
  const address = location.origin.replace(/^http/, 'ws') + eventsPath(who)
  const socket = new WebSocket(address, ['bordet', `bearer.${who.key}`])
  let heard = false
  let done = false
  const end = (denied: boolean) => {
    if (done) return
    stop()
    ended({ heard, denied })
  }
  const stop = () => {
    done = true
    clearTimeout(watchdog)
    socket.close()
  }
  const expectWithin = (ms: number) => setTimeout(() => end(false), ms)
  let watchdog = expectWithin(firstTryMs)
  socket.addEventListener('message', (message) => {
    if (done) return
    heard = true
    clearTimeout(watchdog)
    watchdog = expectWithin(silenceMs)
    if (!hear(String(message.data), receive)) end(false)
  })
  socket.addEventListener('close', (event) => end(event.code === 4401))
  return stop
}

/** With fetch rather than EventSource, which cannot carry the key in a header. */
export const overServerSentEvents: Transport = (who, receive, ended) => {
  const abort = new AbortController()
  let heard = false
  let stopped = false
  const expectWithin = (ms: number) => setTimeout(() => abort.abort(), ms)
  let watchdog = expectWithin(firstTryMs)

  const read = async (): Promise<boolean> => {
    const response = await fetch(eventsPath(who), {
      headers: { authorization: `Bearer ${who.key}`, accept: 'text/event-stream' },
      cache: 'no-store',
      credentials: 'omit',
      signal: abort.signal,
    })
    // A venue's login page may answer 401 too; only the server itself speaks in problem documents.
    const isOurs = (response.headers.get('content-type') ?? '').includes('problem+json')
    if (!response.ok || !response.body) return isOurs && [401, 403, 404].includes(response.status)
    const reader = response.body.getReader()
    const decoder = new TextDecoder()
    let text = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done || stopped) return false
      heard = true
      clearTimeout(watchdog)
      watchdog = expectWithin(silenceMs)
      const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = block.split('\n').find((line) => line.startsWith('data: '))
        if (data && !hear(data.slice(6), receive)) abort.abort()
      }
    }
  }

  const run = async () => {
    const denied = await read().catch(() => false)
    clearTimeout(watchdog)
    if (!stopped) ended({ heard, denied })
  }
  void run()
  return () => {
    stopped = true
    clearTimeout(watchdog)
    abort.abort()
  }
}

export const byPolling: Transport = (who, receive, ended) => {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let polls = 0
  const ask = async () => {
    try {
      const view = await fetchView(who)
      if (stopped) return
      receive({ type: 'snapshot', version: view.version, view })
      polls += 1
      if (polls < pollsBeforeRetry) timer = setTimeout(ask, pollMs)
      else ended({ heard: true, quiet: true })
    } catch (error) {
      if (!stopped) ended({ heard: polls > 0, denied: isDenied(error) })
    }
  }
  void ask()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

/** Whether the server itself said that this key opens nothing (any more). */
export function isDenied(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.code === 'workshopUnknown')
}

/** False when the frame makes no sense: then the line is not what we think it is. */
function hear(text: string, receive: (event: Heard) => void): boolean {
  let event: Heard
  try {
    event = JSON.parse(text)
  } catch {
    return false
  }
  receive(event)
  return true
}
