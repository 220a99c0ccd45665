import { shownMessage, type View } from '@bordet/workshop'

/** The words that lie over a page just now: what was said to all, or what goes out by itself. */
export function shownBroadcast(view: Pick<View, 'broadcast' | 'prompt'>, now: number): string | null {
  return shownMessage(view, now)?.text ?? null
}
