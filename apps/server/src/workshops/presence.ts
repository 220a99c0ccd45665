/**
 * What is true of this moment only and belongs in no log: whose phone holds words it could not send, which of the crew
 * have a page open and where they look, and how many phones a message reached. Forgotten at a restart; pages tell it
 * again within seconds.
 */
import type { CrewView } from '@bordet/workshop'
import type { LiveNow } from '@bordet/workshop/engine'

export interface Presence {
  /** How many things this person's phone still has to send. */
  phoneHolds(personId: string, unsent: number): void
  crewIsHere(page: CrewView): void
  crewLeft(pageId: string): void
  messageReached(phones: number): void
  now(): LiveNow
}

/** Pages say that they are there every 15 seconds. */
const crewGoneMs = 40_000
/** A phone that went silent with words on it may have been carried home. */
const phoneGoneMs = 15 * 60_000
/** More pages than any crew has; who invents ids gets no further. */
const mostPages = 40

export function createPresence(now: () => number, onChange: () => void): Presence {
  const phones = new Map<string, { since: number; toldAt: number }>()
  const pages = new Map<string, { page: CrewView; toldAt: number }>()
  let reach: number | null = null

  const forgetOld = () => {
    const at = now()
    for (const [personId, { toldAt }] of phones) if (at - toldAt > phoneGoneMs) phones.delete(personId)
    for (const [pageId, { toldAt }] of pages) if (at - toldAt > crewGoneMs) pages.delete(pageId)
  }

  return {
    phoneHolds(personId, unsent) {
      const before = phones.get(personId)
      if (unsent > 0) phones.set(personId, { since: before?.since ?? now(), toldAt: now() })
      else phones.delete(personId)
      if ((before !== undefined) !== unsent > 0) onChange()
    },
    crewIsHere(page) {
      forgetOld()
      const before = pages.get(page.pageId)?.page
      if (!before && pages.size >= mostPages) return
      pages.set(page.pageId, { page, toldAt: now() })
      if (before?.name !== page.name || before.table !== page.table || before.doing !== page.doing) onChange()
    },
    crewLeft(pageId) {
      if (pages.delete(pageId)) onChange()
    },
    messageReached(count) {
      reach = count
    },
    now() {
      forgetOld()
      return {
        waiting: new Map([...phones].map(([personId, { since }]) => [personId, since])),
        crew: [...pages.values()].map(({ page }) => page),
        reach,
      }
    },
  }
}
