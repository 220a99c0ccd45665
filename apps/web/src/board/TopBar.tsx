/** What the table sees all evening: which table, which question, how long, and whether its words are safe. */
import type { ServerClock } from '@bordet/client'
import type { Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import type { View } from '@bordet/workshop'
import type { RefObject } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { Logo } from '../shared/Logo.tsx'
import { TableMark } from '../shared/TableMark.tsx'
import { PhaseClock } from './PhaseClock.tsx'
import { SavedMark } from './SavedMark.tsx'
import type { ShownSaved } from './tellCalmly.ts'

interface Props {
  table: number | null
  view: View
  clock: ServerClock
  saved: ShownSaved
  say: Say<typeof svWords>
  hasOutline: boolean
  outlineButton: RefObject<HTMLButtonElement | null>
  onOutline(): void
}

export function TopBar({ table, view, clock, saved, say, hasOutline, outlineButton, onOutline }: Props) {
  const { phase } = view
  const mine = view.tables.find(({ number }) => number === table)
  const words = phase.question ?? phase.help
  const meeting = view.meetingLinks.find((link) => link.table === table)
  return (
    <header className="bt-top">
      {table !== null && mine ? (
        <TableMark
          number={table}
          people={mine.people}
          hasHost={mine.host !== null}
          label={say('tablePeople', { table, n: mine.people })}
        />
      ) : (
        <Logo />
      )}
      <h1>
        <b>{words ? phase.name : table === null ? say('hall') : say('table', { n: table })}</b>{' '}
        <span>{words ?? phase.name}</span>
      </h1>
      {meeting && (
        <a
          className="btn"
          href={meeting.url}
          target="_blank"
          rel="noreferrer"
          aria-label={say('openMeeting', { n: meeting.table })}
        >
          <Icon name="link" /> <span>{say('meeting')}</span>
        </a>
      )}
      <SavedMark saved={saved} say={say} />
      <PhaseClock view={view} clock={clock} say={say} />
      <button
        ref={outlineButton}
        className="btn"
        type="button"
        aria-expanded={hasOutline}
        aria-controls="outline"
        onClick={onOutline}
      >
        <Icon name="list" /> <span>{say('list')}</span>
      </button>
    </header>
  )
}
