/** The tool that puts up notes: a tap on the board is a new note there, a tap on a note opens that one. */
import { noteHeight, noteWidth } from '@bordet/board'
import { createShapeId, StateNode, type TLPointerEventInfo } from 'tldraw'
import { noteType } from './records.ts'

/** `put` writes a note with its upper left corner there and gives its id, or null when it may not. */
export function noteToolFor(put: (pos: readonly [number, number]) => string | null) {
  return class NoteTool extends StateNode {
    static override id = noteType

    override onEnter() {
      this.editor.setCursor({ type: 'cross', rotation: 0 })
    }

    override onPointerDown(info: TLPointerEventInfo) {
      const hit = this.editor.getShapeAtPoint(this.editor.inputs.currentPagePoint, { hitInside: true })
      if (!hit || hit.isLocked || hit.type !== noteType) return
      // Notes can be dragged and opened without changing tools first.
      this.editor.setCurrentTool('select.pointing_shape', { ...info, target: 'shape', shape: hit })
    }

    override onPointerUp() {
      const { currentPagePoint, isDragging } = this.editor.inputs
      if (isDragging || this.editor.getIsReadonly()) return
      const id = put([
        Math.round(currentPagePoint.x - noteWidth / 2),
        Math.round(currentPagePoint.y - noteHeight('') / 3),
      ])
      if (id === null) return
      const shapeId = createShapeId(id)
      this.editor.select(shapeId)
      this.editor.setEditingShape(shapeId)
      this.editor.setCurrentTool('select.editing_shape', {
        target: 'shape',
        shape: this.editor.getShape(shapeId),
      })
    }

    override onCancel() {
      this.editor.setCurrentTool('select')
    }
  }
}
