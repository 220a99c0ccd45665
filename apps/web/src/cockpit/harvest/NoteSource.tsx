/** Where a note comes from: table, part of the evening and zone, with the way to it on its board. */
import type { SortingNote } from '@bordet/client'
import type { SayDesk } from './deskWords.ts'
import type { Scene } from './themeBoardContext.ts'

export function NoteSource({
  say,
  one: { note, zone },
  scene: { phases, workshopId, key },
  describedBy,
}: {
  say: SayDesk
  one: SortingNote
  scene: Scene
  describedBy: string
}) {
  const board = note.table === 0 ? `/hall/${workshopId}` : `/table/${workshopId}/${note.table}`
  const rest = [phases.get(note.phase) ?? '', zone].filter((words) => words !== '')
  return (
    <p className="meta num">
      <a
        href={`${board}?note=${encodeURIComponent(note.id)}#${key}`}
        target="_blank"
        rel="noreferrer"
        title={say('source')}
        aria-describedby={describedBy}
      >
        {note.table === 0 ? say('hall') : say('table', { n: note.table })}
      </a>
      {rest.map((words) => (
        <span key={words}> · {words}</span>
      ))}
    </p>
  )
}
