/**
 * How often somebody may try codes at the door. A whole hall sits behind one address, so a code that has opened from
 * an address goes on opening from there, whatever one of its phones guesses.
 */
import { createFailureCount } from './throttle.ts'

export interface DoorBrake {
  /** 0 when this code may be tried from there, else how many milliseconds to wait. */
  waitMs(address: string, code: string, now: number): number
  opened(address: string, code: string, now: number): void
  failed(address: string, now: number): void
}

const triesPerAddress = 30
/** Counted, and held, only against addresses from which no code has opened: guessers shut out no hall that is in. */
const triesInAll = 600
const windowMs = 60_000
/** Longer than an evening with its preparations. */
const rememberMs = 24 * 3_600_000
const maxAddresses = 10_000
const maxCodes = 100

export function createDoorBrake(): DoorBrake {
  const perAddress = createFailureCount(triesPerAddress, windowMs)
  const inAll = createFailureCount(triesInAll, windowMs)
  /** Address → codes that opened from there and when, oldest first in both. */
  const opened = new Map<string, Map<string, number>>()

  const openedAt = (address: string, now: number): ReadonlyMap<string, number> => {
    const codes = opened.get(address) ?? new Map<string, number>()
    for (const [code, at] of codes) if (now - at > rememberMs) codes.delete(code)
    if (codes.size === 0) opened.delete(address)
    return codes
  }

  return {
    waitMs(address, code, now) {
      const known = openedAt(address, now)
      if (known.has(code)) return 0
      return Math.max(perAddress.waitMs(address, now), known.size > 0 ? 0 : inAll.waitMs('all', now))
    },
    opened(address, code, now) {
      const codes = opened.get(address) ?? new Map<string, number>()
      codes.delete(code)
      codes.set(code, now)
      opened.delete(address)
      opened.set(address, codes)
      forgetOldest(codes, maxCodes)
      forgetOldest(opened, maxAddresses)
    },
    failed(address, now) {
      perAddress.failed(address, now)
      if (openedAt(address, now).size === 0) inAll.failed('all', now)
    },
  }
}

function forgetOldest(entries: Map<string, unknown>, most: number): void {
  for (const [oldest] of entries) {
    if (entries.size <= most) return
    entries.delete(oldest)
  }
}
