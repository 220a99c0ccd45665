/** Conclusions, each with the notes that speak for it and those that speak against: found by a word, put on a side. */
import type { ReportDraft } from '@bordet/client'
import type { NoteView } from '@bordet/workshop'
import { useId, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import { ReportTable } from './ReportTable.tsx'

const mostFound = 12
const sides = ['for', 'against'] as const

export function Claims({
  say,
  draft,
  zones,
}: {
  say: SayDesk
  draft: ReportDraft
  zones: readonly string[]
}) {
  const cards = draft.notes.filter(({ zone }) => zones.includes(zone))
  const rows = draft.report.rows.claims
  const all = [
    ...cards.map(({ id, text }) => ({ id, claim: text })),
    ...rows.map(({ id, cells }) => ({ id, claim: cells['claim'] ?? '' })),
  ]
  return (
    <>
      <ReportTable say={say} list="claims" rows={rows} />
      {all
        .filter(({ claim }) => claim !== '')
        .map(({ id, claim }) => (
          <section key={id} className="report-theme" aria-label={claim}>
            <h3 className="claim" dir="auto">
              {claim}
            </h3>
            {sides.map((side) => (
              <Side key={side} say={say} draft={draft} claimId={id} side={side} />
            ))}
            <Finder say={say} draft={draft} claimId={id} not={cards} />
          </section>
        ))}
    </>
  )
}

function Side({
  say,
  draft,
  claimId,
  side,
}: {
  say: SayDesk
  draft: ReportDraft
  claimId: string
  side: (typeof sides)[number]
}) {
  const { may, commands } = useCockpit()
  const its = draft.report.claimQuotes.filter((one) => one.claimId === claimId && one.side === side)
  const notes = its.flatMap(({ noteId }) => draft.notes.find(({ id }) => id === noteId) ?? [])
  return (
    <div>
      <h4>{say(side === 'for' ? 'speaksFor' : 'speaksAgainst')}</h4>
      {notes.length === 0 && <p className="muted">{say('noQuoteYet')}</p>}
      <ul className="side">
        {notes.map((note) => (
          <li key={note.id}>
            <span dir="auto">{note.text}</span>
            <button
              className="btn btn-quiet btn-small"
              type="button"
              aria-label={`${say('takeAway')}: ${note.text}`}
              disabled={!may('setClaimQuote')}
              onClick={() =>
                void commands.send({ type: 'setClaimQuote', claimId, noteId: note.id, side: null })
              }
            >
              <Icon name="trash" />
              {say('takeAway')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Finder({
  say,
  draft,
  claimId,
  not,
}: {
  say: SayDesk
  draft: ReportDraft
  claimId: string
  not: readonly NoteView[]
}) {
  const { may, commands } = useCockpit()
  const [words, setWords] = useState('')
  const id = useId()
  const taken = new Set(
    draft.report.claimQuotes.filter((one) => one.claimId === claimId).map(({ noteId }) => noteId),
  )
  const asked = words.trim().toLocaleLowerCase()
  const found =
    asked.length < 2
      ? []
      : draft.notes.filter(
          (note) =>
            !taken.has(note.id) && !not.includes(note) && note.text.toLocaleLowerCase().includes(asked),
        )
  const put = (noteId: string, side: (typeof sides)[number]) =>
    void commands.send({ type: 'setClaimQuote', claimId, noteId, side })
  return (
    <div className="finder">
      <label className="lab" htmlFor={id}>
        {say('findQuote')}
      </label>
      <input
        id={id}
        className="in"
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p role="status" className="muted num">
        {asked.length < 2 ? '' : say('found', { n: found.length })}
      </p>
      <ul className="side">
        {found.slice(0, mostFound).map((note) => (
          <li key={note.id}>
            <span dir="auto">{note.text}</span>
            <span className="card-acts">
              {sides.map((side) => (
                <button
                  key={side}
                  className="btn btn-small"
                  type="button"
                  aria-label={`${say(side === 'for' ? 'speaksFor' : 'speaksAgainst')}: ${note.text}`}
                  disabled={!may('setClaimQuote')}
                  onClick={() => put(note.id, side)}
                >
                  {say(side === 'for' ? 'speaksFor' : 'speaksAgainst')}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
