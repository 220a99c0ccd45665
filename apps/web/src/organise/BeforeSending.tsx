/** What to look at before the harvest goes out: notes that seem to name somebody, what nobody has written yet, who gets it. */
import { ApiError, newOpId, sendCommand } from '@bordet/client'
import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { fetchBeforeSending, type BeforeSendingAnswer, type RiskyNote } from './beforeSendingApi.ts'
import { useDesk } from './organiseContext.ts'

interface Props {
  workshopId: string
  /** Of the desk where themes and report are made. */
  deskLink: string
  before: BeforeSendingAnswer
  /** Asks the server again. */
  look(): Promise<void>
}

export function BeforeSending({ workshopId, deskLink, before, look }: Props) {
  const { say } = useDesk()
  const id = useId()
  const [isLooking, setLooking] = useState(false)
  const { notes, hasSummary, unanswered, unsorted, all, isClosed, byEmail, byPost } = before
  const desk = (tab: string, words: string) => (
    <a href={deskLink.replace('#', `?tab=${tab}#`)} target="_blank" rel="noreferrer">
      {words}
      <span className="vh"> {say('newWindow')}</span>
    </a>
  )
  return (
    <section className="card papers before" aria-labelledby={`${id}h`}>
      <h2 id={`${id}h`}>{say('beforeTitle')}</h2>
      <ul className="checks">
        {!isClosed && <Check todo>{say('beforeOpen')}</Check>}
        {notes.length === 0 && !isLooking ? (
          <Check>{say('beforeNamesOk')}</Check>
        ) : (
          <Check todo={notes.length > 0}>
            {notes.length > 0 ? say('beforeNames', { n: notes.length }) : say('beforeNamesOk')}{' '}
            <button
              className="btn btn-small"
              type="button"
              aria-expanded={isLooking}
              aria-controls={`${id}n`}
              onClick={() => setLooking(!isLooking)}
            >
              {say(isLooking ? 'previewHide' : 'beforeLook')}
            </button>
          </Check>
        )}
        {hasSummary ? (
          <Check>{say('beforeSummaryOk')}</Check>
        ) : (
          <Check todo>
            {say('beforeSummary')} {desk('report', say('beforeWrite'))}
          </Check>
        )}
        {unanswered > 0 && (
          <Check todo>
            {say('beforeUnanswered', { n: unanswered })} {desk('report', say('beforeAnswer'))}
          </Check>
        )}
        {unsorted > 0 && (
          <Check todo>
            {say('beforeUnsorted', { n: unsorted, all })} {desk('themes', say('beforeSort'))}
          </Check>
        )}
        <Check>{say('beforeContacts')}</Check>
        <Check>{say('beforeRecipients', { email: byEmail, post: byPost })}</Check>
      </ul>
      <div id={`${id}n`} hidden={!isLooking}>
        {isLooking && <RiskyNotes workshopId={workshopId} notes={notes} look={look} />}
      </div>
    </section>
  )
}

function Check({ todo = false, children }: { todo?: boolean; children: ReactNode }) {
  return (
    <li className={todo ? 'todo' : 'done'}>
      <Icon name={todo ? 'warn' : 'check'} />
      <div>{children}</div>
    </li>
  )
}

function RiskyNotes({
  workshopId,
  notes,
  look,
}: {
  workshopId: string
  notes: readonly RiskyNote[]
  look(): Promise<void>
}) {
  const { key, say, refusal } = useDesk()
  const [told, setTold] = useState('')
  const [failure, setFailure] = useState('')
  /** The one hidden last, until it is shown again. */
  const [hidden, setHidden] = useState<string | null>(null)
  const status = useRef<HTMLParagraphElement>(null)
  const [isAsking, setAsking] = useState(false)
  const ask = async (
    command: { type: 'hideNote'; noteId: string; hidden: boolean } | { type: 'keepNote'; noteId: string },
    done: string,
  ) => {
    setFailure('')
    setAsking(true)
    try {
      await sendCommand({ workshopId, key }, command, newOpId())
      setHidden(command.type === 'hideNote' && command.hidden ? command.noteId : null)
      setTold(done)
      await look()
      // The note goes from the list, and the focus must not go with it.
      status.current?.focus()
    } catch (error) {
      setFailure(error instanceof ApiError ? refusal(error.code) : say('failed'))
    }
    setAsking(false)
  }
  return (
    <>
      <div className="risky-told">
        <p role="status" ref={status} tabIndex={-1}>
          {told}
        </p>
        {hidden !== null && (
          <button
            className="btn btn-small"
            type="button"
            disabled={isAsking}
            onClick={() => void ask({ type: 'hideNote', noteId: hidden, hidden: false }, '')}
          >
            <Icon name="undo" />
            {say('beforeUndo')}
          </button>
        )}
      </div>
      <ul className="risky">
        {notes.map(({ noteId, text, table, reports, quoted, risks }) => (
          <li key={noteId}>
            <p className="risky-words">{marked(text, risks)}</p>
            <p className="muted small">
              {[
                table > 0 ? say('tableTitle', { table }) : say('beforeHall'),
                ...[...new Set(risks.map(({ kind }) => kind))].map((kind) => say(`risk_${kind}`)),
                ...(reports > 0 ? [say('beforeReported', { n: reports })] : []),
                ...(quoted ? [say('beforeQuoted')] : []),
              ].join(' · ')}
            </p>
            <p className="doors">
              <button
                className="btn btn-small"
                type="button"
                disabled={isAsking}
                onClick={() => void ask({ type: 'hideNote', noteId, hidden: true }, say('beforeHidden'))}
              >
                <Icon name="eyeoff" />
                {say('beforeHide')}
                <span className="vh"> – {text}</span>
              </button>
              <button
                className="btn btn-small"
                type="button"
                disabled={isAsking}
                onClick={() => void ask({ type: 'keepNote', noteId }, say('beforeKept'))}
              >
                <Icon name="check" />
                {say('beforeKeep')}
                <span className="vh"> – {text}</span>
              </button>
            </p>
          </li>
        ))}
      </ul>
      {failure !== '' && (
        <p className="err" role="alert">
          {failure}
        </p>
      )}
    </>
  )
}

function marked(text: string, risks: RiskyNote['risks']): ReactNode[] {
  let at = 0
  const parts: ReactNode[] = []
  for (const { from, to } of risks) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return [...parts, text.slice(at)]
}

/** Asked when the page opens, after each change, and when one comes back from the desk, where something was written. */
export function useBeforeSending(workshopId: string): {
  before: BeforeSendingAnswer | null
  look(): Promise<void>
} {
  const { key } = useDesk()
  const [before, setBefore] = useState<BeforeSendingAnswer | null>(null)
  const look = useCallback(
    async () => setBefore(await fetchBeforeSending(key, workshopId)),
    [key, workshopId],
  )
  useEffect(() => {
    const again = () => void look().catch(() => {})
    again()
    window.addEventListener('focus', again)
    return () => window.removeEventListener('focus', again)
  }, [look])
  return { before, look }
}
