import { useState } from 'preact/hooks'
import { keep, recall } from '../kept.ts'
import type { OwnNote } from '../outbox/ownNotes.ts'
import { useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { NoteCard } from './NoteCard.tsx'

/** A person's own notes with their true state: this phase's and whatever waits; earlier ones folded away. */
export function OwnNotes() {
  const { say } = useWords()
  const { seat, notes: all } = useSeat()
  const { phase, me } = useView()
  const notes = all.filter(({ sheet }) => !me.form || sheet === undefined || sheet === me.form.sheet)
  // Words that are being changed outlast a turn of the screen.
  const name = `edit.${seat.owner}`
  const [editing, setEditing] = useState(() => recall<{ id: string; text: string } | null>(name, null))
  const edit = (next: { id: string; text: string } | null) => {
    setEditing(next)
    keep(name, next)
  }
  const isNow = (note: OwnNote) =>
    note.phase === phase.id || note.state !== 'saved' || note.id === editing?.id
  const now = notes.filter(isNow)
  const earlier = notes.filter((note) => !isNow(note) && !note.isRemoved)
  const card = (note: OwnNote) => (
    <NoteCard
      key={note.id}
      note={note}
      editing={editing?.id === note.id ? editing.text : null}
      onEdit={(text) => edit(text === null ? null : { id: note.id, text })}
    />
  )
  return (
    <>
      {now.length > 0 && (
        <section aria-labelledby="mine">
          <h2 id="mine">{say(me.may.includes('editNote') ? 'mine' : 'mineShut')}</h2>
          <ul class="notes">{now.map(card)}</ul>
        </section>
      )}
      {earlier.length > 0 && (
        <details class="earlier">
          <summary>{say('earlier', { n: earlier.length })}</summary>
          <ul class="notes">{earlier.map(card)}</ul>
        </details>
      )}
    </>
  )
}
