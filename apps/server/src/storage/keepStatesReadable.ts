/**
 * Stands between the desks and a storage: a state that could not be read again is not saved, and where one lies on
 * the disk nevertheless the workshop is replayed from its first. One bad value must not cost a whole evening.
 */
import { stateSchema } from '@bordet/workshop/schemas'
import type { Storage } from './storage.ts'

export function keepStatesReadable(storage: Storage, log: (event: string, facts: object) => void): Storage {
  return {
    ...storage,

    async saveState(workshopId, version, state) {
      const { success, error } = stateSchema.safeParse(state)
      if (success) return storage.saveState(workshopId, version, state)
      log('a state was not saved: it could not be read again', { workshopId, version, at: whereIn(error) })
    },

    async loadWorkshop(workshopId) {
      const newest = await storage.loadWorkshop(workshopId).catch((error: unknown) => ({ error }))
      if (newest === null) return null
      const wrong = 'error' in newest ? newest.error : stateSchema.safeParse(newest.state).error
      if (!('error' in newest) && wrong === undefined) return newest
      log('a stored state cannot be read: replaying from the first', { workshopId, at: whereIn(wrong) })
      return storage.loadWorkshopFromFirst(workshopId)
    },
  }
}

/** Paths only: messages could quote what people wrote. */
function whereIn(error: unknown): string[] {
  const issues: unknown = Object(error).issues
  if (!Array.isArray(issues)) return []
  return issues.slice(0, 5).map((issue: unknown) => String(Object(issue).path))
}
