/** The evening with its clock times, already shifted by how far it is ahead or behind. */
import { clockTime } from '@bordet/text'
import type { AgendaRow } from '@bordet/workshop'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import { planLine } from './planLine.ts'

export function Agenda() {
  const { view, say, language } = useCockpit()
  const last = view.agenda.at(-1)
  const plan = planLine(view, language)
  return (
    <nav className="evening" aria-label={say('eveningLabel')}>
      <h2>{say('evening')}</h2>
      <p className="plan">
        <b>{say(plan.key, plan.holes)}</b>
        {last && (
          <span className="muted num">
            {say('endsAt', { time: clockTime(language, last.at + last.minutes * 60_000) })}
          </span>
        )}
      </p>
      <ol className="ag">
        {view.agenda.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
    </nav>
  )
}

const rowClass = { done: 'done', now: 'cur', next: 'nxt', later: '' } as const

function Row({ row }: { row: AgendaRow }) {
  const { say, language } = useCockpit()
  return (
    <li className={rowClass[row.state]} {...(row.state === 'now' ? { 'aria-current': 'step' } : {})}>
      <span className="t num">{clockTime(language, row.at)}</span>
      <span className="nm">{row.name}</span>
      <span className="m num">
        {row.state === 'done' ? (
          <>
            <Icon name="check" />
            <span className="vh">{say('rowDone')}</span>
          </>
        ) : (
          say('minutesShort', { n: row.minutes })
        )}
      </span>
    </li>
  )
}
