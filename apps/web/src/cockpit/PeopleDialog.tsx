/** Everybody in the room: find a person, seat them elsewhere, add somebody who has no phone, take away who left. */
import { useId, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import { namedPeople, type Named } from './people.ts'
import { PersonRow } from './PersonRow.tsx'
import { Seats } from './Seats.tsx'

export function PeopleDialog() {
  const { say } = useCockpit()
  const name = useId()
  const [as, setAs] = useState<'viewSeats' | 'viewList'>('viewSeats')
  return (
    <>
      <AddWalkIn />
      <fieldset className="as">
        <legend className="vh">{say('viewLabel')}</legend>
        {(['viewSeats', 'viewList'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={as === one} onChange={() => setAs(one)} />
            <span>{say(one)}</span>
          </label>
        ))}
      </fieldset>
      {as === 'viewSeats' ? <Seats /> : <PeopleList />}
    </>
  )
}

function PeopleList() {
  const { view, say, may, commands } = useCockpit()
  const [search, setSearch] = useState('')
  const searchId = useId()
  /** Lately, from here: a wrong press must not cost somebody their notes. */
  const [removed, setRemoved] = useState<readonly Named[]>([])
  const people = namedPeople(view, say)
  const wanted = search.trim().toLocaleLowerCase()
  const found = people.filter(
    (person) =>
      person.label.toLocaleLowerCase().includes(wanted) ||
      say('tableTitle', { table: person.table }).toLocaleLowerCase() === wanted,
  )
  return (
    <>
      <label className="lab" htmlFor={searchId}>
        {say('peopleSearch')}
      </label>
      <input
        className="in"
        id={searchId}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <p className="hint num" role="status">
        {people.length === 0 ? say('peopleNone') : say('peopleFound', { n: found.length, of: people.length })}
      </p>
      {removed
        .filter(({ id }) => !people.some((person) => person.id === id))
        .map((person) => (
          <p key={person.id} className="gone">
            {say('removedLine', { name: person.label })}
            <button
              className="btn btn-small"
              type="button"
              disabled={!may('seat')}
              onClick={() => void commands.send({ type: 'seat', personId: person.id, table: person.table })}
            >
              <Icon name="undo" />
              {say('seatAgain', { name: person.label })}
            </button>
          </p>
        ))}
      <ul className="ppl">
        {found.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            onRemoved={() => setRemoved((before) => [person, ...before].slice(0, 5))}
          />
        ))}
      </ul>
    </>
  )
}

function AddWalkIn() {
  const { view, say, may, commands } = useCockpit()
  const [name, setName] = useState('')
  const [table, setTable] = useState('')
  const [added, setAdded] = useState<{ personId: string | undefined } | null>(null)
  const add = async () => {
    const answer = await commands.send({
      type: 'addPerson',
      ...(name.trim() ? { name: name.trim() } : {}),
      ...(table ? { table: Number(table) } : {}),
    })
    setAdded(answer && { personId: answer.personId })
    if (answer) setName('')
  }
  // The table is the server's choice; it comes with the next view.
  const seat = view.people?.find(({ id }) => id === added?.personId)?.table
  return (
    <form
      className="walkin"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <h3>{say('walkInTitle')}</h3>
      <div className="fields">
        <label className="field">
          <span className="lab">{say('walkInName')}</span>
          <input
            className="in"
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label className="field">
          <span className="lab">{say('walkInTable')}</span>
          <select className="in" value={table} onChange={(event) => setTable(event.target.value)}>
            <option value="">{say('walkInAny')}</option>
            {view.tables.map(({ number, people }) => (
              <option key={number} value={number}>
                {say('tableWithPeople', { table: number, n: people })}
              </option>
            ))}
          </select>
        </label>
        <button className="btn" type="submit" disabled={!may('addPerson')}>
          <Icon name="plus" />
          {say('walkInAdd')}
        </button>
      </div>
      <p className="hint" role="status">
        {!added
          ? say('walkInHint')
          : seat === undefined
            ? say('walkInAdded')
            : say('walkInAddedAt', { table: seat })}
      </p>
    </form>
  )
}
