/** Quotes from interviews, looked at line by line before they belong to the programme. */
import { newOpId } from '@bordet/client'
import { findRisks } from '@bordet/workshop'
import { useMemo, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { decodeText, readQuotes, type Quote } from './readQuotes.ts'
import { addInterviews, type Overview } from './seriesApi.ts'
import type { SeriesDesk } from './seriesContext.ts'
import { TextInput } from './TextInput.tsx'

const shownQuotes = 8
const shownFaults = 10

interface Props {
  overview: Overview
  desk: SeriesDesk
  onDone(said: string): Promise<void>
}

export function ImportQuotes({ overview, desk, onDone }: Props) {
  const { say, key } = desk
  const [round, setRound] = useState('')
  const [defaults, setDefaults] = useState(() => ({
    place: '',
    // Today where this page is; Swedish writes days the ISO way.
    heldOn: new Date().toLocaleDateString('sv'),
    source: '',
  }))
  const [text, setText] = useState('')
  const [state, setState] = useState<'ready' | 'busy' | 'failed' | 'importRoundMissing'>('ready')
  /** The same for every try of the same round, so that one that was saved behind a lost answer is not there twice. */
  const [roundId, setRoundId] = useState(newOpId)
  const read = useMemo(() => readQuotes(text, defaults), [text, defaults])
  const risky = useMemo(
    () =>
      new Set(
        read.quotes.flatMap((quote) =>
          findRisks(quote.text, overview.language).length > 0 ? [quote.line] : [],
        ),
      ),
    [read, overview.language],
  )
  const add = async () => {
    if (round.trim() === '') return setState('importRoundMissing')
    setState('busy')
    const days = read.quotes.map(({ heldOn }) => heldOn).sort()
    const places = new Set(read.quotes.map(({ place }) => place.toLocaleLowerCase()))
    try {
      await addInterviews(key, overview.id, roundId, {
        source: round.trim(),
        place: places.size === 1 ? (read.quotes[0]?.place ?? '') : '',
        heldOn: days[0] ?? defaults.heldOn,
        quotes: read.quotes.map(({ line, ...quote }) => ({ ...quote, id: `${roundId}-${line}` })),
      })
      setText('')
      setRound('')
      setRoundId(newOpId())
      setState('ready')
      await onDone(say('importDone', { n: read.quotes.length }))
    } catch {
      setState('failed')
    }
  }
  return (
    <form
      className="card se-part se-form imports"
      aria-labelledby="se-import"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (read.quotes.length > 0) void add()
      }}
    >
      <h2 id="se-import">{say('importTitle')}</h2>
      <p className="muted">{say('importText')}</p>
      <div className="se-narrow">
        <TextInput
          label={say('importRound')}
          hint={say('importRoundHint')}
          value={round}
          maxLength={120}
          error={state === 'importRoundMissing' ? say('importRoundMissing') : null}
          change={(name) => {
            setRound(name)
            setState('ready')
          }}
        />
      </div>
      <fieldset>
        <legend className="lab">{say('importDefaults')}</legend>
        <div className="se-fields">
          <TextInput
            label={say('importPlace')}
            list="se-places"
            value={defaults.place}
            maxLength={80}
            change={(place) => setDefaults({ ...defaults, place })}
          />
          <datalist id="se-places">
            {overview.places.map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <TextInput
            label={say('importDay')}
            type="date"
            value={defaults.heldOn}
            change={(heldOn) => setDefaults({ ...defaults, heldOn })}
          />
          <TextInput
            label={say('importSource')}
            hint={say('importSourceHint')}
            value={defaults.source}
            maxLength={120}
            change={(source) => setDefaults({ ...defaults, source })}
          />
        </div>
      </fieldset>
      <label className="field">
        <span className="lab">{say('importLines')}</span>
        <textarea
          className="in"
          rows={6}
          value={text}
          disabled={state === 'busy'}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p className="se-acts imp">
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
              file?.arrayBuffer().then(
                (bytes) => setText(decodeText(new Uint8Array(bytes))),
                () => setState('failed'),
              )
            }}
          />
        </label>
        {read.quotes.length > 0 && (
          <button className="btn btn-main" type="submit" disabled={state === 'busy'}>
            {say('importDo', { n: read.quotes.length })}
          </button>
        )}
      </p>
      {state === 'failed' && (
        <p className="err" role="alert">
          {say('failed')}
        </p>
      )}
      <Faults faults={read.faults} desk={desk} />
      {risky.size > 0 && (
        <p className="wn" role="status">
          <Icon name="warn" />
          {say('importRisks', { n: risky.size })}
        </p>
      )}
      {read.quotes.length > 0 && <Preview quotes={read.quotes} risky={risky} desk={desk} />}
    </form>
  )
}

function Faults({
  faults,
  desk: { say },
}: {
  faults: ReturnType<typeof readQuotes>['faults']
  desk: SeriesDesk
}) {
  if (faults.length === 0) return null
  return (
    <div className="se-faults" role="status">
      <h3>{say('importFaults', { n: faults.length })}</h3>
      <ul>
        {faults.slice(0, shownFaults).map(({ line, why, value }) => (
          <li key={line} className="err">
            {say(why, { line, value })}
          </li>
        ))}
        {faults.length > shownFaults && <li>{say('importMore', { n: faults.length - shownFaults })}</li>}
      </ul>
    </div>
  )
}

interface PreviewProps {
  quotes: readonly (Quote & { line: number })[]
  risky: ReadonlySet<number>
  desk: SeriesDesk
}

/** The first lines, and all that should be looked at. */
function Preview({ quotes, risky, desk }: PreviewProps) {
  const { say, day } = desk
  const shown = quotes.filter(({ line }, index) => index < shownQuotes || risky.has(line))
  return (
    <div>
      <h3>{say('importLook')}</h3>
      <div
        className="wide"
        role="region"
        tabIndex={0}
        aria-label={say('tableLabel', { name: say('importLook') })}
      >
        <table className="se-table">
          <caption className="vh">{say('importLook')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('line')}</th>
              <th scope="col">{say('quote')}</th>
              <th scope="col">{say('place')}</th>
              <th scope="col">{say('day')}</th>
              <th scope="col">{say('source')}</th>
              <th scope="col">{say('theme')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((quote) => (
              <tr key={quote.line}>
                <td className="num">{quote.line}</td>
                <td className="se-words" dir="auto">
                  {quote.text}
                  {risky.has(quote.line) && (
                    <span className="tag tag-warn">
                      <Icon name="warn" />
                      {say('importRisk')}
                    </span>
                  )}
                </td>
                <td>{quote.place}</td>
                <td className="num">{day(quote.heldOn)}</td>
                <td>{quote.source}</td>
                <td>{quote.themes.join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {quotes.length > shown.length && (
        <p className="muted">{say('importMore', { n: quotes.length - shown.length })}</p>
      )}
    </div>
  )
}
