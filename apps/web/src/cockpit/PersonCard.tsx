/** Everything that can be done about one person's seat: another table, hosting, staying, belonging with somebody. */
import { useEffect, useRef } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import type { Named } from './people.ts'

interface Props {
  person: Named
  people: readonly Named[]
  onSeat(personId: string, table: number): Promise<void>
  onDone(): void
}

export function PersonCard({ person, people, onSeat, onDone }: Props) {
  const { view, say, may, commands } = useCockpit()
  const seat = useRef<HTMLSelectElement>(null)
  const { id, label, stays } = person
  const at = person.nextTable ?? person.table
  const isHost = view.tables.some(({ host }) => host === id)
  const companions = people.filter((one) => one.group !== null && one.group === person.group && one.id !== id)
  // Whoever pressed a name wants to do something about it next.
  useEffect(() => seat.current?.focus(), [])
  return (
    <section className="person" aria-label={label}>
      <h3>{say('chosenPerson', { name: label, table: at })}</h3>
      {companions.length > 0 && (
        <p className="muted">
          {say('togetherFact', { names: companions.map((one) => one.label).join(', ') })}
        </p>
      )}
      <div className="does">
        <label>
          <span className="lab">{say('moveTo')}</span>
          <select
            ref={seat}
            className="in"
            value={at}
            disabled={!may('seat')}
            onChange={({ target }) => void onSeat(id, Number(target.value))}
          >
            {view.tables.map(({ number, people: n }) => (
              <option key={number} value={number}>
                {say('tableWithPeople', { table: number, n })}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="lab">{say('togetherWith')}</span>
          <select
            className="in"
            value=""
            disabled={!may('keepTogether')}
            onChange={({ target }) =>
              target.value !== '' &&
              void commands.send({ type: 'keepTogether', personIds: [id, target.value] })
            }
          >
            <option value="">{say('togetherNobody')}</option>
            {people
              .filter((one) => one.id !== id && !companions.includes(one))
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.label}
                </option>
              ))}
          </select>
        </label>
        <button
          className="btn btn-small"
          type="button"
          disabled={!may('setHost')}
          onClick={() => void commands.send({ type: 'setHost', table: at, personId: isHost ? null : id })}
        >
          {isHost ? say('unmakeHost') : say('makeHost', { table: at })}
        </button>
        <button
          className="btn btn-small"
          type="button"
          disabled={!may('staySeated')}
          onClick={() => void commands.send({ type: 'staySeated', personId: id, stays: !stays })}
        >
          {say(stays ? 'letMove' : 'letStay')}
        </button>
        {companions.length > 0 && (
          <button
            className="btn btn-small"
            type="button"
            disabled={!may('moveAlone')}
            onClick={() => void commands.send({ type: 'moveAlone', personId: id })}
          >
            {say('moveAlone')}
          </button>
        )}
        <button className="btn btn-small btn-quiet" type="button" onClick={onDone}>
          <Icon name="close" />
          {say('close')}
        </button>
      </div>
    </section>
  )
}
