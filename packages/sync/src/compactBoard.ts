/** Replaces a board's long log by a snapshot, made only of what is durable and checked before anything is pruned. */
import { partsOf, type BoardStorage } from './storage.ts'

/** A snapshot and the updates after it become one state; throws when it would differ from them. */
export type EncodeBoard = (parts: readonly Uint8Array[]) => Promise<Uint8Array>

/** Only while no write to this board is under way: `loadBoard` ends the refusal that a failed one began. */
export async function compactBoard(
  storage: BoardStorage,
  boardId: string,
  encode: EncodeBoard,
): Promise<void> {
  const stored = await storage.loadBoard(boardId)
  const last = stored?.updates.at(-1)
  if (!stored || !last) return
  await storage.saveSnapshot(boardId, last.seq, await encode(partsOf(stored)))
}
