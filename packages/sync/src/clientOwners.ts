/**
 * Whose a Yjs client id is. Whoever shows or writes it first keeps it: in memory from the first sign of presence, on
 * disk from the first update, so that offline edits come back under the id under which they were written, and nobody
 * can fill another's clock with edits of their own (the real ones would then be ignored as known).
 */
import { limits } from './limits.ts'
import type { Claim } from './storage.ts'

export interface ClientOwners {
  /** Takes it for this owner when it is free. False when it belongs to somebody else or to the server. */
  claim(client: number, owner: string): boolean
  /** Whether it is this owner's or could be; claims nothing. */
  mayUse(client: number, owner: string): boolean
  /** Those of these clients whose claim is not on disk yet; from now on they count as being there. */
  takeUnsaved(clients: Iterable<number>): Claim[]
}

/** `isWritten`: the document has structs by this id, so that without a claim it is the server's. */
export function createClientOwners(
  saved: readonly Claim[],
  isWritten: (client: number) => boolean,
): ClientOwners {
  const owners = new Map(saved.map(({ client, owner }) => [client, owner]))
  /** Shown and not written, by owner, the oldest first: whoever shows too many forgets their own, never another's. */
  const unsaved = new Map<string, Set<number>>()

  function mayUse(client: number, owner: string): boolean {
    const known = owners.get(client)
    return known === undefined ? !isWritten(client) : known === owner
  }

  function addUnsaved(client: number, owner: string): void {
    const clients = unsaved.get(owner) ?? new Set()
    unsaved.set(owner, clients.add(client))
    const [oldest] = clients
    if (clients.size <= limits.unsavedClaims || oldest === undefined) return
    clients.delete(oldest)
    owners.delete(oldest)
  }

  return {
    mayUse,
    claim(client, owner) {
      if (!mayUse(client, owner)) return false
      if (owners.has(client)) return true
      owners.set(client, owner)
      addUnsaved(client, owner)
      return true
    },
    takeUnsaved(clients) {
      const claims: Claim[] = []
      for (const client of clients) {
        const owner = owners.get(client)
        if (owner !== undefined && unsaved.get(owner)?.delete(client)) claims.push({ client, owner })
      }
      return claims
    },
  }
}
