/** Paper notes typed in one after the other: table and zone stay, only the words are new. */
import { useId, useRef, useState } from 'react'
import type { Zone } from '@bordet/workshop'
import { Icon, ZoneIcon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'

export function PaperNotes({ headingId }: { headingId?: string }) {
  const { paperZones, say } = useCockpit()
  const { zones, phaseId, phaseName } = paperZones
  return (
    <div className="paper">
      {headingId && <h2 id={headingId}>{say('paperTitle')}</h2>}
      {phaseName && <p className="paper-phase">{phaseName}</p>}
      <p className="hint">{say('paperHint')}</p>
      {zones.length === 0 ? (
        <p className="paper-none">{say('paperNoZone')}</p>
      ) : (
        <PaperForm key={phaseId} zones={zones} />
      )}
    </div>
  )
}

function PaperForm({ zones }: { zones: readonly Zone[] }) {
  const { view, say, may, commands } = useCockpit()
  const name = useId()
  const [chosen, setTable] = useState(1)
  // A table can be taken away while somebody types.
  const table = Math.min(chosen, view.tables.length)
  const [zoneId, setZoneId] = useState(zones[0]?.id ?? '')
  const [text, setText] = useState('')
  const [done, setDone] = useState<{ text: string; table: number }[]>([])
  const field = useRef<HTMLTextAreaElement>(null)
  const zone = zones.find((one) => one.id === zoneId)
  const busy = commands.pending.some((ask) => ask.type === 'addNoteFor')
  const send = async () => {
    const words = text.trim()
    if (!words || !zone || busy) return
    const onTable = zone.scope === 'table' ? table : 0
    // The words stay in the field until the server has them.
    if (!(await commands.send({ type: 'addNoteFor', table: onTable, zone: zone.id, text: words }))) return
    setDone((before) => [{ text: words, table: onTable }, ...before].slice(0, 5))
    setText('')
    field.current?.focus()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label className="field">
        <span className="lab">{say('paperTable')}</span>
        <select
          className="in"
          value={table}
          disabled={zone?.scope !== 'table'}
          onChange={(event) => setTable(Number(event.target.value))}
        >
          {view.tables.map(({ number }) => (
            <option key={number} value={number}>
              {say('tableTitle', { table: number })}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend className="lab">{say('paperZone')}</legend>
        <div className="choices">
          {zones.map((one) => (
            <label key={one.id} className="choice">
              <input
                type="radio"
                name={name}
                checked={one.id === zoneId}
                onChange={() => setZoneId(one.id)}
              />
              <span className="tile">
                <span className="dot" />
                <ZoneIcon name={one.icon} />
                <span>{one.scope === 'table' ? one.title : say('paperHallZone', { zone: one.title })}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="field">
        <span className="lab">{say('paperText')}</span>
        <textarea
          ref={field}
          className="in"
          rows={3}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            void send()
          }}
        />
      </label>
      <button className="btn btn-main" type="submit" disabled={!may('addNoteFor') || busy}>
        <Icon name="note" />
        {say('paperSend')}
      </button>
      <div role="status">
        <ul className="paper-done">
          {done.map((one, index) => (
            <li key={`${done.length - index} ${one.text}`}>
              <span className="st st-saved">
                <Icon name="check" />
                {one.table === 0 ? say('paperDoneHall') : say('paperDone', { table: one.table })}
              </span>
              <span>{one.text}</span>
            </li>
          ))}
        </ul>
      </div>
    </form>
  )
}
