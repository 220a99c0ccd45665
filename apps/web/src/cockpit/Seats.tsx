/**
 * All tables with everybody who sits there. A name is dragged to another table, or pressed and sent there with a menu:
 * the same for mouse, finger and keyboard.
 */
import { useState, type DragEvent } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import { namedPeople, type Named } from './people.ts'
import { PersonCard } from './PersonCard.tsx'

export function Seats() {
  const { view, say, commands } = useCockpit()
  const [chosenId, setChosen] = useState<string | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const people = namedPeople(view, say)
  const chosen = people.find(({ id }) => id === chosenId)
  const sitDown = async (personId: string, table: number) => {
    const person = people.find(({ id }) => id === personId)
    if (!person || (person.nextTable ?? person.table) === table) return
    if (await commands.send({ type: 'seat', personId, table }))
      setSaid(say('seatedNow', { name: person.label, table }))
  }
  const dropOn = (table: number) => ({
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(table)
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(null)
      void sitDown(event.dataTransfer.getData('text/plain'), table)
    },
  })
  return (
    <>
      <p className="hint">{say('seatsHint')}</p>
      {chosen && (
        <PersonCard
          key={chosen.id}
          person={chosen}
          people={people}
          onSeat={sitDown}
          onDone={() => setChosen(null)}
        />
      )}
      <p className="vh" role="status">
        {said}
      </p>
      <ul className="seats">
        {view.tables.map(({ number, host }) => (
          <li key={number} className={over === number ? 'is-over' : ''} {...dropOn(number)}>
            <h3>{say('tableTitle', { table: number })}</h3>
            <Chips
              people={people.filter((person) => (person.nextTable ?? person.table) === number)}
              host={host}
              chosenId={chosenId}
              onChoose={setChosen}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function Chips(props: {
  people: readonly Named[]
  host: string | null
  chosenId: string | null
  onChoose(personId: string): void
}) {
  const { say, may } = useCockpit()
  const { people, host, chosenId, onChoose } = props
  if (people.length === 0) return <p className="muted">{say('seatsEmpty')}</p>
  return (
    <ul>
      {people.map((person) => (
        <li key={person.id}>
          <button
            className={person.id === chosenId ? 'chip is-chosen' : 'chip'}
            type="button"
            aria-pressed={person.id === chosenId}
            draggable={may('seat')}
            onDragStart={(event) => {
              event.dataTransfer.setData('text/plain', person.id)
              event.dataTransfer.effectAllowed = 'move'
            }}
            onClick={() => onChoose(person.id)}
          >
            {person.id === host && <i className="sq" aria-hidden="true" />}
            {person.label}
            {person.id === host && <span className="vh"> – {say('isHost')}</span>}
            {person.stays && <Icon name="lock" />}
            {person.stays && <span className="vh"> – {say('staysPut')}</span>}
            {person.group !== null && <Icon name="link" />}
            {person.nextTable !== null && <Icon name="right" />}
          </button>
        </li>
      ))}
    </ul>
  )
}
