/** How a note is drawn on the canvas: paper. Its words come from the document, never from the record. */
import { hasManyWords, noteColors, noteHeight, noteWidth, photoHeight } from '@bordet/board'
import { HTMLContainer, Rectangle2d, ShapeUtil, T, useEditor, useValue, type TLBaseShape } from 'tldraw'
import { Icon } from '../../shared/Icon.tsx'
import { useBoard, useIsFresh, useNote } from '../boardContext.ts'
import { Marks } from '../Marks.tsx'
import { NoteField } from '../NoteField.tsx'
import { noteIdOf, noteType } from './records.ts'

const props = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  color: T.literalEnum(...noteColors),
  isFromPhone: T.boolean,
  isHidden: T.boolean,
}
export type NoteShape = TLBaseShape<
  typeof noteType,
  { w: number; h: number; color: (typeof noteColors)[number]; isFromPhone: boolean; isHidden: boolean }
>

export class NoteShapeUtil extends ShapeUtil<NoteShape> {
  static override type = noteType
  static override props = props
  getDefaultProps(): NoteShape['props'] {
    return { w: noteWidth, h: noteHeight({ text: '' }), color: 'paper', isFromPhone: false, isHidden: false }
  }
  getGeometry(shape: NoteShape) {
    return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: true })
  }
  override canEdit() {
    return true
  }
  override canResize() {
    return false
  }
  override hideResizeHandles() {
    return true
  }
  override hideRotateHandle() {
    return true
  }
  override hideSelectionBoundsFg() {
    return true
  }
  component(shape: NoteShape) {
    return <NotePaper shape={shape} />
  }
  indicator(shape: NoteShape) {
    return <rect x={-3} y={-3} width={shape.props.w + 6} height={shape.props.h + 6} rx={5} />
  }
}

function NotePaper({ shape }: { shape: NoteShape }) {
  const editor = useEditor()
  const { board, mayWrite, say } = useBoard()
  const id = noteIdOf(shape.id)
  const note = useNote(id)
  const isFresh = useIsFresh(id)
  const isEditing = useValue('is editing', () => editor.getEditingShapeId() === shape.id, [editor, shape.id])
  const text = isEditing && mayWrite ? board.edits.noteText(id) : null
  const done = () => {
    if (editor.getEditingShapeId() === shape.id) editor.setEditingShape(null)
    board.edits.discardEmpty(id)
  }
  const { w, h, color, isFromPhone, isHidden } = shape.props
  const photoId = note?.photoId
  const top = photoId === undefined ? undefined : photoHeight
  const state = `${isFresh ? ' is-fresh' : ''}${isHidden ? ' is-hidden' : ''}${hasManyWords(note?.text ?? '') ? ' is-long' : ''}`
  return (
    <HTMLContainer
      onBlur={isEditing ? done : undefined}
      className={`bn n-${color}${state}`}
      style={{ width: w, height: h, pointerEvents: isEditing ? 'all' : 'none' }}
    >
      {photoId !== undefined && (
        <img
          className="bn-photo"
          src={`/photos/${photoId}`}
          alt={say('photo')}
          style={{ height: photoHeight }}
          draggable={false}
        />
      )}
      {text ? (
        <NoteField top={top} className="bn-field" text={text} label={say('noteText')} onDone={done} />
      ) : (
        <p className="bn-text" style={{ top }}>
          {note?.text}
        </p>
      )}
      <Marks id={id} className="bn-marks" />
      {isFromPhone && <Icon name="phone" className="bn-via" />}
      {isHidden && (
        <span className="bn-hidden">
          <Icon name="eyeoff" /> {say('noteHidden')}
        </span>
      )}
      {isFresh && <span className="bn-new">{say('noteNew')}</span>}
    </HTMLContainer>
  )
}
