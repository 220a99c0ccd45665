/** The programme's report: what organisers write themselves, and the files. */
import { ApiError } from '@bordet/client'
import { useState } from 'react'
import { FileProgress, useServerFiles } from '../../shared/FileProgress.tsx'
import { Icon } from '../../shared/Icon.tsx'
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
  const files = useServerFiles(key, `/api/series/${encodeURIComponent(overview.id)}`)
  const isBusy = files.state.kind === 'busy'
  return (
    <>
      <div className="se-acts" role="group" aria-label={say('files')}>
        {formats.map(([format, name]) => (
          <button
            key={format}
            className="btn"
            type="button"
            aria-disabled={isBusy}
            onClick={() => {
              if (!isBusy) void files.get({ format, language: overview.language || language }, name)
            }}
          >
            <Icon name="download" />
            {name}
          </button>
        ))}
      </div>
      <FileProgress files={files} language={language} />
    </>
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
