/**
 * What somebody of the crew calls themselves: several share one link, and colleagues want to know who is on the way to
 * table 3. It proves nothing and opens nothing.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { personName } from '@bordet/workshop/schemas'

/** From `bordet-name`, percent-encoded, since a header takes no ä. Empty when it is missing or makes no sense. */
export function crewName(headers: IncomingHttpHeaders): string {
  const given = headers['bordet-name']
  if (typeof given !== 'string' || given.length > 400) return ''
  try {
    return personName.parse(decodeURIComponent(given))
  } catch {
    return ''
  }
}
