/**
 * When the rooms of a house act on what has come in. While it is quiet: at once. When much is going on: together, every
 * few milliseconds, since waking up, committing and writing to sockets cost more than what is done then.
 */
import type { Clock } from './clock.ts'
import { createPace, type PaceLimits } from './pace.ts'

/** A room's part in a round; the same object each time. */
export interface Turn {
  run(): void
}

export interface Rounds {
  /** Has the turn run once: now, or in the first round after the wait. Asking again meanwhile only makes it earlier. */
  ask(turn: Turn, waitMs: number): void
  forget(turn: Turn): void
}

/** A turn is taken along by a round that comes so much too early. */
const earlyMs = 3

export function createRounds(clock: Clock, limits: PaceLimits): Rounds {
  const pace = createPace(clock, limits)
  /** When each is due. */
  const waiting = new Map<Turn, number>()
  let next: { at: number; cancel: () => void } | null = null
  let isRunning = false

  function ask(turn: Turn, waitMs: number): void {
    if (waitMs <= 0 && !isRunning && pace.waitMs() <= 0) {
      waiting.delete(turn)
      run([turn])
      return
    }
    const dueAt = clock.now() + waitMs
    if ((waiting.get(turn) ?? Infinity) <= dueAt) return
    waiting.set(turn, dueAt)
    if (!isRunning) plan()
  }

  function plan(): void {
    if (waiting.size === 0) return
    const now = clock.now()
    let dueAt = Infinity
    for (const turnAt of waiting.values()) dueAt = Math.min(dueAt, turnAt)
    const at = Math.max(dueAt, now + pace.waitMs())
    if (next && next.at <= at) return
    next?.cancel()
    next = { at, cancel: clock.after(Math.max(0, at - now), begin) }
  }

  function begin(): void {
    next = null
    const now = clock.now()
    const due = [...waiting].filter(([, dueAt]) => dueAt <= now + earlyMs)
    for (const [turn] of due) waiting.delete(turn)
    run(due.map(([turn]) => turn))
  }

  function run(turns: readonly Turn[]): void {
    isRunning = true
    pace.spend(1)
    try {
      for (const turn of turns) turn.run()
    } finally {
      isRunning = false
      plan()
    }
  }

  return { ask, forget: (turn) => void waiting.delete(turn) }
}
