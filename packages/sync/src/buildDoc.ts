/** The document that a board's bytes stand for. */
import { boardRoots } from '@bordet/board'
import * as Y from 'yjs'

/** `parts`: a snapshot and the updates after it, in order. Throws when Yjs cannot read one. */
export function buildDoc(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  boardRoots(doc)
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part)
  })
  return doc
}
