/** When the join code begins to work without anybody opening the doors: rule of the engine's `join`. */
import type { View } from '@bordet/workshop'

const opensBeforeMs = 60 * 60_000

export function joinsFrom(view: Pick<View, 'startsAt'>): number {
  return view.startsAt - opensBeforeMs
}
