/**
 * Updates that held nothing new stay so for ever, and are known by sight: whoever comes back tells all deletions of
 * the board, and a hall that was cut off comes back with the same ones.
 */
import { limits } from './limits.ts'

export interface KnownUpdates {
  has(update: Uint8Array): boolean
  /** Only once what it holds is in the board's bytes. */
  add(update: Uint8Array): void
}

const nothing = Uint8Array.of(0, 0)

export function createKnownUpdates(): KnownUpdates {
  const updates: Uint8Array[] = []
  const has = (update: Uint8Array) => isSame(update, nothing) || updates.some((one) => isSame(one, update))
  return {
    has,
    add(update) {
      if (has(update)) return
      updates.unshift(update.slice())
      if (updates.length > limits.knownUpdates) updates.pop()
    },
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
