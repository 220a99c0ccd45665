/**
 * Tells other nodes that there is something new to read; Redis will carry it, one node alone has nobody to tell. A
 * hint bears no data and may get lost: readers always ask the storage for what is newer than what they have, and ask
 * now and then without a hint. That is why `hint` returns nothing and must never throw.
 */
export interface Relay {
  /** Called after the commit, never before: whoever reads upon it finds it. */
  hint(news: News): void
}

export type News = { boardId: string } | { workshopId: string; version: number }

/** For one node alone. */
export const nobodyElse: Relay = { hint() {} }
