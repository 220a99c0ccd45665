/** One programme: themes over places, places side by side, over time, what is in it, and its report. */
import { ApiError } from '@bordet/client'
import { useCallback, useEffect, useState } from 'react'
import { useDocument } from '../../shared/useDocument.ts'
import { pageHref, useDesk } from '../organiseContext.ts'
import { Waiting } from '../Waiting.tsx'
import { fetchSeries, type Overview } from './seriesApi.ts'
import { seriesHref, useSeriesDesk, views, type SeriesDesk, type SeriesView } from './seriesContext.ts'
import { SeriesProfiles } from './SeriesProfiles.tsx'
import { SeriesReport } from './SeriesReport.tsx'
import { SeriesSources } from './SeriesSources.tsx'
import { SeriesThemes } from './SeriesThemes.tsx'
import { SeriesTrend } from './SeriesTrend.tsx'
import './series.css'

export interface SeriesViewProps {
  overview: Overview
  desk: SeriesDesk
  /** After something was changed. */
  reload(): Promise<void>
}

const parts: Readonly<Record<SeriesView, (props: SeriesViewProps) => React.ReactNode>> = {
  themes: SeriesThemes,
  profiles: SeriesProfiles,
  trend: SeriesTrend,
  sources: SeriesSources,
  report: SeriesReport,
}
const names = {
  themes: 'viewThemes',
  profiles: 'viewProfiles',
  trend: 'viewTrend',
  sources: 'viewSources',
  report: 'viewReport',
} as const

export function SeriesPage({ id }: { id: string }) {
  const { key, language, deny } = useDesk()
  const desk = useSeriesDesk()
  const [overview, setOverview] = useState<Overview | 'failed' | 'unknown' | null>(null)
  const reload = useCallback(
    () =>
      fetchSeries(key, id).then(setOverview, (error: unknown) => {
        if (error instanceof ApiError && error.status === 401) deny()
        else setOverview(error instanceof ApiError && error.status === 404 ? 'unknown' : 'failed')
      }),
    [key, id, deny],
  )
  useEffect(() => void reload(), [reload])
  const asked = new URLSearchParams(location.search).get('view')
  const view = views.find((name) => name === asked) ?? 'themes'
  const isHere = overview !== null && typeof overview === 'object'
  useDocument(
    `${isHere ? `${overview.name} – ` : ''}${desk ? `${desk.say(names[view])} – ` : ''}Bordet`,
    language,
  )
  if (!desk) return null
  const { say } = desk
  if (overview === 'unknown') {
    return (
      <>
        <h1>{say('listTitle')}</h1>
        <p role="status">{say('unknown')}</p>
        <p>
          <a href={pageHref(key, { page: 'series' })}>{say('listTitle')}</a>
        </p>
      </>
    )
  }
  if (!isHere) return <Waiting failed={overview === 'failed'} />
  const View = parts[view]
  return (
    <div className="se">
      <div className="head">
        <div>
          <p className="crumb">
            <a href={pageHref(key, { page: 'series' })}>{say('listTitle')}</a>
          </p>
          <h1>{overview.name}</h1>
          <p className="num">{leadOf(overview, desk)}</p>
        </div>
      </div>
      <nav className="se-views" aria-label={say('views')}>
        <ul>
          {views.map((name) => (
            <li key={name}>
              <a
                className="btn btn-small"
                href={seriesHref(key, id, name)}
                {...(name === view ? { 'aria-current': 'page' as const } : {})}
              >
                {say(names[name])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Unreadable overview={overview} desk={desk} />
      <View overview={overview} desk={desk} reload={reload} />
    </div>
  )
}

function leadOf({ sources, places }: Overview, { say }: SeriesDesk): string {
  const notes = sources.reduce((sum, source) => sum + source.notes, 0)
  return say('lead', {
    notes: say('noteCount', { n: notes }),
    sources: say('meetingsAndRounds', { n: sources.length }),
    places: say('placeCount', { n: places.length }),
  })
}

function Unreadable({
  overview: { sources },
  desk: { say, list },
}: {
  overview: Overview
  desk: SeriesDesk
}) {
  const lost = sources.filter(({ isUnreadable }) => isUnreadable)
  if (lost.length === 0) return null
  return (
    <p className="wn" role="status">
      {say('unreadable', { names: list(lost.map(({ place, title }) => place || title)) })}
    </p>
  )
}
