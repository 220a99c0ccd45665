/** One's own name, and everybody who runs this evening with where they are. */
import { useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import { nameOf, placeOf } from './CrewPresence.tsx'

export function CrewDialog({ onClose }: { onClose(): void }) {
  const { view, say, crewName, setCrewName, colleagues } = useCockpit()
  const [name, setName] = useState(crewName)
  return (
    <form
      className="crew"
      onSubmit={(event) => {
        event.preventDefault()
        setCrewName(name.trim())
        onClose()
      }}
    >
      <p className="muted">{say('crewText')}</p>
      <label className="field">
        <span className="lab">{say('crewName')}</span>
        <input
          className="in"
          data-first=""
          maxLength={40}
          autoComplete="given-name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {colleagues.length > 0 && (
        <ul>
          {colleagues.map((one) => (
            <li key={one.pageId}>
              <Icon name="people" />
              {say('crewLine', { name: nameOf(one, say), place: placeOf(one, view, say) })}
            </li>
          ))}
        </ul>
      )}
      <div className="row-end">
        <button className="btn btn-main" type="submit">
          {say('save')}
        </button>
      </div>
    </form>
  )
}
