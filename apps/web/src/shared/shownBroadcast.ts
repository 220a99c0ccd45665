import type { View } from '@bordet/workshop'

/** A message to all stays for a minute, so that nobody has to take it away. */
export const broadcastShownMs = 60_000

export function shownBroadcast(view: Pick<View, 'broadcast'>, now: number): string | null {
  const { broadcast } = view
  return broadcast && now - broadcast.at < broadcastShownMs ? broadcast.text : null
}
