/** Notes that somebody reported or that hold numbers and words to think about, in one list: hide or keep. */
import type { FlaggedNote } from '@bordet/client'
import { clockTime } from '@bordet/text'
import type { RiskKind } from '@bordet/workshop'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import { markRisks } from './markRisks.ts'
import type { CockpitKey } from './words.ts'

const riskWords: Readonly<Record<RiskKind, CockpitKey>> = {
  phone: 'riskPhone',
  email: 'riskEmail',
  identity: 'riskIdentity',
  insult: 'riskInsult',
}

export function FlaggedDialog() {
  const { say, flagged } = useCockpit()
  const open = flagged.notes.filter(({ hidden }) => !hidden)
  const hidden = flagged.notes.filter((one) => one.hidden)
  return (
    <div className="flagged">
      <p className="muted">{say('flaggedText')}</p>
      {open.length === 0 && (
        <p className="st st-saved">
          <Icon name="check" />
          {say('flaggedNone')}
        </p>
      )}
      <List notes={open} />
      {hidden.length > 0 && (
        <>
          <h3>{say('flaggedHidden')}</h3>
          <List notes={hidden} />
        </>
      )}
    </div>
  )
}

function List({ notes }: { notes: readonly FlaggedNote[] }) {
  return (
    <ul className="notes">
      {notes.map((one) => (
        <Flagged key={one.note.id} flagged={one} />
      ))}
    </ul>
  )
}

function Flagged({ flagged: { note, hidden, reports, risks } }: { flagged: FlaggedNote }) {
  const { say, language, may, commands, flagged } = useCockpit()
  const busy = commands.pending.some(
    (ask) => (ask.type === 'hideNote' || ask.type === 'keepNote') && ask.noteId === note.id,
  )
  const send = async (ask: Parameters<typeof commands.send>[0], button: HTMLElement) => {
    const dialog = button.closest('dialog')
    if (!(await commands.send(ask))) return
    flagged.refresh()
    // The note goes from the list, and the focus must not go with it.
    dialog?.querySelector('h2')?.focus()
  }
  const kinds = [...new Set(risks.map(({ kind }) => kind))]
  return (
    <li className={hidden ? 'note n-paper is-hidden' : `note n-${note.color}`}>
      <p className="meta num">
        {note.table > 0 && `${say('tableTitle', { table: note.table })} · `}
        {clockTime(language, note.at)}
      </p>
      <p className="words">
        {markRisks(note.text, risks).map(({ text, kind, from }) =>
          kind ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
        )}
      </p>
      <p className="whys">
        {kinds.map((kind) => (
          <span key={kind} className="tag tag-warn">
            <Icon name="warn" />
            {say(riskWords[kind])}
          </span>
        ))}
        {reports > 0 && (
          <span className="tag tag-warn">
            <Icon name="flag" />
            {say('noteReported', { n: reports })}
          </span>
        )}
      </p>
      <p className="whys">
        <button
          className="btn btn-small"
          type="button"
          disabled={!may('hideNote') || busy}
          onClick={({ currentTarget }) =>
            void send({ type: 'hideNote', noteId: note.id, hidden: !hidden }, currentTarget)
          }
        >
          <Icon name={hidden ? 'undo' : 'eyeoff'} />
          {say(hidden ? 'noteShow' : 'noteHide')}
          <span className="vh"> – {note.text}</span>
        </button>
        {!hidden && (
          <button
            className="btn btn-small"
            type="button"
            disabled={!may('keepNote') || busy}
            onClick={({ currentTarget }) => void send({ type: 'keepNote', noteId: note.id }, currentTarget)}
          >
            <Icon name="check" />
            {say('noteKeep')}
            <span className="vh"> – {note.text}</span>
          </button>
        )}
      </p>
    </li>
  )
}
