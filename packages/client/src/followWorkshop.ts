/**
 * Keeps a view of the workshop fresh: over a websocket; where that is cut, over server-sent events; where both are,
 * by asking every few seconds. Goes on for ever until closed. Browser only.
 */
import { applyChange, type ServerEvent, type View } from '@bordet/workshop'
import { ApiError, fetchView, type Credentials } from './api.ts'
import type { ServerClock } from './serverClock.ts'

/** `live`: what is shown is the present; `offline`: it may be old; `denied`: the key opens nothing (any more). */
export type Link = 'connecting' | 'live' | 'offline' | 'denied'

export interface Following {
  close(): void
  /** Tries at once instead of waiting for the next attempt, for when the device says that it is online again. */
  hurry(): void
}

type Transport = 'websocket' | 'sse' | 'poll'
const silenceMs = 40_000
const pollMs = 3_000
const firstTryMs = 8_000

export function followWorkshop(
  who: Credentials,
  clock: ServerClock,
  listener: { onView(view: View): void; onLink(link: Link): void },
): Following {
  let closed = false
  let view: View | null = null
  let failures = 0
  let transport: Transport = 'websocket'
  let stop: () => void = () => {}
  let retry: ReturnType<typeof setTimeout> | undefined

  const receive = (event: ServerEvent) => {
    failures = 0
    if (event.type === 'snapshot') view = event.view
    else if (view) view = applyChange(view, event)
    else return
    clock.heard(view.serverTime)
    listener.onView(view)
    listener.onLink('live')
  }

  const failed = (heardAnything: boolean, denied = false) => {
    stop = () => {}
    if (closed) return
    listener.onLink(denied ? 'denied' : 'offline')
    if (denied) return
    if (heardAnything) transport = 'websocket'
    else transport = transport === 'websocket' ? 'sse' : transport === 'sse' ? 'poll' : 'websocket'
    failures += 1
    // Spread out, so that 150 phones do not come back in the same moment.
    const wait = Math.min(10_000, 400 * 2 ** Math.min(failures, 5)) * (0.5 + Math.random())
    retry = setTimeout(connect, wait)
  }

  const connect = () => {
    clearTimeout(retry)
    if (closed) return
    const open = transport === 'websocket' ? overWebsocket : transport === 'sse' ? overServerSentEvents : byPolling
    stop = open(who, receive, failed)
  }

  connect()
  return {
    close() {
      closed = true
      clearTimeout(retry)
      stop()
    },
    hurry() {
      if (retry === undefined || closed) return
      clearTimeout(retry)
      retry = undefined
      failures = 0
      stop()
      connect()
    },
  }
}

type Open = (
  who: Credentials,
  receive: (event: ServerEvent) => void,
  failed: (heardAnything: boolean, denied?: boolean) => void,
) => () => void

const overWebsocket: Open = (who, receive, failed) => {
  const address = new URL(`/api/workshops/${who.workshopId}/events`, location.href)
  address.protocol = address.protocol.replace('http', 'ws')
  const socket = new WebSocket(address, ['bordet', `bearer.${who.key}`])
  let heard = false
  let done = false
  const end = (denied = false) => {
    if (done) return
    done = true
    clearTimeout(watchdog)
    socket.close()
    failed(heard, denied)
  }
  let watchdog = setTimeout(end, firstTryMs)
  socket.addEventListener('message', (message) => {
    heard = true
    clearTimeout(watchdog)
    watchdog = setTimeout(end, silenceMs)
    // The server sends `{"type":"beat"}` when it has been quiet, so that a dead line is noticed.
    const event = JSON.parse(String(message.data)) as ServerEvent | { type: 'beat' }
    if (event.type !== 'beat') receive(event)
  })
  socket.addEventListener('close', (event) => end(event.code === 4401))
  return () => {
    done = true
    clearTimeout(watchdog)
    socket.close()
  }
}

/** With fetch rather than EventSource, which cannot carry the key in a header. */
const overServerSentEvents: Open = (who, receive, failed) => {
  const abort = new AbortController()
  let heard = false
  let denied = false
  let watchdog = setTimeout(() => abort.abort(), firstTryMs)
  const run = async () => {
    const response = await fetch(`/api/workshops/${who.workshopId}/events`, {
      headers: { authorization: `Bearer ${who.key}`, accept: 'text/event-stream' },
      cache: 'no-store',
      signal: abort.signal,
    })
    denied = response.status === 401
    if (!response.ok || !response.body) return
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      heard = true
      clearTimeout(watchdog)
      watchdog = setTimeout(() => abort.abort(), silenceMs)
      text += value
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = block.split('\n').find((line) => line.startsWith('data: '))
        if (data) receive(JSON.parse(data.slice(6)) as ServerEvent)
      }
    }
  }
  let stopped = false
  run()
    .catch(() => {})
    .finally(() => {
      clearTimeout(watchdog)
      if (!stopped) failed(heard, denied)
    })
  return () => {
    stopped = true
    abort.abort()
  }
}

const byPolling: Open = (who, receive, failed) => {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let rounds = 0
  const ask = async () => {
    try {
      const view = await fetchView(who)
      if (stopped) return
      receive({ type: 'snapshot', version: view.version, view })
      // Now and then see whether the better ways are open again.
      if (++rounds >= 20) return failed(true)
      timer = setTimeout(ask, pollMs)
    } catch (error) {
      if (!stopped) failed(false, error instanceof ApiError && error.status === 401)
    }
  }
  void ask()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
