/**
 * Undo of what was done on this device and nothing else, in steps as people think of them: one stroke, one drag, one
 * burst of typing. Notes are marked, never deleted, so what others wrote in them meanwhile outlives an undo.
 */
import { boardRoots } from '@bordet/board'
import * as Y from 'yjs'

/** How long a pause in typing may last before the next letter begins a step of its own. */
const pauseMs = 1_000
const gestureMs = 10 * 60_000

export interface BoardUndo {
  /** Transactions with this origin are this device's own and can be undone. */
  readonly origin: object
  /** Also true for the undoing itself. */
  isOwn(origin: unknown): boolean
  /** What comes next is a step of its own. A `gesture` lasts until the next call, `typing` until a pause. */
  beginStep(kind: 'gesture' | 'typing'): void
  undo(): void
  redo(): void
  readonly can: { readonly undo: boolean; readonly redo: boolean }
  onChange(listener: () => void): () => void
  close(): void
}

export function createBoardUndo(doc: Y.Doc): BoardUndo {
  const origin = { name: 'this device' }
  const { notes, shapes } = boardRoots(doc)
  const manager = new Y.UndoManager([notes, shapes], {
    trackedOrigins: new Set([origin]),
    captureTimeout: pauseMs,
  })
  let can = { undo: false, redo: false }
  const listeners = new Set<() => void>()
  const changed = () => {
    const next = { undo: manager.canUndo(), redo: manager.canRedo() }
    if (next.undo === can.undo && next.redo === can.redo) return
    can = next
    for (const listener of listeners) listener()
  }
  manager.on('stack-item-added', changed)
  manager.on('stack-item-popped', changed)
  manager.on('stack-cleared', changed)
  return {
    origin,
    isOwn: (given) => given === origin || given === manager,
    beginStep(kind) {
      manager.stopCapturing()
      manager.captureTimeout = kind === 'gesture' ? gestureMs : pauseMs
    },
    undo() {
      manager.undo()
      changed()
    },
    redo() {
      manager.redo()
      changed()
    },
    get can() {
      return can
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => manager.destroy(),
  }
}
