/**
 * Whose a Yjs client id is. Whoever may write and shows or writes it first keeps it: in memory at once, on disk with
 * the board's next update, so that offline edits come back under the id under which they were written, and nobody can
 * fill another's clock with edits of their own (the real ones would then be ignored as known).
 */
import { limits } from './limits.ts'
import type { Claim } from './storage.ts'

export interface ClientOwners {
  /** Whether it is this owner's or could be; claims nothing. */
  mayUse(client: number, owner: string): boolean
  /** Takes it for this owner when it is free. False when it belongs to somebody else, to the server, or is one too many. */
  claim(client: number, owner: string): boolean
  /** It wrote just now, and `mayUse` was asked before it did. */
  own(client: number, owner: string): void
  /** What is claimed and not on disk; from now on it counts as being there. */
  takeUnsaved(): Claim[]
}

/** `isWritten`: the document has structs by this id, so that without a claim it is the server's. */
export function createClientOwners(
  saved: readonly Claim[],
  isWritten: (client: number) => boolean,
): ClientOwners {
  const owners = new Map(saved.map(({ client, owner }) => [client, owner]))
  const counts = new Map<string, number>()
  for (const { owner } of saved) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  let unsaved: Claim[] = []

  function isTooMany(owner: string): boolean {
    return (counts.get(owner) ?? 0) >= limits.clientsOfKey || owners.size >= limits.clientsOfBoard
  }

  function mayUse(client: number, owner: string): boolean {
    const known = owners.get(client)
    return known === undefined ? !isWritten(client) && !isTooMany(owner) : known === owner
  }

  function own(client: number, owner: string): void {
    if (owners.has(client)) return
    owners.set(client, owner)
    counts.set(owner, (counts.get(owner) ?? 0) + 1)
    unsaved.push({ client, owner })
  }

  return {
    mayUse,
    claim(client, owner) {
      if (!mayUse(client, owner)) return false
      own(client, owner)
      return true
    },
    own,
    takeUnsaved() {
      const claims = unsaved
      unsaved = []
      return claims
    },
  }
}
