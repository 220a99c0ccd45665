/** The programme's report: what organisers write themselves, and the files. */
import { ApiError } from '@bordet/client'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { fetchFile, saveFile } from '../../shared/serverFile.ts'
import { fetchSeries, saveSeries } from './seriesApi.ts'
import type { SeriesViewProps } from './SeriesPage.tsx'

const formats = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['odt', 'OpenDocument'],
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['html', 'HTML'],
  ['md', 'Markdown'],
  ['json', 'JSON'],
] as const

export function SeriesReport(props: SeriesViewProps) {
  const { overview, desk } = props
  const { say } = desk
  const texts = [
    ['summary', say('textSummary')],
    ['shared', say('textShared')],
    ...overview.places.map(({ name }) => [`place:${name}`, say('textPlace', { place: name })] as const),
  ] as const
  return (
    <>
      <section className="card se-part" aria-labelledby="se-report">
        <h2 id="se-report">{say('reportTitle')}</h2>
        <p className="muted">{say('reportText')}</p>
        <Files {...props} />
      </section>
      <section className="card se-part" aria-labelledby="se-texts">
        <h2 id="se-texts">{say('textsTitle')}</h2>
        {texts.map(([name, label]) => (
          <OwnText key={name} name={name} label={label} {...props} />
        ))}
      </section>
    </>
  )
}

function Files({ overview, desk }: SeriesViewProps) {
  const { say, key, language } = desk
  const [busy, setBusy] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const get = async (format: string, name: string) => {
    setBusy(format)
    setSaid(say('making', { name }))
    stop.current = new AbortController()
    try {
      const query = new URLSearchParams({ format, language: overview.language || language })
      const path = `/api/series/${encodeURIComponent(overview.id)}/export?${query}`
      const file = await fetchFile(key, path, `bordet.${format}`, stop.current.signal)
      saveFile(file)
      setSaid(say('fileDone', { name: file.name }))
    } catch (error) {
      setSaid(error instanceof DOMException && error.name === 'AbortError' ? '' : say('failed'))
    }
    setBusy(null)
  }
  return (
    <div className="se-acts" role="group" aria-label={say('files')}>
      {formats.map(([format, name]) => (
        <button
          key={format}
          className="btn"
          type="button"
          disabled={busy !== null}
          onClick={() => void get(format, name)}
        >
          <Icon name="download" />
          {name}
        </button>
      ))}
      {busy !== null && (
        <button className="btn btn-quiet" type="button" onClick={() => stop.current?.abort()}>
          {say('cancel')}
        </button>
      )}
      <span role="status">{said}</span>
    </div>
  )
}

/** Saved one by one, onto what the programme is at that moment: what others write in other texts stays. */
function OwnText({ name, label, overview, desk, reload }: SeriesViewProps & { name: string; label: string }) {
  const { say, key } = desk
  const before = overview.texts[name] ?? ''
  const [text, setText] = useState(before)
  const [said, setSaid] = useState<'saved' | 'changed' | 'failed' | null>(null)
  const save = async () => {
    setSaid(null)
    try {
      const now = await fetchSeries(key, overview.id)
      if ((now.texts[name] ?? '') !== before) return setSaid('changed')
      const { owner, language, workshops, version } = now
      const texts = { ...now.texts, [name]: text.trim() }
      if (text.trim() === '') delete texts[name]
      await saveSeries(key, overview.id, { name: now.name, owner, language, workshops, texts, version })
      setSaid('saved')
      await reload()
    } catch (error) {
      setSaid(error instanceof ApiError && error.code === 'changedMeanwhile' ? 'changed' : 'failed')
    }
  }
  return (
    <form
      className="se-text"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label className="field">
        <span className="lab">{label}</span>
        <textarea
          className="in"
          rows={3}
          maxLength={5000}
          lang={overview.language}
          value={text}
          onChange={({ target }) => {
            setSaid(null)
            setText(target.value)
          }}
        />
      </label>
      <p className="se-acts">
        <button className="btn btn-small" type="submit" disabled={text === before}>
          {say('save')}
          <span className="vh"> – {label}</span>
        </button>
        <span role="status">{said === 'saved' && say('saved')}</span>
      </p>
      {said !== null && said !== 'saved' && (
        <p className="err" role="alert">
          {say(said)}
        </p>
      )}
    </form>
  )
}
