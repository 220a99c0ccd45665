/** One note of the outline: its words, where they came from, and what can be done with it. */
import type { BoardNote } from '@bordet/board'
import { clockTime } from '@bordet/text'
import { useEffect, useRef } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useBoard } from './boardContext.ts'
import { DotButtons } from './DotButtons.tsx'
import { Marks } from './Marks.tsx'
import { MoveSelect } from './MoveSelect.tsx'
import { NoteField } from './NoteField.tsx'
import { TickButton } from './TickButton.tsx'

const origins = { phone: 'viaPhone', paper: 'viaPaper', board: 'viaBoard' } as const

interface Props {
  note: BoardNote
  /** Of its pin on the map. */
  number?: number | undefined
  isEditing: boolean
  onEdit(): void
  onDone(): void
  onSay(words: string): void
}

export function OutlineNote({ note, number, isEditing, onEdit, onDone, onSay }: Props) {
  const { board, language, mayHide, mayWrite, say } = useBoard()
  const item = useRef<HTMLLIElement>(null)
  const text = isEditing && mayWrite ? board.edits.noteText(note.id) : null
  const textId = `note-${note.id}`
  const isOpen = text !== null
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  /** The note may be drawn anew elsewhere in the list; the person goes with it. */
  const follow = (words: string) => {
    onSay(words)
    requestAnimationFrame(() =>
      document
        .getElementById(textId)
        ?.closest('li')
        ?.querySelector<HTMLElement>('.bo-actions button')
        ?.focus(),
    )
  }
  /** Back to the button that opened the field. */
  const doneHere = () => {
    onDone()
    requestAnimationFrame(() => item.current?.querySelector('button')?.focus())
  }
  if (text) {
    return (
      <li
        className={`bo-note is-editing n-${note.color}`}
        ref={item}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) onDone()
        }}
      >
        <NoteField className="bo-field" text={text} label={say('noteText')} onDone={doneHere} />
        <div>
          <button
            className="btn"
            type="button"
            onClick={(event) => {
              const next = focusBeside(event.currentTarget)
              board.edits.removeNote(note.id)
              onDone()
              onSay(say('noteRemoved'))
              requestAnimationFrame(next)
            }}
          >
            <Icon name="trash" /> {say('noteRemove')}
          </button>
          <button className="btn" type="button" onClick={doneHere}>
            <Icon name="check" /> {say('noteDone')}
          </button>
        </div>
      </li>
    )
  }
  return (
    <li
      id={`note-${note.id}`}
      className={note.hidden ? 'bo-note is-hidden' : 'bo-note'}
      ref={item}
      tabIndex={-1}
    >
      <div>
        {note.photoId !== undefined && (
          <img className="bo-photo" src={`/photos/${note.photoId}`} alt={say('photo')} loading="lazy" />
        )}
        <p id={textId}>
          {number !== undefined && <b className="num">{number}. </b>}
          {note.text || say('noteEmpty')}
        </p>
        <small>
          {say(origins[note.via])} · {clockTime(language, note.at)}
          {note.pin && ` · ${say('pinAt', { x: Math.round(note.pin[0]), y: Math.round(note.pin[1]) })}`}
          {note.hidden && ` · ${say('noteHidden')}`}
          <Marks id={note.id} className="bo-marks" />
        </small>
      </div>
      <DotButtons noteId={note.id} textId={textId} />
      {mayWrite && (
        <div className="bo-actions">
          <TickButton note={note} textId={textId} quiet />
          <button
            className="btn btn-quiet"
            type="button"
            aria-label={say('noteEdit')}
            aria-describedby={textId}
            onClick={onEdit}
          >
            <Icon name="pen" />
          </button>
          {mayHide && (
            <button
              className="btn btn-quiet"
              type="button"
              aria-label={say(note.hidden ? 'noteShow' : 'noteHide')}
              aria-describedby={textId}
              onClick={() => board.edits.hideNote(note.id, !note.hidden)}
            >
              <Icon name={note.hidden ? 'eye' : 'eyeoff'} />
            </button>
          )}
          <MoveSelect note={note} textId={textId} hasOrder onDone={follow} />
        </div>
      )}
    </li>
  )
}

/** Where the focus goes when this note leaves the list: the next one, the one before, or the zone's title. */
function focusBeside(element: HTMLElement): () => void {
  const item = element.closest('li')
  const beside = item?.nextElementSibling ?? item?.previousElementSibling
  const target = beside?.querySelector('button') ?? item?.closest('section')?.querySelector('h3')
  return () => target?.focus()
}
