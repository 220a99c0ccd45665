/** Ahead or behind plan, in words. Less than a minute is on time; beyond an hour nobody counts minutes. */
import { clockTime, type Language } from '@bordet/text'
import type { View } from '@bordet/workshop'
import type { Line } from './mainAction.ts'

export function planLine(view: Pick<View, 'status' | 'delayMs' | 'startsAt'>, language: Language): Line {
  if (view.status === 'planned')
    return { key: 'planStarts', holes: { time: clockTime(language, view.startsAt) } }
  if (view.status === 'closed') return { key: 'planClosed' }
  const minutes = Math.trunc(view.delayMs / 60_000)
  if (minutes === 0) return { key: 'planOnTime' }
  if (Math.abs(minutes) <= 60)
    return { key: minutes > 0 ? 'planBehind' : 'planAhead', holes: { n: Math.abs(minutes) } }
  return {
    key: minutes > 0 ? 'planBehindHours' : 'planAheadHours',
    holes: { n: Math.round(Math.abs(minutes) / 60) },
  }
}
