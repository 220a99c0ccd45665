/** Paper notes typed in one after the other: round, table and zone stay, only the words are new. */
import { useId, useRef, useState } from 'react'
import type { PaperZonesView } from '@bordet/workshop'
import { Icon, ZoneIcon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'

export function PaperNotes({ headingId }: { headingId?: string }) {
  const { view, say } = useCockpit()
  const rounds = view.paperZones ?? []
  return (
    <div className="paper">
      {headingId && <h2 id={headingId}>{say('paperTitle')}</h2>}
      <p className="hint">
        {say('paperHint')} <span className="paper-keys">{say('paperKeys')}</span>
      </p>
      {rounds.length === 0 ? (
        <p className="paper-none">{say('paperNoZone')}</p>
      ) : (
        <PaperForm rounds={rounds} />
      )}
    </div>
  )
}

/** `rounds`: at least one, the newest first. Without a choice the form follows the newest, but not in mid-sentence. */
function PaperForm({ rounds }: { rounds: readonly PaperZonesView[] }) {
  const { view, say, may, commands } = useCockpit()
  const name = useId()
  const [chosen, setTable] = useState(1)
  // A table can be taken away while somebody types.
  const table = Math.min(chosen, view.tables.length)
  const [chosenRound, setRound] = useState<string | null>(null)
  const [begunIn, setBegunIn] = useState<string | null>(null)
  const [chosenZone, setZoneId] = useState('')
  const [chosenPart, setPart] = useState('')
  const [text, setText] = useState('')
  const [done, setDone] = useState<{ text: string; table: number }[]>([])
  const field = useRef<HTMLTextAreaElement>(null)
  const round = rounds.find(({ phaseId }) => phaseId === (chosenRound ?? begunIn)) ?? rounds[0]
  const zones = round?.zones ?? []
  const zone = zones.find((one) => one.id === chosenZone) ?? zones[0]
  const parts = zone?.parts ?? zone?.layers ?? []
  const part = parts.includes(chosenPart) ? chosenPart : parts[0]
  const write = (words: string) => {
    setText(words)
    if (words === '') setBegunIn(null)
    else if (text === '') setBegunIn(round?.phaseId ?? null)
  }
  const busy = commands.pending.some((ask) => ask.type === 'addNoteFor')
  const send = async () => {
    const words = text.trim()
    if (!words || !zone || busy) return
    const onTable = zone.scope === 'table' ? table : 0
    // The words stay in the field until the server has them.
    const ask = { type: 'addNoteFor', table: onTable, zone: zone.id, part, text: words } as const
    if (!(await commands.send(ask))) return
    setDone((before) => [{ text: words, table: onTable }, ...before].slice(0, 5))
    write('')
    field.current?.focus()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {rounds.length === 1 ? (
        <p className="paper-phase">{round?.phaseName}</p>
      ) : (
        <label className="field">
          <span className="lab">{say('paperRound')}</span>
          <select
            className="in"
            value={round?.phaseId}
            onChange={({ target }) => {
              setRound(target.value === rounds[0]?.phaseId ? null : target.value)
              setBegunIn(text === '' ? null : target.value)
            }}
          >
            {rounds.map(({ phaseId, phaseName }) => (
              <option key={phaseId} value={phaseId}>
                {phaseName}
              </option>
            ))}
          </select>
        </label>
      )}
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
              <input type="radio" name={name} checked={one === zone} onChange={() => setZoneId(one.id)} />
              <span className="tile">
                <span className="dot" />
                <ZoneIcon name={one.icon} />
                <span>{one.scope === 'table' ? one.title : say('paperHallZone', { zone: one.title })}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {parts.length > 1 && (
        <label className="field">
          <span className="lab">{say('paperPart')}</span>
          <select className="in" value={part} onChange={(event) => setPart(event.target.value)}>
            {parts.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="field">
        <span className="lab">{say('paperText')}</span>
        <textarea
          ref={field}
          className="in"
          rows={3}
          maxLength={1000}
          value={text}
          onChange={(event) => write(event.target.value)}
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
