/** Ahead or behind plan, in words. Less than a minute is on time. */
import type { View } from '@bordet/workshop'
import type { Line } from './mainAction.ts'

export function planLine(view: Pick<View, 'status' | 'delayMs'>): Line {
  if (view.status === 'planned') return { key: 'planNotStarted' }
  if (view.status === 'closed') return { key: 'planClosed' }
  const minutes = Math.trunc(view.delayMs / 60_000)
  if (minutes === 0) return { key: 'planOnTime' }
  return minutes > 0
    ? { key: 'planBehind', holes: { n: minutes } }
    : { key: 'planAhead', holes: { n: -minutes } }
}
