/** Lines from elsewhere, looked at before they are put up for everybody to read: a first analysis, quotes from interviews. */
import { ApiError, newOpId, sendCommand } from '@bordet/client'
import { clockTime, dateLong } from '@bordet/text'
import { mostImported, type Zone } from '@bordet/workshop'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useDesk } from './organiseContext.ts'
import { fetchProgramme, type Programme } from './organiserApi.ts'
import { readLines } from './readLines.ts'

const shown = 5

export function Imports({ workshopId }: { workshopId: string }) {
  const { key, say } = useDesk()
  const [programme, setProgramme] = useState<Programme | null>(null)
  const look = useCallback(
    () => fetchProgramme(key, workshopId).then((next) => setProgramme(next)),
    [key, workshopId],
  )
  useEffect(() => void look().catch(() => {}), [look])
  const zones = programme?.session.zones.filter(({ kind }) => kind === 'import') ?? []
  if (!programme || zones.length === 0) return null
  return (
    <section className="card papers imports" aria-labelledby="w-imports">
      <h2 id="w-imports">{say('importsTitle')}</h2>
      <p className="muted">{say('importsText')}</p>
      {zones.map((zone) => (
        <ImportZone key={zone.id} workshopId={workshopId} zone={zone} programme={programme} onChange={look} />
      ))}
    </section>
  )
}

interface Props {
  workshopId: string
  zone: Zone
  programme: Programme
  onChange(): Promise<void>
}

function ImportZone({ workshopId, zone, programme, onChange }: Props) {
  const { key, say, refusal, language } = useDesk()
  const [text, setText] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState('')
  const read = useMemo(() => readLines(text, zone), [text, zone])
  const who = { workshopId, key }
  const tell = (error: unknown) => setFailure(error instanceof ApiError ? refusal(error.code) : say('failed'))
  const putUp = async () => {
    const importId = newOpId()
    const notes = read.notes.map((words) => ({ id: newOpId(), text: words }))
    setFailure('')
    setSaid('')
    try {
      for (let at = 0; at < notes.length; at += mostImported) {
        setDone(at)
        await sendCommand(
          who,
          { type: 'importNotes', zone: zone.id, notes: notes.slice(at, at + mostImported), importId },
          at === 0 ? importId : newOpId(),
        )
      }
      setText('')
      setSaid(say('importDone', { n: notes.length }))
    } catch (error) {
      tell(error)
    }
    setDone(null)
    await onChange().catch(() => {})
  }
  const takeBack = async (importId: string) => {
    setFailure('')
    try {
      await sendCommand(who, { type: 'takeBackImport', importId })
      await onChange()
      setSaid(say('importTakenBack'))
    } catch (error) {
      tell(error)
    }
  }
  const mine = programme.imports.filter((one) => one.zone === zone.id)
  return (
    <div className="imp" role="group" aria-label={zone.title}>
      <h3>{zone.title}</h3>
      {zone.fields && <p className="hint">{say('importFields', { fields: zone.fields.join(' · ') })}</p>}
      {programme.status !== 'closed' && (
        <>
          <label className="field">
            <span className="lab">{say('importPaste')}</span>
            <textarea
              className="in"
              rows={5}
              value={text}
              disabled={done !== null}
              onChange={({ target }) => setText(target.value)}
            />
          </label>
          <p className="doors">
            <label className="btn">
              <Icon name="plus" />
              {say('importFile')}
              <input
                className="vh"
                type="file"
                accept=".csv,.txt,.tsv,text/csv,text/plain"
                onChange={({ target }) => {
                  const file = target.files?.[0]
                  target.value = ''
                  if (file) file.text().then(setText, () => setFailure(say('failed')))
                }}
              />
            </label>
            {read.notes.length > 0 && (
              <button
                className="btn btn-main"
                type="button"
                disabled={done !== null}
                onClick={() => void putUp()}
              >
                {say('importDo', { n: read.notes.length })}
              </button>
            )}
          </p>
        </>
      )}
      {done !== null && (
        <progress
          max={read.notes.length}
          value={done}
          aria-label={say('importDo', { n: read.notes.length })}
        />
      )}
      {read.faults.length > 0 && (
        <div className="err" role="alert">
          <ul>
            {read.faults.slice(0, 8).map(({ line, why }) => (
              <li key={line}>
                {say(
                  why === 'tooLong' ? 'importTooLong' : why === 'tooMany' ? 'importTooMany' : 'importQuote',
                  { n: line },
                )}
              </li>
            ))}
            {read.faults.length > 8 && <li>{say('importMoreFaults', { n: read.faults.length - 8 })}</li>}
          </ul>
        </div>
      )}
      {read.notes.length > 0 && (
        <div className="imp-look">
          <h4>{say('importLook')}</h4>
          <ol>
            {read.notes.slice(0, shown).map((words, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines may be alike, and stay where they are
              <li key={index}>{words}</li>
            ))}
          </ol>
          {read.notes.length > shown && (
            <p className="muted">{say('importMore', { n: read.notes.length - shown })}</p>
          )}
        </div>
      )}
      <p role="status">{said}</p>
      {failure && (
        <p className="err" role="alert">
          {failure}
        </p>
      )}
      {mine.length > 0 && (
        <ul className="imp-past">
          {mine.map(({ id, at, notes }) => (
            <li key={id}>
              <span>
                {say('importPast', {
                  n: notes,
                  when: `${dateLong(language, at)} ${clockTime(language, at)}`,
                })}
              </span>
              <button className="btn btn-small" type="button" onClick={() => void takeBack(id)}>
                <Icon name="undo" />
                {say('importTakeBack')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
