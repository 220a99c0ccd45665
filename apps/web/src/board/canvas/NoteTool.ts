/** The tool that puts up notes: a tap on the board is a new note there, a tap on a note opens that one. */
import { noteHeight, noteWidth } from '@bordet/board'
import { createShapeId, StateNode, type TLPointerEventInfo } from 'tldraw'
import { noteType } from './records.ts'

/** Stays chosen while the note is written, as the mask of the select tool, so that the next tap is the next note. */
export class NoteTool extends StateNode {
  static override id = noteType
  /** Writes a note with its upper left corner there and gives its id, null when it may not. Set by who steers. */
  put: (pos: readonly [number, number]) => string | null = () => null
  /** A tap that began elsewhere, say to leave a note's field, puts up nothing. */
  hasBegun = false

  override onEnter() {
    this.hasBegun = false
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onPointerDown(info: TLPointerEventInfo) {
    this.hasBegun = true
    const hit = this.editor.getShapeAtPoint(this.editor.inputs.currentPagePoint, { hitInside: true })
    if (!hit || hit.isLocked || hit.type !== noteType) return
    // Notes can be dragged and opened without changing tools first.
    this.editor.setCurrentTool('select.pointing_shape', { ...info, target: 'shape', shape: hit })
  }

  override onPointerUp() {
    const { currentPagePoint, isDragging } = this.editor.inputs
    const isTap = this.hasBegun && !isDragging
    this.hasBegun = false
    if (!isTap || this.editor.getIsReadonly()) return
    const id = this.put([
      Math.round(currentPagePoint.x - noteWidth / 2),
      Math.round(currentPagePoint.y - noteHeight({ text: '' }) / 3),
    ])
    if (id === null) return
    const shapeId = createShapeId(id)
    this.editor.select(shapeId)
    this.editor.setEditingShape(shapeId)
    this.editor.setCurrentTool('select.editing_shape', {
      target: 'shape',
      shape: this.editor.getShape(shapeId),
    })
    this.editor.getCurrentTool().setCurrentToolIdMask(noteType)
  }

  override onCancel() {
    this.editor.setCurrentTool('select')
  }
}
