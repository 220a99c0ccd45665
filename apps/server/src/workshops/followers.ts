/**
 * The event stream of one workshop: each follower gets a snapshot and then what changed since what it last got,
 * at once when things are quiet and gathered when they are not. A slow line is left out until it has drained, then
 * gets the sum; one that does not drain is closed.
 */
import type { View } from '@bordet/workshop'
import type { Actor } from '@bordet/workshop/engine'
import {
  differenceFrom,
  holdNothing,
  rememberJson,
  take,
  toChange,
  type Difference,
  type Held,
} from './viewDifference.ts'

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
  /** … which somebody who runs the evening waits to see: told at once, however much else is going on. */
  changedNow(): void
  beat(): void
  count(): number
  counts(): Partial<Record<Actor['role'], number>>
  /** People whose phones are following just now, each once however many windows they have. */
  people(): number
  closeAll(code: number): void
}

export interface FollowersOptions {
  /** For many views of one moment. */
  viewsAt(now: number): (actor: Actor) => View
  admits(actor: Actor): boolean
  now(): number
  /** The least time between two rounds of events. */
  gatherMs: number
}

interface Follower {
  actor: Actor
  line: Line
  held: Held
  toldAtMs: number
  fullSince: number | null
}

const fullBytes = 256 * 1024
const drainMs = 20_000
/**
 * Figures about the rest of the hall change with every note. A phone gets them once a second, or with the next
 * thing that concerns it: with 600 phones that is nine tenths of all frames.
 */
const minorKeys: ReadonlySet<string> = new Set(['tables', 'hallNotes', 'peopleCount', 'agenda', 'delayMs'])
const minorMs = 1000
const isMinorOfVote = (key: string) => key === 'voters'

export function createFollowers(options: FollowersOptions): Followers {
  const { viewsAt, admits, now, gatherMs } = options
  const followers = new Set<Follower>()
  let next: { timer: NodeJS.Timeout; atMs: number } | null = null
  let lastRoundMs = Number.NEGATIVE_INFINITY

  const drop = (follower: Follower, code: number) => {
    followers.delete(follower)
    follower.line.close(code)
  }

  const isFull = (follower: Follower): boolean => {
    if (follower.line.backlogBytes() < fullBytes) {
      follower.fullSince = null
      return false
    }
    follower.fullSince ??= now()
    if (now() - follower.fullSince > drainMs) drop(follower, closeCodes.tooSlow)
    return true
  }

  const tellAll = () => {
    next = null
    lastRoundMs = performance.now()
    const [toJson, at] = [rememberJson(), now()]
    const viewOf = viewsAt(at)
    let again = Number.POSITIVE_INFINITY
    for (const follower of followers) {
      if (!admits(follower.actor)) drop(follower, closeCodes.notAuthorised)
      else if (!isFull(follower)) {
        const difference = differenceFrom(follower.held, viewOf(follower.actor), toJson)
        if (!difference) continue
        const dueMs = isMinor(follower, difference) ? follower.toldAtMs + minorMs : 0
        if (dueMs > lastRoundMs) {
          again = Math.min(again, dueMs)
          continue
        }
        take(follower.held, difference)
        follower.toldAtMs = lastRoundMs
        follower.line.send(toChange(difference, at), difference.version)
      }
    }
    if (Number.isFinite(again)) plan(again)
  }

  /** Never in the caller's own turn: a command's answer goes out before its events. */
  const plan = (atMs: number) => {
    if (next && next.atMs <= atMs) return
    if (next) clearTimeout(next.timer)
    next = { atMs, timer: setTimeout(tellAll, Math.max(0, atMs - performance.now())) }
  }

  const changed = () => {
    if (followers.size > 0) plan(lastRoundMs + gatherMs)
  }

  return {
    add(actor, line) {
      const view = viewsAt(now())(actor)
      const held = holdNothing()
      const all = differenceFrom(held, view, rememberJson())
      if (all) take(held, all)
      line.send(JSON.stringify({ type: 'snapshot', version: view.version, view }), view.version)
      const follower: Follower = { actor, line, held, toldAtMs: Number.NEGATIVE_INFINITY, fullSince: null }
      followers.add(follower)
      return () => followers.delete(follower)
    },
    changed,
    changedNow() {
      if (followers.size > 0) plan(performance.now())
    },
    beat() {
      const at = now()
      for (const follower of followers) if (!isFull(follower)) follower.line.beat(at)
      // What follows from the time alone (a phase that is over, a plan that slips) goes along.
      changed()
    },
    count: () => followers.size,
    counts() {
      const counts: Partial<Record<Actor['role'], number>> = {}
      for (const { actor } of followers) counts[actor.role] = (counts[actor.role] ?? 0) + 1
      return counts
    },
    people: () => new Set([...followers].flatMap(({ actor }) => actor.personId ?? [])).size,
    closeAll(code) {
      if (next) clearTimeout(next.timer)
      for (const follower of followers) drop(follower, code)
    },
  }
}

function isMinor({ actor }: Follower, { frame, vote, changed, removed }: Difference): boolean {
  if (actor.role !== 'participant' || changed.length + removed.length > 0) return false
  return [...frame.keys()].every((key) => minorKeys.has(key)) && [...vote.keys()].every(isMinorOfVote)
}
