/** Makes one whole state of a board's parts, and believes it only after building it again. */
import * as Y from 'yjs'
import { buildDoc } from './buildDoc.ts'

/** A snapshot and the updates after it become one state; rejects when that would differ from them. */
export type EncodeBoard = (parts: readonly Uint8Array[]) => Promise<Uint8Array>

/**
 * `parts`: a snapshot and the updates after it, in order (Yjs updates, V1). Goes through a Y.Doc; `Y.mergeUpdates`
 * over thousands of small updates takes fifty times as long. Throws when the state differs from the parts.
 */
export function encodeBoard(parts: readonly Uint8Array[]): Uint8Array {
  const doc = buildDoc(parts)
  const state = Y.encodeStateAsUpdate(doc)
  const again = buildDoc([state])
  const isSame = Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again))
  const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null
  doc.destroy()
  again.destroy()
  if (!isSame || !isWhole) throw new Error('The state differs from the updates that it was made of')
  return state
}
