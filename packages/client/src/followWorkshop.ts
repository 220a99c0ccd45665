/**
 * Keeps a view of the workshop fresh: over a websocket; where that is cut, over server-sent events; where both are,
 * by asking every few seconds. Goes on until closed or denied.
 */
import { applyChange, type View } from '@bordet/workshop'
import type { Credentials } from './api.ts'
import type { ServerClock } from './serverClock.ts'
import {
  byPolling,
  overServerSentEvents,
  overWebsocket,
  type Ending,
  type Heard,
  type Transport,
} from './transports.ts'

/**
 * `connecting`: no line yet, or one was lost this moment and is being tried again; `live`: what is shown is the
 * present; `offline`: it may be old; `denied`: the key opens nothing (any more).
 */
export type Link = 'connecting' | 'live' | 'offline' | 'denied'

export interface Following {
  close(): void
  /** Tries at once instead of waiting for the next attempt, for when the device wakes or says that it is online. */
  hurry(): void
  /** Lets the line go until hurried: nobody looks. */
  rest(): void
}

const beatMs = 15_000
const longestWaitMs = 10_000

/** `onLink` is called when the link changes, `onView` for every event. `transports` are tried in order. */
export function followWorkshop(
  who: Credentials,
  clock: ServerClock,
  listener: { onView(view: View): void; onLink(link: Link): void },
  transports: readonly Transport[] = [overWebsocket, overServerSentEvents, byPolling],
): Following {
  let closed = false
  let resting = false
  let view: View | null = null
  let link: Link | null = null
  let failures = 0
  let way = 0
  let lastHeardAt = 0
  let stop: () => void = () => {}
  let retry: ReturnType<typeof setTimeout> | undefined

  const setLink = (next: Link) => {
    if (next === link) return
    link = next
    listener.onLink(next)
  }

  const receive = (event: Heard) => {
    if (closed) return
    failures = 0
    lastHeardAt = Date.now()
    clock.heard(event.type === 'snapshot' ? event.view.serverTime : event.serverTime)
    if (event.type === 'beat') return
    if (event.type === 'snapshot') view = event.view
    else if (view) view = applyChange(view, event)
    else return
    listener.onView(view)
    setLink('live')
  }

  const ended = ({ heard, denied, quiet }: Ending) => {
    stop = () => {}
    if (closed || resting) return
    if (denied) {
      closed = true
      return setLink('denied')
    }
    way = heard ? 0 : (way + 1) % transports.length
    if (quiet) return connect()
    failures += 1
    // One lost line is often back before anybody needs to know.
    setLink(failures === 1 ? 'connecting' : 'offline')
    // Spread out, so that 150 phones do not come back in the same moment.
    const waitMs = Math.min(longestWaitMs, 400 * 2 ** Math.min(failures, 5)) * (0.5 + Math.random())
    retry = setTimeout(connect, waitMs)
  }

  const connect = () => {
    clearTimeout(retry)
    retry = undefined
    if (closed) return
    lastHeardAt = Date.now()
    const open = transports[way]
    if (open) stop = open(who, receive, ended)
  }

  setLink('connecting')
  connect()
  return {
    close() {
      closed = true
      clearTimeout(retry)
      stop()
    },
    hurry() {
      // A line that was quiet for longer than a beat did not survive the device's sleep.
      const isDead = Date.now() - lastHeardAt > beatMs + 2_000
      if (closed || (retry === undefined && !isDead && !resting)) return
      resting = false
      failures = 0
      stop()
      connect()
    },
    rest() {
      resting = true
      clearTimeout(retry)
      stop()
      stop = () => {}
    },
  }
}
