/** Ticks a line of a checklist off, or the tick away; nothing in other zones. */
import type { BoardNote } from '@bordet/board'
import { Icon } from '../shared/Icon.tsx'
import { useBoard, useBoardContent } from './boardContext.ts'
import { isTicked } from './boardEdits.ts'

export function TickButton({ note, textId, quiet }: { note: BoardNote; textId?: string; quiet?: boolean }) {
  const { board, say } = useBoard()
  const { zones } = useBoardContent()
  if (zones.find(({ id }) => id === note.zone)?.kind !== 'checklist') return null
  const ticked = isTicked(note.text)
  return (
    <button
      className={quiet ? 'btn btn-quiet' : undefined}
      type="button"
      aria-label={say('noteTick')}
      aria-pressed={ticked}
      aria-describedby={textId}
      onClick={() => board.edits.tickNote(note.id, !ticked)}
    >
      <Icon name="check" />
    </button>
  )
}
