/** What a table has written, kept fresh while it is looked at; a note that hurts can be hidden and shown again. */
import { fetchNotes } from '@bordet/client'
import { clockTime } from '@bordet/text'
import type { NoteView } from '@bordet/workshop'
import { useEffect, useState } from 'react'
import { Icon, ZoneIcon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'

/** A change of words does not change the count, so the list is also asked for now and then. */
const refreshMs = 10_000

export function TableNotes({ table, count }: { table: number; count: number }) {
  const { who, say } = useCockpit()
  // With the count they were fetched for: a change of it is the sign to ask again.
  const [loaded, setLoaded] = useState<{ notes: readonly NoteView[]; count: number } | null>(null)
  const [hidden, setHidden] = useState<readonly NoteView[]>([])
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let current = true
    const load = async () => {
      try {
        const fresh = await fetchNotes(who, table)
        if (!current) return
        setLoaded({ notes: [...fresh].sort((a, b) => b.at - a.at), count })
        setFailed(false)
      } catch {
        if (current) setFailed(true)
      }
    }
    void load()
    const timer = setInterval(() => void load(), refreshMs)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [who, table, count])
  if (!loaded) return <p className="muted">{say(failed ? 'notesFailed' : 'notesLoading')}</p>
  const { notes } = loaded
  const away = hidden.filter((note) => !notes.some((one) => one.id === note.id))
  return (
    <>
      {failed && <p className="muted">{say('notesOld')}</p>}
      {notes.length === 0 && away.length === 0 && <p className="muted">{say('notesNone')}</p>}
      <ul className="notes">
        {away.map((note) => (
          <Note
            key={note.id}
            note={note}
            hidden
            onHidden={() => setHidden(hidden.filter((one) => one !== note))}
          />
        ))}
        {notes.map((note) => (
          <Note key={note.id} note={note} hidden={false} onHidden={() => setHidden([...hidden, note])} />
        ))}
      </ul>
    </>
  )
}

function Note({ note, hidden, onHidden }: { note: NoteView; hidden: boolean; onHidden(): void }) {
  const { view, say, language, may, commands, isLead } = useCockpit()
  const zone = view.phase.zones.find((one) => one.id === note.zone)
  const reported = view.reports?.find((report) => report.noteId === note.id)?.count ?? 0
  const busy = commands.pending.some((ask) => ask.type === 'hideNote' && ask.noteId === note.id)
  const toggle = async () => {
    if (await commands.send({ type: 'hideNote', noteId: note.id, hidden: !hidden })) onHidden()
  }
  return (
    <li className={hidden ? 'note n-paper is-hidden' : `note n-${note.color}`}>
      <p className="meta">
        {zone && (
          <>
            <ZoneIcon name={zone.icon} />
            {zone.title} ·{' '}
          </>
        )}
        {clockTime(language, note.at)}
        {note.via === 'paper' && ` · ${say('viaPaper')}`}
        {hidden && ` · ${say('noteHidden')}`}
      </p>
      <p className="words">{note.text}</p>
      {reported > 0 && (
        <p className="tag tag-warn">
          <Icon name="flag" />
          {say('noteReported', { n: reported })}
        </p>
      )}
      {isLead && (
        <button
          className="btn btn-small"
          type="button"
          disabled={!may('hideNote') || busy}
          onClick={() => void toggle()}
        >
          <Icon name={hidden ? 'undo' : 'eyeoff'} />
          {say(hidden ? 'noteShow' : 'noteHide')}
        </button>
      )}
    </li>
  )
}
