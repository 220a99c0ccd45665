/** Into a group of the note's zone, into a new one, or out of its own; and in the list up and down. */
import { groupFrames, type BoardNote } from '@bordet/board'
import { useBoard, useBoardContent } from './boardContext.ts'

interface Props {
  note: BoardNote
  textId?: string
  /** Called with what was done, in words, once it is. */
  onDone?(words: string): void
}

export function GroupSelect({ note, textId, onDone }: Props) {
  const { board, say } = useBoard()
  const { notes } = useBoardContent()
  const peers = [...notes.values()].filter(({ zone, part }) => zone === note.zone && part === note.part)
  const titles = groupFrames(peers).flatMap(({ title }) => (title === note.group ? [] : [title]))
  const choose = (value: string) => {
    if (value === 'out') {
      board.edits.putInGroup(note.id, null)
      onDone?.(say('groupLeft'))
    } else if (value === 'new') {
      board.edits.putInGroup(note.id, 'new')
      onDone?.(say('groupMade'))
    } else {
      const title = titles[Number(value)]
      if (title === undefined) return
      board.edits.putInGroup(note.id, { title })
      onDone?.(say('groupJoined', { group: title }))
    }
  }
  return (
    <select
      value=""
      aria-label={say('groupLabel')}
      aria-describedby={textId}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="" disabled>
        {say('group')}
      </option>
      {titles.map((title, index) => (
        <option key={title} value={index}>
          {title}
        </option>
      ))}
      <option value="new">{say('groupNew')}</option>
      {note.group !== undefined && <option value="out">{say('groupOut')}</option>}
    </select>
  )
}
