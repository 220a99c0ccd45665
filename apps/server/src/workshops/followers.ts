/**
 * The event stream of one workshop: each follower gets a snapshot and then what changed since what it last got,
 * at once when things are quiet and gathered when they are not. A slow line is left out until it has drained, then
 * gets the sum; one that does not drain is closed.
 */
import type { Change, View } from '@bordet/workshop'
import type { Actor } from '@bordet/workshop/engine'

/** Where events go: a websocket or a stream of server-sent events. */
export interface Line {
  /** `id` is the version, for `Last-Event-ID`. */
  send(json: string, id: number): void
  beat(serverTime: number): void
  /** Bytes handed over and not yet sent. */
  backlogBytes(): number
  /** With a websocket close code. */
  close(code: number): void
}

export const closeCodes = { notAuthorised: 4401, tooSlow: 4408, restarting: 1012 } as const

export interface Followers {
  add(actor: Actor, line: Line): () => void
  /** Something that views show has changed. */
  changed(): void
  beat(): void
  count(): number
  counts(): Partial<Record<Actor['role'], number>>
  closeAll(code: number): void
}

const fullBytes = 256 * 1024
const drainMs = 20_000

interface Follower {
  actor: Actor
  line: Line
  /** What it has, as JSON by key of the view, and its notes by id. */
  version: number
  frame: Map<string, string>
  notes: Map<string, string>
  fullSince: number | null
}

export function createFollowers(parts: {
  viewFor(actor: Actor, now: number): View
  admits(actor: Actor): boolean
  now(): number
  /** The least time between two rounds of events. */
  gatherMs: number
}): Followers {
  const followers = new Set<Follower>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastRoundAt = Number.NEGATIVE_INFINITY

  const drop = (follower: Follower, code: number) => {
    followers.delete(follower)
    follower.line.close(code)
  }

  const isFull = (follower: Follower, now: number): boolean => {
    if (follower.line.backlogBytes() < fullBytes) {
      follower.fullSince = null
      return false
    }
    follower.fullSince ??= now
    if (now - follower.fullSince > drainMs) drop(follower, closeCodes.tooSlow)
    return true
  }

  const tellAll = () => {
    timer = undefined
    const now = parts.now()
    lastRoundAt = performance.now()
    const shared = new Map<string, View>()
    for (const follower of followers) {
      if (!parts.admits(follower.actor)) drop(follower, closeCodes.notAuthorised)
      else if (!isFull(follower, now)) tell(follower, viewOnce(shared, follower.actor, now))
    }
  }

  /** Crew of one role see the same; a participant sees their own. */
  const viewOnce = (shared: Map<string, View>, actor: Actor, now: number): View => {
    const who = `${actor.role}/${actor.table ?? ''}/${actor.personId ?? ''}`
    const view = shared.get(who) ?? parts.viewFor(actor, now)
    shared.set(who, view)
    return view
  }

  const changed = () => {
    if (timer || followers.size === 0) return
    // Never in the caller's own turn: a command's answer goes out before its events.
    timer = setTimeout(tellAll, Math.max(0, lastRoundAt + parts.gatherMs - performance.now()))
  }

  return {
    add(actor, line) {
      const follower: Follower = {
        actor,
        line,
        version: 0,
        frame: new Map(),
        notes: new Map(),
        fullSince: null,
      }
      const view = parts.viewFor(actor, parts.now())
      differences(follower, view)
      line.send(JSON.stringify({ type: 'snapshot', version: view.version, view }), view.version)
      followers.add(follower)
      return () => followers.delete(follower)
    },
    changed,
    beat() {
      const now = parts.now()
      for (const follower of followers) if (!isFull(follower, now)) follower.line.beat(now)
      // What follows from the time alone (a phase that is over, a plan that slips) goes along.
      changed()
    },
    count: () => followers.size,
    counts() {
      const counts: Partial<Record<Actor['role'], number>> = {}
      for (const { actor } of followers) counts[actor.role] = (counts[actor.role] ?? 0) + 1
      return counts
    },
    closeAll(code) {
      clearTimeout(timer)
      for (const follower of followers) drop(follower, code)
    },
  }
}

function tell(follower: Follower, view: View): void {
  const { set, changed, removed, differs } = differences(follower, view)
  if (!differs) return
  const change: Change = { type: 'change', version: view.version, serverTime: view.serverTime, set }
  if (changed.length + removed.length > 0) change.notes = { changed, removed }
  follower.line.send(JSON.stringify(change), view.version)
}

/** Compares the view with what the follower has, and from now on it has the view. */
function differences(follower: Follower, view: View) {
  const { notes, version, serverTime: _serverTime, ...rest } = view
  const set: Change['set'] = {}
  for (const [key, value] of Object.entries(rest)) {
    const json = JSON.stringify(value)
    if (follower.frame.get(key) === json) continue
    follower.frame.set(key, json)
    Object.assign(set, { [key]: value })
  }
  const changed = notes.filter((note) => {
    const json = JSON.stringify(note)
    const differs = follower.notes.get(note.id) !== json
    if (differs) follower.notes.set(note.id, json)
    return differs
  })
  const standing = new Set(notes.map((note) => note.id))
  const removed = [...follower.notes.keys()].filter((id) => !standing.has(id))
  for (const id of removed) follower.notes.delete(id)
  const differs =
    version !== follower.version || Object.keys(set).length + changed.length + removed.length > 0
  follower.version = version
  return { set, changed, removed, differs }
}
