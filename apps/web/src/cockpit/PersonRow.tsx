/** One person: where they sit, whether they host, and what can be done about it with the keyboard alone. */
import { useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import type { Named } from './people.ts'

export function PersonRow({ person, onRemoved }: { person: Named; onRemoved?(): void }) {
  const { view, say, may, commands } = useCockpit()
  const [asking, setAsking] = useState(false)
  const isHost = view.tables.some((table) => table.host === person.id)
  const at = person.nextTable ?? person.table
  const facts = [
    isHost && say('isHost'),
    person.via === 'walkIn' && say('noPhone'),
    person.stays && say('staysPut'),
    person.nextTable !== null && say('onTheWayTo', { from: person.table, table: person.nextTable }),
  ].filter((fact) => fact !== false)
  const remove = async (dialog: HTMLDialogElement | null) => {
    const removed = await commands.send({ type: 'removePerson', personId: person.id })
    // The row goes, and the focus must not go with it.
    if (!removed) return
    onRemoved?.()
    dialog?.querySelector('h2')?.focus()
  }
  return (
    <li>
      <span className="nm">
        {person.label}
        <small>
          {isHost && <i className="sq" aria-hidden="true" />}
          {facts.join(' · ')}
        </small>
      </span>
      <label>
        <span className="vh">{say('seatLabel', { name: person.label })}</span>
        <select
          className="in"
          value={at}
          disabled={!may('seat')}
          onChange={(event) =>
            void commands.send({ type: 'seat', personId: person.id, table: Number(event.target.value) })
          }
        >
          {view.tables.map((table) => (
            <option key={table.number} value={table.number}>
              {say('tableTitle', { table: table.number })}
            </option>
          ))}
        </select>
      </label>
      {asking ? (
        <span className="sure">
          <button
            className="btn btn-small btn-alarm"
            type="button"
            // The question takes the place of the button that asked it, and the focus with it.
            autoFocus
            onClick={(event) => void remove(event.currentTarget.closest('dialog'))}
          >
            {say('removeYes', { name: person.label })}
          </button>
          <button className="btn btn-small" type="button" onClick={() => setAsking(false)}>
            {say('cancel')}
          </button>
        </span>
      ) : (
        <button
          className="btn btn-small"
          type="button"
          disabled={!may('removePerson')}
          aria-label={say('removeLabel', { name: person.label })}
          onClick={() => setAsking(true)}
        >
          <Icon name="close" />
          {say('remove')}
        </button>
      )}
    </li>
  )
}
