/** Tells the server what is true of this moment and belongs in no log. */
import type { CrewDoing } from '@bordet/workshop'
import type { Credentials } from './api.ts'

export type PresenceNow =
  | { unsent: number }
  | { pageId: string; name: string; table: number | null; doing?: CrewDoing | null; leaving?: boolean }

/** False when it did not arrive. `keepalive`, so that a page that is being closed can still say so. */
export async function tellPresence(who: Credentials, now: PresenceNow): Promise<boolean> {
  try {
    const { ok } = await fetch(`/api/workshops/${who.workshopId}/presence`, {
      method: 'POST',
      headers: { authorization: `Bearer ${who.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(now),
      cache: 'no-store',
      credentials: 'omit',
      keepalive: true,
    })
    return ok
  } catch {
    return false
  }
}
