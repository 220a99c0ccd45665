/** Where a note goes without dragging: another zone, a group, and in the list up and down. */
import { groupFrames, type BoardNote } from '@bordet/board'
import { useBoard, useBoardContent } from './boardContext.ts'

interface Props {
  note: BoardNote
  textId?: string
  /** In the list, which shows an order. */
  hasOrder?: boolean
  /** Called with what was done, in words, once it is. */
  onDone?(words: string): void
}

export function MoveSelect({ note, textId, hasOrder = false, onDone }: Props) {
  const { board, say } = useBoard()
  const { zones, notes } = useBoardContent()
  const peers = [...notes.values()].filter(({ zone, part }) => zone === note.zone && part === note.part)
  const titles = groupFrames(peers).flatMap(({ title }) => (title === note.group ? [] : [title]))
  const { edits } = board

  /** What the choice does, and the words for it; null when there is nothing to do. */
  const carryOut = (choice: string): string | null => {
    const [kind, which = ''] = choice.split(' ')
    switch (kind) {
      case 'zone': {
        const zone = zones.find(({ id }) => id === which)
        if (!zone) return null
        edits.moveToZone(note.id, zone.id)
        return say('noteMoved', { zone: zone.title })
      }
      case 'group': {
        const title = titles[Number(which)]
        if (title === undefined) return null
        edits.putInGroup(note.id, { title })
        return say('groupJoined', { group: title })
      }
      case 'new':
        edits.putInGroup(note.id, 'new')
        return say('groupMade')
      case 'out':
        edits.putInGroup(note.id, null)
        return say('groupLeft')
      default:
        return edits.moveInOrder(note.id, kind === 'up' ? -1 : 1) ? say('moved') : null
    }
  }
  return (
    <select
      value=""
      aria-label={say('noteMoveLabel')}
      aria-describedby={textId}
      onChange={(event) => {
        const words = carryOut(event.target.value)
        if (words !== null) onDone?.(words)
      }}
    >
      <option value="" disabled>
        {say('noteMove')}
      </option>
      {zones
        .filter((zone) => zone.id !== note.zone)
        .map((zone) => (
          <option key={zone.id} value={`zone ${zone.id}`}>
            {zone.title}
          </option>
        ))}
      <optgroup label={say('group')}>
        {titles.map((title, index) => (
          <option key={title} value={`group ${index}`}>
            {title}
          </option>
        ))}
        {note.group === undefined ? (
          <option value="new">{say('groupNew')}</option>
        ) : (
          <option value="out">{say('groupOut')}</option>
        )}
      </optgroup>
      {hasOrder && (
        <optgroup label={say('order')}>
          <option value="up">{say('moveUp')}</option>
          <option value="down">{say('moveDown')}</option>
        </optgroup>
      )}
    </select>
  )
}
