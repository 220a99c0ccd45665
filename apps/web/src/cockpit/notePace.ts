/**
 * How fast each table writes, kept from the counts that the page sees change. What was before the page was opened the
 * server tells once (`withEarlier`).
 */
import type { TableView } from '@bordet/workshop'

export interface Pace {
  /** When the page first saw the table. */
  since: number
  count: number
  /** When the count last grew, null when it has not since the page was opened. */
  grewAt: number | null
  /** Notes written per full minute of the epoch, the last ones only. */
  byMinute: Readonly<Record<number, number>>
}

export type PaceByTable = Readonly<Record<number, Pace>>

/** Bars that a tile shows. */
export const minutesShown = 13
const minuteMs = 60_000

/** Takes in a fresh view. Removed notes lower the count but never the pace. */
export function recordPace(paces: PaceByTable, tables: readonly TableView[], now: number): PaceByTable {
  const minute = Math.floor(now / minuteMs)
  const next: Record<number, Pace> = {}
  for (const { number, notes } of tables) {
    const before = paces[number]
    if (!before) next[number] = { since: now, count: notes, grewAt: null, byMinute: {} }
    else next[number] = notes === before.count ? before : grown(before, notes, minute, now)
  }
  return next
}

/** Adds what the server knows of the minutes before this page was opened. `since` is when the phase began. */
export function withEarlier(
  paces: PaceByTable,
  earlier: readonly { number: number; lastAt: number | null; recent: readonly number[] }[],
  since: number,
): PaceByTable {
  const next: Record<number, Pace> = { ...paces }
  for (const { number, lastAt, recent } of earlier) {
    const pace = paces[number]
    if (!pace) continue
    const byMinute: Record<number, number> = {}
    for (const at of recent.filter((one) => one <= pace.since)) {
      const minute = Math.floor(at / minuteMs)
      byMinute[minute] = (byMinute[minute] ?? 0) + 1
    }
    for (const [minute, count] of Object.entries(pace.byMinute))
      byMinute[Number(minute)] = (byMinute[Number(minute)] ?? 0) + count
    const grewAt = Math.max(pace.grewAt ?? 0, lastAt ?? 0) || null
    next[number] = { ...pace, since: Math.min(pace.since, since), grewAt, byMinute }
  }
  return next
}

function grown(before: Pace, notes: number, minute: number, now: number): Pace {
  const written = notes - before.count
  if (written < 0) return { ...before, count: notes }
  const byMinute: Record<number, number> = {}
  for (const [at, count] of Object.entries(before.byMinute)) {
    if (Number(at) > minute - minutesShown) byMinute[Number(at)] = count
  }
  byMinute[minute] = (byMinute[minute] ?? 0) + written
  return { ...before, count: notes, grewAt: now, byMinute }
}

/** Notes of the last minutes, the running one last. */
export function recentMinutes(pace: Pace | undefined, now: number): number[] {
  const minute = Math.floor(now / minuteMs)
  return Array.from({ length: minutesShown }, (_, index) => {
    return pace?.byMinute[minute - minutesShown + 1 + index] ?? 0
  })
}

/** Notes per minute over the last five minutes, or over as many as the page has seen; null in its first minute. */
export function perMinute(pace: Pace | undefined, now: number): number | null {
  if (!pace) return null
  const minutes = Math.min(5, Math.floor((now - pace.since) / minuteMs))
  if (minutes < 1) return null
  const written = recentMinutes(pace, now)
    .slice(-minutes)
    .reduce((sum, count) => sum + count, 0)
  return written / minutes
}

/** For how long nobody at the table has written, as far as the page knows. */
export function silentMs(pace: Pace | undefined, phaseStartedAt: number, now: number): number {
  if (!pace) return 0
  return Math.max(0, now - Math.max(pace.since, pace.grewAt ?? 0, phaseStartedAt))
}
