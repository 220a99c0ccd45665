/**
 * Two brakes: a bucket of tokens per participant, and a count of failed tries per address. Both forget whoever has
 * been quiet, so that they cannot grow without end.
 */

/** Answers 0 when the request may pass, else how many milliseconds to wait. */
export type Brake = (who: string, now: number) => number

/** A bucket that holds `burst` tokens and gains `perSecond`. */
export function createTokenBuckets(burst: number, perSecond: number): Brake {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const fullAfterMs = (burst / perSecond) * 1000
  return (who, now) => {
    if (buckets.size > 10_000) forgetOlder(buckets, now - fullAfterMs)
    const bucket = buckets.get(who) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
    const passes = tokens >= 1
    buckets.set(who, { tokens: passes ? tokens - 1 : tokens, at: now })
    return passes ? 0 : ((1 - tokens) / perSecond) * 1000
  }
}

export interface FailureCount {
  /** 0 while the address may try, else how many milliseconds to wait. */
  waitMs(who: string, now: number): number
  failed(who: string, now: number): void
}

/** Counts in windows of `windowMs`. A whole hall shares one address, so what succeeds is never counted. */
export function createFailureCount(limit: number, windowMs: number): FailureCount {
  const windows = new Map<string, { failures: number; at: number }>()
  return {
    waitMs(who, now) {
      const window = windows.get(who)
      if (!window || now - window.at >= windowMs || window.failures < limit) return 0
      return window.at + windowMs - now
    },
    failed(who, now) {
      if (windows.size > 10_000) forgetOlder(windows, now - windowMs)
      const window = windows.get(who)
      if (!window || now - window.at >= windowMs) windows.set(who, { failures: 1, at: now })
      else window.failures += 1
    },
  }
}

function forgetOlder(entries: Map<string, { at: number }>, at: number): void {
  for (const [who, entry] of entries) if (entry.at < at) entries.delete(who)
}
