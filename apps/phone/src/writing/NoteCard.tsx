import { composeFields, takeFieldsApart } from '@bordet/workshop'
import { useEffect, useRef, useState } from 'preact/hooks'
import { LaterFieldInputs, LaterRefusedNote } from '../laterParts.tsx'
import { Icon } from '../parts/Icon.tsx'
import type { OwnNote } from '../outbox/ownNotes.ts'
import { useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { NoteStatus } from './NoteStatus.tsx'
import { ZoneTag } from './ZoneChoice.tsx'

/** One own note: the words, where they are, and what one may do with them. `editing` holds the words being changed. */
export function NoteCard(props: {
  note: OwnNote
  editing: string | null
  onEdit(text: string | null): void
}) {
  const { say } = useWords()
  const { seat } = useSeat()
  const { note, editing } = props
  const { phase } = useView()
  const look = note.look ?? seat.lookOf(note.zone)
  if (note.isRemoved) return <RemovedStub note={note} />
  const isElsewhere = note.phase !== phase.id && note.phaseName !== undefined
  return (
    <li class="mine">
      <div class={`note n-${look ? note.color : 'paper'}`}>
        <ZoneTag look={look} part={note.part} />
        {note.photo && <img class="photo" src={note.photo} alt={say('photoAlt')} loading="lazy" />}
        {editing === null ? (
          <p>{note.text}</p>
        ) : (
          <Editor text={editing} onType={props.onEdit} onDone={() => props.onEdit(null)} note={note} />
        )}
      </div>
      {note.refused && editing === null ? (
        <LaterRefusedNote entry={note.refused} />
      ) : (
        editing === null && (
          <div class="row">
            <NoteStatus state={note.state} isHeld={note.held && note.state === 'saved'} />
            <Actions note={note} onEdit={() => props.onEdit(note.text)} />
          </div>
        )
      )}
      {isElsewhere && note.state !== 'saved' && !note.refused && (
        <p class="hint">{say('landsIn', { phase: note.phaseName ?? '' })}</p>
      )}
    </li>
  )
}

function Actions({ note, onEdit }: { note: OwnNote; onEdit(): void }) {
  const { say } = useWords()
  const { seat } = useSeat()
  const { phase, me } = useView()
  // The server takes changes only within the phase; what has not left the phone may always be changed.
  if (note.state === 'saved' && (note.phase !== phase.id || !me.may.includes('editNote'))) return null
  const short = note.text.length > 30 ? `${note.text.slice(0, 30)} …` : note.text
  return (
    <span class="acts">
      <button class="btn btn-quiet" type="button" aria-label={`${say('edit')}: ${short}`} onClick={onEdit}>
        <Icon name="pen" />
        {say('edit')}
      </button>
      <button
        class="btn btn-quiet"
        type="button"
        aria-label={`${say('remove')}: ${short}`}
        onClick={() => seat.removeNote(note)}
      >
        <Icon name="trash" />
      </button>
    </span>
  )
}

function Editor(props: { note: OwnNote; text: string; onType(text: string): void; onDone(): void }) {
  const { say } = useWords()
  const { seat } = useSeat()
  const { phase } = useView()
  const zone = phase.zones.find(({ id, fields }) => id === props.note.zone && fields)
  const [values, setValues] = useState(() => takeFieldsApart(zone?.fields ?? [], props.text))
  const form = useRef<HTMLFormElement>(null)
  const focus = () => form.current?.querySelector<HTMLElement>('textarea, input, select')?.focus()
  useEffect(focus, [])
  const save = async (event: Event) => {
    event.preventDefault()
    const text = props.text.trim()
    if (text === '') return focus()
    if (text !== props.note.text) await seat.editNote(props.note.id, text)
    props.onDone()
  }
  return (
    <form ref={form} class="editor" onSubmit={save}>
      {zone ? (
        <LaterFieldInputs
          zone={zone}
          values={values}
          id="edit"
          onChange={(next) => {
            setValues(next)
            props.onType(composeFields(zone.fields ?? [], next))
          }}
        />
      ) : (
        <textarea
          class="in"
          rows={3}
          maxLength={1_000}
          aria-label={say('edit')}
          value={props.text}
          onInput={(event) => props.onType(event.currentTarget.value)}
        />
      )}
      <div class="row">
        <button class="btn btn-main" type="submit">
          {say('save')}
        </button>
        <button class="btn" type="button" onClick={props.onDone}>
          {say('cancel')}
        </button>
      </div>
    </form>
  )
}

/** Stands where the note was, for as long as it can be brought back. */
function RemovedStub({ note }: { note: OwnNote }) {
  const { say } = useWords()
  const { seat } = useSeat()
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The button that was pressed is gone; the way back is where the focus belongs.
    undo.current?.focus()
  }, [])
  return (
    <li class="stub">
      <span role="status">{say('removed')}</span>
      <button ref={undo} class="btn" type="button" onClick={() => seat.undoRemove(note.id)}>
        <Icon name="undo" />
        {say('undo')}
      </button>
    </li>
  )
}
