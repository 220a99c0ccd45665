/** Ctrl+Z and its kin, on the whole page: they undo this device's own steps, also inside a note's field. */
import { useEffect } from 'react'
import type { CanvasHandle } from './canvasHandle.ts'
import type { OpenBoard } from './openBoard.ts'

export function useUndoKeys(board: OpenBoard | null, mayWrite: boolean, canvas: CanvasHandle | null): void {
  useEffect(() => {
    if (!board || !mayWrite) return
    const apply = (step: 'undo' | 'redo') => {
      canvas?.settle()
      board.undo[step]()
    }
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isDrawnText(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      apply(key === 'y' || event.shiftKey ? 'redo' : 'undo')
    }
    // The browser's own undo, from a menu or a shaken tablet, knows nothing of others' letters.
    const onInput = (event: InputEvent) => {
      if (!event.inputType.startsWith('history') || isDrawnText(event.target)) return
      event.preventDefault()
      apply(event.inputType === 'historyRedo' ? 'redo' : 'undo')
    }
    addEventListener('keydown', onKey)
    addEventListener('beforeinput', onInput)
    return () => {
      removeEventListener('keydown', onKey)
      removeEventListener('beforeinput', onInput)
    }
  }, [board, mayWrite, canvas])
}

/** A text drawn with tldraw's own tool has its own undo while it is written. */
function isDrawnText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.isContentEditable
}
