/** How many notes stand on boards that nobody has open: each is read from the disk and put away again. */
import { setImmediate } from 'node:timers/promises'
import { standingNotes } from '@bordet/board'
import * as Y from 'yjs'
import type { Storage } from '../storage/storage.ts'

/** Null when a board cannot be read: a count without it would be wrong. */
export async function countNotes(
  storage: Pick<Storage, 'loadBoard'>,
  boardIds: readonly string[],
): Promise<number | null> {
  let count = 0
  for (const boardId of boardIds) {
    // Live notes come first: a list is in no hurry.
    await setImmediate()
    const stored = await storage.loadBoard(boardId).catch(() => null)
    if (!stored) return null
    const doc = new Y.Doc()
    try {
      if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot)
      for (const { bytes } of stored.updates) Y.applyUpdate(doc, bytes)
      count += standingNotes(doc).length
    } catch {
      return null
    } finally {
      doc.destroy()
    }
  }
  return count
}
