/** One table close up: who sits there, who hosts, and what it has written. */
import { useId } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { TableMark } from '../shared/TableMark.tsx'
import { useCockpit } from './cockpitContext.ts'
import { ClaimHelp, HelpClaimed } from './HelpClaim.tsx'
import { namedPeople } from './people.ts'
import { PersonRow } from './PersonRow.tsx'
import { SayToTable } from './SayToTable.tsx'
import { TableNotes } from './TableNotes.tsx'
import { TownField } from './TownField.tsx'

export function TableDialog({ number, chooseHost }: { number: number; chooseHost: boolean }) {
  const { view, who, say, may, commands, isLead } = useCockpit()
  const table = view.tables.find((one) => one.number === number)
  if (!table) return <p>{say('tableGone')}</p>
  const people = namedPeople(view, say)
  const here = people.filter((person) => (person.nextTable ?? person.table) === number)
  const meeting = view.meetingLinks.find((link) => link.table === number)
  const board = `/table/${encodeURIComponent(who.workshopId)}/${number}#${who.key}`
  return (
    <div className="td">
      <section aria-label={say('tablePeople')}>
        <div className="td-head">
          <TableMark number={number} people={table.people} hasHost={table.host !== null} />
          <HostChoice number={number} isFirst={chooseHost} />
        </div>
        {view.usesTowns && <TownField number={number} />}
        {table.helpAt !== null && (
          <div className="one">
            <Icon name="hand" />
            <p>
              {say('flagHelp')}
              {table.helpBy !== null && <HelpClaimed by={table.helpBy} />}
            </p>
            {table.helpBy === null && <ClaimHelp table={number} />}
            <button
              className="btn"
              type="button"
              disabled={!may('helpDone')}
              onClick={() => void commands.send({ type: 'helpDone', table: number })}
            >
              {say('helpDone')}
            </button>
          </div>
        )}
        <h3>{say('tablePeople')}</h3>
        {here.length === 0 && <p className="muted">{say('tableNobody')}</p>}
        <ul className="ppl">
          {here.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
        {isLead && view.status !== 'closed' && <SayToTable table={number} />}
      </section>
      <section aria-label={say('tableNotes')}>
        <div className="hd">
          <h3>{say('tableNotes')}</h3>
          <span className="sp" />
          {meeting && (
            <a className="btn btn-small" href={meeting.url} target="_blank" rel="noreferrer">
              {say('openMeeting')}
              <span className="vh"> {say('newWindow')}</span>
            </a>
          )}
          {view.boards && (
            <a className="btn btn-small" href={board} target="_blank" rel="noreferrer">
              {say('openBoard')}
              <span className="vh"> {say('newWindow')}</span>
            </a>
          )}
        </div>
        <TableNotes table={number} count={table.notes} />
      </section>
    </div>
  )
}

function HostChoice({ number, isFirst }: { number: number; isFirst: boolean }) {
  const { view, say, may, commands } = useCockpit()
  const id = useId()
  const table = view.tables.find((one) => one.number === number)
  const people = namedPeople(view, say)
  const here = people.filter((person) => person.table === number || person.id === table?.host)
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {say('hostChoice')}
      </label>
      <select
        className="in"
        id={id}
        // Asked for by name on the strip, so that is where the keyboard should stand.
        data-first={isFirst ? '' : undefined}
        value={table?.host ?? ''}
        disabled={!may('setHost')}
        onChange={(event) =>
          void commands.send({ type: 'setHost', table: number, personId: event.target.value || null })
        }
      >
        <option value="">{say('hostNone')}</option>
        {here.map((person) => (
          <option key={person.id} value={person.id}>
            {person.label}
          </option>
        ))}
      </select>
      <p className="hint">{say('hostHint')}</p>
    </div>
  )
}
