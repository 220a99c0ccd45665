/** The board as a list: zone by zone, to read and to write, with keyboard and screen reader. Says the same as the canvas. */
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useBoard, useBoardContent } from './boardContext.ts'
import { GroupTitle } from './GroupTitle.tsx'
import { OutlineNote } from './OutlineNote.tsx'
import { MapPicture } from '../shared/MapPicture.tsx'
import { byGroup, byPart, outlineOf, type ZoneNotes } from './watchBoard.ts'

interface Props {
  isNarrow: boolean
  /** None while it stands in for a canvas that has not come yet. */
  onClose?(): void
}

export function Outline({ isNarrow, onClose }: Props) {
  const { mayHide, say, board } = useBoard()
  const outline = outlineOf(useBoardContent(), mayHide)
  const [editing, setEditing] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // On a phone the list is the page and nobody opened it.
    if (!isNarrow) heading.current?.focus()
  }, [isNarrow])
  const done = (id: string) => {
    setEditing((now) => (now === id ? null : now))
    board.edits.discardEmpty(id)
  }
  return (
    <section
      className="bo"
      id="outline"
      aria-labelledby="outline-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isNarrow) onClose?.()
      }}
    >
      <header>
        <h2 id="outline-title" ref={heading} tabIndex={-1}>
          {say('listTitle')}
        </h2>
        {onClose && (
          <button className="btn" type="button" onClick={onClose}>
            <Icon name={isNarrow ? 'note' : 'close'} /> {say(isNarrow ? 'listCanvas' : 'listClose')}
          </button>
        )}
      </header>
      <Arrivals />
      <p className="vh" role="status">
        {said}
      </p>
      {outline.map((part) => (
        <OutlineZone
          key={part.zone?.id ?? ''}
          part={part}
          editing={editing}
          onEdit={setEditing}
          onDone={done}
          onSay={setSaid}
        />
      ))}
    </section>
  )
}

interface ZoneProps {
  part: ZoneNotes
  editing: string | null
  onEdit(id: string): void
  onDone(id: string): void
  /** Says aloud what became of a note. */
  onSay(words: string): void
}

function OutlineZone({ part, editing, onEdit, onDone, onSay }: ZoneProps) {
  const { board, mayWrite, newNote, say, view } = useBoard()
  const { zone, notes } = part
  const image = view.phase.zones.find(({ id }) => id === zone?.id)?.image
  const groups = byPart(part)
  const inOrder = groups.flatMap((group) => byGroup(group.notes).flatMap((inner) => inner.notes))
  const pinned = inOrder.flatMap(({ id, pin }) => (pin ? [{ id, pin }] : []))
  const numbers = new Map(pinned.map(({ id }, index) => [id, index + 1]))
  const title = zone?.title ?? say('listLoose')
  const headingId = `zone-${zone?.id ?? ''}`
  return (
    <section className="bo-zone" aria-labelledby={headingId}>
      <div>
        <h3 id={headingId} tabIndex={-1}>
          <span className={zone ? `sw n-${zone.color}` : 'sw'} aria-hidden="true" />
          {title} <span className="num muted">{notes.length}</span>
        </h3>
        {zone && mayWrite && (
          <button
            className="btn"
            type="button"
            aria-label={say('listAddTo', { zone: title })}
            onClick={() => {
              const id = board.edits.addNoteIn(newNote(), zone.id)
              if (id !== null) onEdit(id)
            }}
          >
            <Icon name="plus" /> {say('listAdd')}
          </button>
        )}
      </div>
      {image && <MapPicture image={image} pins={pinned} />}
      {notes.length === 0 ? (
        <p className="muted bo-empty">{say('listEmpty')}</p>
      ) : (
        groups.map((group) => {
          const GroupHeading = group.title === null ? 'h4' : 'h5'
          return (
            <div key={group.title ?? ''} className="bo-part">
              {group.title !== null && (
                <h4>
                  {group.title} <span className="num muted">{group.notes.length}</span>
                </h4>
              )}
              {byGroup(group.notes).map((inner) => (
                <div key={inner.title ?? ''} className={inner.title === null ? undefined : 'bo-group'}>
                  {inner.title !== null && (
                    <GroupHeading>
                      <GroupTitle
                        className="bo-group-title"
                        title={inner.title}
                        noteIds={inner.notes.map(({ id }) => id)}
                      />
                    </GroupHeading>
                  )}
                  <ul>
                    {inner.notes.map((note) => (
                      <OutlineNote
                        key={note.id}
                        note={note}
                        number={numbers.get(note.id)}
                        isEditing={editing === note.id}
                        onEdit={() => onEdit(note.id)}
                        onDone={() => onDone(note.id)}
                        onSay={onSay}
                      />
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          )
        })
      )}
    </section>
  )
}

const quietMs = 2_000

/** Says that notes came, all of the last moments at once, so that a busy round does not talk without end. */
function Arrivals() {
  const { board, say } = useBoard()
  const [count, setCount] = useState(0)
  const { watch } = board
  useEffect(() => {
    let waiting = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = watch.onArrival((arrived) => {
      waiting += arrived
      timer ??= setTimeout(() => {
        setCount(waiting)
        waiting = 0
        timer = undefined
      }, quietMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [watch])
  return (
    <p className="vh" role="status">
      {count > 0 ? say('announceAdded', { n: count }) : ''}
    </p>
  )
}
