/**
 * Time, chance and things to come: all that happens in a simulation is an event here, run one by one in an order that
 * the seed decides. Promises are settled between events, so that the same seed always tells the same story.
 */
import type { Clock } from '../clock.ts'

export interface World {
  readonly nowMs: number
  readonly story: readonly string[]
  /** From 0 up to and without 1. */
  chance(): number
  /** A whole number from 0 up to and without `below`. */
  pick(below: number): number
  oneOf<T>(items: readonly T[]): T
  tell(line: string): void
  after(delayMs: number, run: () => void): () => void
  /** Runs events until nothing is due before this time. */
  runUntil(timeMs: number): Promise<void>
}

/** The story of the last events is enough to see what went wrong. */
const keptLines = 400

export function createWorld(seed: number): World {
  const chance = createChance(seed)
  const story: string[] = []
  let nowMs = 1_000_000
  let events: { at: number; order: number; run: () => void }[] = []

  return {
    get nowMs() {
      return nowMs
    },
    story,
    chance,
    pick: (below) => Math.floor(chance() * below),
    oneOf(items) {
      const item = items[Math.floor(chance() * items.length)]
      if (item === undefined) throw new Error('Nothing to choose from')
      return item
    },
    tell(line) {
      story.push(`${((nowMs - 1_000_000) / 1000).toFixed(3)} ${line}`)
      if (story.length > keptLines) story.shift()
    },
    after(delayMs, run) {
      const event = { at: nowMs + Math.max(0, delayMs), order: chance(), run }
      events.push(event)
      return () => {
        events = events.filter((other) => other !== event)
      }
    },
    async runUntil(timeMs) {
      for (;;) {
        let next = events[0]
        for (const event of events) {
          if (next && (event.at < next.at || (event.at === next.at && event.order < next.order))) next = event
        }
        if (!next || next.at > timeMs) break
        const due = next
        events = events.filter((event) => event !== due)
        nowMs = Math.max(nowMs, due.at)
        due.run()
        await settlePromises()
      }
      nowMs = timeMs
    },
  }
}

/** The world's time as a process sees it; nothing of it happens once the process is dead. */
export function clockIn(world: World, isAlive: () => boolean): Clock {
  return {
    now: () => world.nowMs,
    after: (delayMs, run) => world.after(delayMs, () => isAlive() && run()),
  }
}

async function settlePromises(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve()
}

/** mulberry32: small, and good enough to choose what happens next. */
function createChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A Yjs client id that the seed decides: which of two is greater decides who wins a conflict, and what is read first. */
export function drawClientId(world: World): number {
  return 1 + world.pick(2 ** 31)
}
