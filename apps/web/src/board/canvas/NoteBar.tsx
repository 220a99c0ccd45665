/** What can be done with what is selected, right below it, for those who do not drag. */
import { useEditor, useValue } from 'tldraw'
import { Icon } from '../../shared/Icon.tsx'
import { useBoard, useNote } from '../boardContext.ts'
import { MoveSelect } from '../MoveSelect.tsx'
import { TickButton } from '../TickButton.tsx'
import { noteIdOf, noteType } from './records.ts'

const widthPx = 330
const heightPx = 56
/** Room for the editor's watermark in the lower right corner, which nothing may cover. */
const watermarkPx = 52

export function NoteBar() {
  const editor = useEditor()
  const { mayWrite, say } = useBoard()
  const place = useValue(
    'place of the bar',
    () => {
      if (!editor.isIn('select.idle')) return null
      const bounds = editor.getSelectionPageBounds()
      if (!bounds) return null
      const screen = editor.getViewportScreenBounds()
      const corner = editor.pageToViewport({ x: bounds.x, y: bounds.maxY })
      const top = editor.pageToViewport({ x: bounds.x, y: bounds.y })
      const below = corner.y + 12
      const fits = below + heightPx < screen.h - watermarkPx
      return {
        left: Math.max(8, Math.min(corner.x, screen.w - widthPx - 8)),
        top: Math.max(8, fits ? below : top.y - heightPx - 12),
      }
    },
    [editor],
  )
  const only = useValue('only selected', () => editor.getOnlySelectedShape(), [editor])
  if (!place || !mayWrite) return null
  return (
    <div
      className="bb"
      role="group"
      aria-label={say('noteBar')}
      style={place}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {only?.type === noteType ? (
        <NoteActions id={noteIdOf(only.id)} onEdit={() => editor.setEditingShape(only.id)} />
      ) : (
        <button type="button" onClick={() => editor.deleteShapes(editor.getSelectedShapeIds())}>
          <Icon name="trash" /> {say('notesRemove')}
        </button>
      )}
    </div>
  )
}

function NoteActions({ id, onEdit }: { id: string; onEdit(): void }) {
  const { board, mayHide, say } = useBoard()
  const note = useNote(id)
  if (!note) return null
  return (
    <>
      <TickButton note={note} />
      <button type="button" onClick={onEdit} aria-label={say('noteEdit')}>
        <Icon name="pen" />
      </button>
      <MoveSelect note={note} />
      {mayHide && (
        <button
          type="button"
          aria-label={say(note.hidden ? 'noteShow' : 'noteHide')}
          onClick={() => board.edits.hideNote(id, !note.hidden)}
        >
          <Icon name={note.hidden ? 'eye' : 'eyeoff'} />
        </button>
      )}
      <button type="button" aria-label={say('noteRemove')} onClick={() => board.edits.removeNote(id)}>
        <Icon name="trash" />
      </button>
    </>
  )
}
