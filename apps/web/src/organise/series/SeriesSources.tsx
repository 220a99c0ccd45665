/** What a programme is made of: its name, its workshops, its interview rounds, each of which can be taken back. */
import { ApiError } from '@bordet/client'
import { useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { pageHref } from '../organiseContext.ts'
import { fetchWorkshops } from '../organiserApi.ts'
import { useAsked } from '../useAsked.ts'
import { ImportQuotes } from './ImportQuotes.tsx'
import { InterviewRound } from './InterviewRound.tsx'
import {
  removeSeries,
  saveSeries,
  takeBackInterviews,
  type SeriesContent,
  type SeriesSource,
} from './seriesApi.ts'
import { seriesHref } from './seriesContext.ts'
import { ContentFields } from './SeriesListPage.tsx'
import type { SeriesViewProps } from './SeriesPage.tsx'

export function SeriesSources(props: SeriesViewProps) {
  const { overview, desk, reload } = props
  const { say } = desk
  const [said, setSaid] = useState('')
  const round = new URLSearchParams(location.search).get('round')
  const opened = overview.sources.find(({ id, kind }) => id === round && kind === 'interviews')
  return (
    <>
      <section className="card se-part" aria-labelledby="se-sources">
        <h2 id="se-sources">{say('sourcesTitle')}</h2>
        {overview.sources.length === 0 ? (
          <p className="muted">{say('nothingYet')}</p>
        ) : (
          <SourceTable {...props} tell={setSaid} />
        )}
        <p role="status">{said}</p>
      </section>
      {opened && (
        <InterviewRound key={opened.id} round={opened.id} overview={overview} desk={desk} reload={reload} />
      )}
      <ImportQuotes
        overview={overview}
        desk={desk}
        onDone={async (text) => {
          setSaid(text)
          await reload()
        }}
      />
      <Settings {...props} />
      <Remove {...props} />
    </>
  )
}

function SourceTable({ overview, desk, reload, tell }: SeriesViewProps & { tell(said: string): void }) {
  const { say, day, key } = desk
  return (
    <div
      className="wide"
      role="region"
      tabIndex={0}
      aria-label={say('tableLabel', { name: say('sourcesTitle') })}
    >
      <table className="se-table">
        <caption className="vh">{say('sourcesTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('place')}</th>
            <th scope="col">{say('day')}</th>
            <th scope="col">{say('notes')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {overview.sources.map((source) => (
            <tr key={source.id}>
              <th scope="row">
                {source.title}
                {source.isOpen && <small>{say('stillOpen')}</small>}
              </th>
              <td>{say(source.kind === 'workshop' ? 'kindWorkshop' : 'kindInterviews')}</td>
              <td>{source.place || (source.kind === 'interviews' ? say('severalPlaces') : '')}</td>
              <td className="num">{day(source.heldOn)}</td>
              <td className="num">
                {source.notes}
                <small>{say('sortedOf', { sorted: source.sorted, notes: source.notes })}</small>
              </td>
              <td>
                <div className="se-acts">
                  <a
                    className="btn btn-small"
                    href={
                      source.kind === 'workshop'
                        ? pageHref(key, { workshop: source.id })
                        : seriesHref(key, overview.id, 'sources', { round: source.id })
                    }
                  >
                    {say('openSource')}
                    <span className="vh"> – {source.title}</span>
                  </a>
                  {source.kind === 'interviews' && (
                    <TakeBack
                      source={source}
                      overview={overview}
                      desk={desk}
                      onDone={async () => {
                        tell(say('takenBack'))
                        await reload()
                      }}
                    />
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TakeBack({
  source,
  overview,
  desk,
  onDone,
}: Pick<SeriesViewProps, 'overview' | 'desk'> & { source: SeriesSource; onDone(): Promise<void> }) {
  const { say, key } = desk
  const [isAsking, setAsking] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const takeBack = async () => {
    setFailed(false)
    try {
      await takeBackInterviews(key, overview.id, source.id)
      await onDone()
    } catch {
      setFailed(true)
    }
  }
  if (!isAsking) {
    return (
      <button className="btn btn-small" type="button" onClick={() => setAsking(true)}>
        <Icon name="undo" />
        {say('takeBack')}
        <span className="vh"> – {source.title}</span>
      </button>
    )
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the question stands in place of the button that was pressed */}
      <button className="btn btn-small btn-main" type="button" autoFocus onClick={() => void takeBack()}>
        {say('takeBackSure', { n: source.notes })}
      </button>
      <button className="btn btn-small" type="button" onClick={() => setAsking(false)}>
        {say('cancel')}
      </button>
      {hasFailed && (
        <span className="err" role="alert">
          {say('failed')}
        </span>
      )}
    </>
  )
}

function Settings({ overview, desk, reload }: SeriesViewProps) {
  const { say, key } = desk
  const asked = useAsked(fetchWorkshops)
  const { name, owner, language, workshops, texts } = overview
  const [content, setContent] = useState<Omit<SeriesContent, 'texts'>>({ name, owner, language, workshops })
  const [trouble, setTrouble] = useState<'nameMissing' | 'changed' | 'failed' | null>(null)
  const [said, setSaid] = useState('')
  const save = async () => {
    setSaid('')
    if (content.name.trim() === '') return setTrouble('nameMissing')
    try {
      await saveSeries(key, overview.id, { ...content, texts, version: overview.version })
      setTrouble(null)
      setSaid(say('saved'))
      await reload()
    } catch (error) {
      setTrouble(error instanceof ApiError && error.code === 'changedMeanwhile' ? 'changed' : 'failed')
    }
  }
  return (
    <form
      className="card se-part se-form"
      aria-labelledby="se-settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2 id="se-settings">{say('settingsTitle')}</h2>
      <ContentFields
        content={content}
        workshops={asked.state === 'here' ? asked.value.workshops : []}
        desk={desk}
        trouble={trouble}
        change={setContent}
      />
      <p>
        <button className="btn btn-main" type="submit">
          {say('save')}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
      {trouble !== null && trouble !== 'nameMissing' && (
        <p className="err" role="alert">
          {say(trouble)}
        </p>
      )}
    </form>
  )
}

function Remove({ overview, desk }: SeriesViewProps) {
  const { say, key } = desk
  const [isAsking, setAsking] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const remove = async () => {
    try {
      await removeSeries(key, overview.id)
      location.assign(pageHref(key, { page: 'series' }))
    } catch {
      setFailed(true)
    }
  }
  return (
    <section className="card se-part" aria-label={say('remove')}>
      <p className="muted">{say('removeText')}</p>
      <p className="se-acts">
        {isAsking ? (
          <>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the question stands in place of the button that was pressed */}
            <button className="btn btn-main" type="button" autoFocus onClick={() => void remove()}>
              {say('removeSure')}
            </button>
            <button className="btn" type="button" onClick={() => setAsking(false)}>
              {say('cancel')}
            </button>
          </>
        ) : (
          <button className="btn" type="button" onClick={() => setAsking(true)}>
            <Icon name="trash" />
            {say('remove')}
          </button>
        )}
      </p>
      {hasFailed && (
        <p className="err" role="alert">
          {say('failed')}
        </p>
      )}
    </section>
  )
}
