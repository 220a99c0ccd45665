/**
 * Who is asking: from a bearer key to an actor in one workshop. What the actor may do there is the engine's to
 * judge; here only whether the key (still) opens anything.
 */
import { timingSafeEqual } from 'node:crypto'
import type { Actor } from '@bordet/workshop/engine'
import { hashKey } from '../keys.ts'
import type { Storage } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import type { Desks } from './desks.ts'

export interface Member {
  actor: Actor
  desk: Desk
  /** Names the key in brakes, without being it. */
  keyHash: string
}

export interface Access {
  isOrganiser(key: string | null): boolean
  /**
   * Null when the key opens nothing in this workshop; `unknown` when the organiser asks for one that does not exist.
   * `alsoLeft`: a person who was removed is a member too, as for commands, where the engine judges what they wrote before.
   */
  findMember(
    key: string | null,
    workshopId: string,
    options?: { alsoLeft: boolean },
  ): Promise<Member | 'unknown' | null>
}

export function createAccess(parts: { storage: Storage; desks: Desks; organiserKey: string }): Access {
  const organiserHash = hashKey(parts.organiserKey)
  const isOrganiser = (key: string | null) =>
    key !== null && timingSafeEqual(Buffer.from(hashKey(key)), Buffer.from(organiserHash))
  return {
    isOrganiser,
    async findMember(key, workshopId, { alsoLeft } = { alsoLeft: false }) {
      if (key === null) return null
      const keyHash = hashKey(key)
      if (isOrganiser(key)) {
        const desk = await parts.desks.open(workshopId)
        return desk ? { actor: { role: 'organiser', personId: null, table: null }, desk, keyHash } : 'unknown'
      }
      const row = await parts.storage.keyByHash(keyHash)
      if (row?.workshopId !== workshopId) return null
      const desk = await parts.desks.open(workshopId)
      const actor: Actor = { role: row.role, personId: row.personId, table: row.table }
      const isMember = alsoLeft ? desk?.hears(actor) : desk?.admits(actor)
      return desk && isMember ? { actor, desk, keyHash } : null
    },
  }
}
