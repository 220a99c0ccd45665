/** What a page shows over everything else just now. Small, because the phone's page loads it. */
import type { View } from './view.ts'

/** A message stays for a minute, so that nobody has to take it away. */
const shownMs = 60_000

type Messages = Pick<View, 'broadcast' | 'prompt'>

export interface ShownMessage {
  text: string
  at: number
  /** A prompt went out by itself. */
  from: 'crew' | 'prompt'
}

/** The newest of what somebody said and what goes out by itself, for a minute each. */
export function shownMessage({ broadcast, prompt }: Messages, now: number): ShownMessage | null {
  const shown: ShownMessage[] = []
  if (broadcast) shown.push({ ...broadcast, from: 'crew' })
  if (prompt && prompt.at !== null) shown.push({ text: prompt.text, at: prompt.at, from: 'prompt' })
  return shown
    .filter(({ at }) => isShown(at, now))
    .reduce<ShownMessage | null>((newest, one) => (newest && newest.at > one.at ? newest : one), null)
}

/** When `shownMessage` will say something else, on the server's clock; null when never. */
export function nextMessageChange({ broadcast, prompt }: Messages, now: number): number | null {
  const starts = [broadcast?.at, prompt?.at].filter((at) => typeof at === 'number')
  const changes = starts.flatMap((at) => [at, at + shownMs]).filter((at) => at > now)
  return changes.length > 0 ? Math.min(...changes) : null
}

function isShown(at: number, now: number): boolean {
  return now >= at && now < at + shownMs
}
