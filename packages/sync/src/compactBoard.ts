/** Replaces a board's long log by a snapshot, made only of what is durable and checked before anything is pruned. */
import * as Y from 'yjs'
import { buildDoc } from './boardCore.ts'
import type { BoardStorage } from './storage.ts'

/**
 * Only while no write to this board is under way: `loadBoard` ends the refusal that a failed one began. Goes through
 * a Y.Doc; `Y.mergeUpdates` over thousands of small updates takes fifty times as long.
 */
export async function compactBoard(storage: BoardStorage, boardId: string): Promise<void> {
  const stored = await storage.loadBoard(boardId)
  const last = stored?.updates.at(-1)
  if (!stored || !last) return
  const doc = buildDoc(stored)
  const state = Y.encodeStateAsUpdate(doc)
  const again = buildDoc({ snapshot: state, updates: [] })
  const isSame = Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again))
  const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null
  doc.destroy()
  again.destroy()
  if (!isSame || !isWhole) throw new Error(`The snapshot of board ${boardId} differs from its log`)
  await storage.saveSnapshot(boardId, last.seq, state)
}
