/** Dots from paper: a person's sheet, or a flip chart with the dots of many, typed in and put right again. */
import { useId, useState } from 'react'
import type { VoteView } from '@bordet/workshop'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'

type Dots = Readonly<Record<string, number>>
interface Sheet {
  /** Null for a new one. */
  number: number | null
  people: number
  votes: Dots
}

const empty: Sheet = { number: null, people: 1, votes: {} }

export function PaperDots({ vote, headingId }: { vote: VoteView; headingId?: string }) {
  const { say, may, commands } = useCockpit()
  const [sheet, setSheet] = useState<Sheet>(empty)
  const [saved, setSaved] = useState('')
  const peopleId = useId()
  const busy = commands.pending.some(({ type }) => type === 'castVotesFor')
  const given = countDots(sheet.votes)
  const budget = vote.budget * sheet.people
  const change = (noteId: string, dots: number) =>
    setSheet({ ...sheet, votes: { ...sheet.votes, [noteId]: Math.max(0, dots) } })
  const send = async ({ number, people, votes }: Sheet) => {
    const corrects = number === null ? {} : { sheet: number }
    if (!(await commands.send({ type: 'castVotesFor', votes, people, ...corrects }))) return
    const n = countDots(votes)
    setSaved(n === 0 ? say('dotsTakenAway') : say('dotsSavedNow', { n }))
    setSheet(empty)
  }
  return (
    <div className="paper pd">
      {headingId && <h2 id={headingId}>{say('dotsTitle')}</h2>}
      <p className="hint">{say('dotsHint', { n: vote.budget })}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (given > 0 && given <= budget && !busy) void send(sheet)
        }}
      >
        <div className="pd-head">
          <label className="field" htmlFor={peopleId}>
            <span className="lab">{say('dotsPeople')}</span>
            <input
              id={peopleId}
              className="in"
              type="number"
              inputMode="numeric"
              min={1}
              max={2000}
              value={sheet.people}
              onChange={({ target }) =>
                setSheet({
                  ...sheet,
                  people: Math.min(2000, Math.max(1, Math.trunc(Number(target.value)) || 1)),
                })
              }
            />
          </label>
          <p className={given > budget ? 'pd-left is-over' : 'pd-left'} role="status">
            {say(given > budget ? 'dotsTooMany' : 'dotsGiven', { n: given, of: budget })}
          </p>
        </div>
        <div className="pd-list">
          {vote.targets.map(({ noteId, text }) => {
            const dots = sheet.votes[noteId] ?? 0
            return (
              <div key={noteId} className={dots > 0 ? 'is-given' : ''} role="group" aria-label={text}>
                <span className="pd-text">{text}</span>
                <button
                  className="btn btn-small"
                  type="button"
                  aria-label={say('dotsLess')}
                  aria-disabled={dots === 0}
                  onClick={() => change(noteId, dots - 1)}
                >
                  <Icon name="minus" />
                </button>
                <input
                  className="in num"
                  inputMode="numeric"
                  aria-label={say('dotsCount')}
                  value={dots}
                  onFocus={({ target }) => target.select()}
                  onChange={({ target }) =>
                    change(noteId, Math.min(2000, Math.trunc(Number(target.value)) || 0))
                  }
                />
                <button
                  className="btn btn-small"
                  type="button"
                  aria-label={say('dotsMore')}
                  aria-disabled={given >= budget}
                  onClick={() => given < budget && change(noteId, dots + 1)}
                >
                  <Icon name="plus" />
                </button>
              </div>
            )
          })}
        </div>
        <div className="pd-do">
          <button
            className="btn btn-main"
            type="submit"
            disabled={!may('castVotesFor') || busy || given === 0 || given > budget}
          >
            <Icon name="check" />
            {sheet.number === null ? say('dotsSave') : say('dotsCorrect', { number: sheet.number })}
          </button>
          {sheet.number !== null && (
            <>
              <button
                className="btn"
                type="button"
                disabled={busy}
                onClick={() => void send({ ...sheet, votes: {}, people: 1 })}
              >
                {say('dotsTakeAway')}
              </button>
              <button className="btn btn-quiet" type="button" onClick={() => setSheet(empty)}>
                {say('cancel')}
              </button>
            </>
          )}
        </div>
        <p role="status" className="pd-saved">
          {saved}
        </p>
      </form>
      <Sheets vote={vote} onCorrect={setSheet} />
    </div>
  )
}

function Sheets({ vote, onCorrect }: { vote: VoteView; onCorrect(sheet: Sheet): void }) {
  const { say } = useCockpit()
  const sheets = (vote.sheets ?? []).filter(({ votes }) => countDots(votes) > 0)
  if (sheets.length === 0) return null
  return (
    <>
      <h3>{say('dotsSheets')}</h3>
      <ul className="pd-sheets">
        {sheets.toReversed().map((sheet) => (
          <li key={sheet.number}>
            <span className="from-paper-mark" aria-hidden="true" />
            <span>
              {say('dotsSheet', { number: sheet.number })} · {say('dotsOnIt', { n: countDots(sheet.votes) })}
              {sheet.people > 1 && ` · ${say('factsPeople', { n: sheet.people })}`}
            </span>
            <button
              className="btn btn-small"
              type="button"
              aria-label={say('dotsCorrect', { number: sheet.number })}
              onClick={() => onCorrect(sheet)}
            >
              {say('dotsChange')}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function countDots(votes: Dots): number {
  return Object.values(votes).reduce((sum, dots) => sum + dots, 0)
}
