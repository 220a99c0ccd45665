/** Themes over places as a table of numbers, with what is special and what is shared; behind each number its notes. */
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { pageHref } from '../organiseContext.ts'
import { NoteHits } from './NoteHits.tsx'
import {
  searchNotes,
  type ComparedPlace,
  type ComparedTheme,
  type Found,
  type Overview,
} from './seriesApi.ts'
import { seriesHref, type SeriesDesk } from './seriesContext.ts'
import type { SeriesViewProps } from './SeriesPage.tsx'

const shownNotes = 3

interface Picked {
  theme: string
  place: number
}

export function SeriesThemes({ overview, desk }: SeriesViewProps) {
  const { say, key } = desk
  const { id, themes, places, sources, floors } = overview
  const [picked, setPicked] = useState<Picked | null>(null)
  if (themes.length === 0) {
    const hasNotes = sources.some(({ notes }) => notes > 0)
    return (
      <section className="card se-part">
        <p>{say(hasNotes ? 'nothingSorted' : 'nothingYet')}</p>
        <p>
          <a className="btn btn-main" href={seriesHref(key, id, 'sources')}>
            {say('viewSources')}
          </a>
        </p>
      </section>
    )
  }
  return (
    <>
      <div className="se-split">
        <section className="card se-part" aria-labelledby="se-themes">
          <h2 id="se-themes" className="vh">
            {say('viewThemes')}
          </h2>
          <Legend desk={desk} />
          <Matrix overview={overview} desk={desk} picked={picked} pick={setPicked} />
          <p className="hint">{say('how', floors)}</p>
        </section>
        <Behind overview={overview} desk={desk} picked={picked} />
      </div>
      <div className="se-two">
        <section className="card se-part" aria-labelledby="se-special">
          <h2 id="se-special">
            <Icon name="star" /> {say('specialTitle')}
          </h2>
          <ul className="se-lines">
            {places.map((place, index) => (
              <li key={place.name}>
                <b>{place.name}</b> <SpecialWords overview={overview} index={index} desk={desk} />
              </li>
            ))}
          </ul>
        </section>
        <section className="card se-part" aria-labelledby="se-shared">
          <h2 id="se-shared">
            <Icon name="link" /> {say('sharedTitle')}
          </h2>
          {themes.some(({ isShared }) => isShared) ? (
            <ul className="se-lines">
              {themes
                .filter(({ isShared }) => isShared)
                .map(({ key: themeKey, name, notes, present, of }) => (
                  <li key={themeKey}>
                    <b>{name}</b>
                    <small className="num">
                      {say('sharedFrom', {
                        notes: say('noteCount', { n: notes }),
                        n: present,
                        of,
                      })}
                    </small>
                  </li>
                ))}
            </ul>
          ) : (
            <p className="muted">{say(places.length < 2 ? 'onePlace' : 'noShared')}</p>
          )}
        </section>
      </div>
    </>
  )
}

function SpecialWords({ overview, index, desk }: { overview: Overview; index: number; desk: SeriesDesk }) {
  const { say } = desk
  const place = overview.places[index]
  if (place?.isFew) return <span className="muted">{say('tooFew', { n: place.sorted })}</span>
  const its = overview.themes.filter(({ places }) => places[index]?.special)
  if (its.length === 0) return <span className="muted">{say('noSpecial')}</span>
  return its.map(({ key, name, places }, at) => (
    <span key={key}>
      {at > 0 && ', '}
      {name}
      {places[index]?.special === 'likely' && <span className="muted"> ({say('legendLikely')})</span>}
    </span>
  ))
}

function Legend({ desk: { say } }: { desk: SeriesDesk }) {
  return (
    <ul className="se-legend">
      <li>
        <i className="se-disc" aria-hidden="true" />
        {say('legendCount')}
      </li>
      <li>
        <i className="se-disc se-sure" aria-hidden="true" />
        <Icon name="star" />
        {say('legendSpecial')}
      </li>
      <li>
        <i className="se-disc se-likely" aria-hidden="true" />
        {say('legendLikely')}
      </li>
      <li>
        <Icon name="link" />
        {say('legendShared')}
      </li>
    </ul>
  )
}

interface MatrixProps {
  overview: Overview
  desk: SeriesDesk
  picked: Picked | null
  pick(picked: Picked): void
}

function Matrix({ overview: { places, themes }, desk, picked, pick }: MatrixProps) {
  const { say } = desk
  const judged = themes.flatMap((theme) => theme.places.filter((_, index) => !places[index]?.isFew))
  const largest = Math.max(...judged.map(({ share }) => share), 0.01)
  return (
    <div
      className="wide"
      role="region"
      tabIndex={0}
      aria-label={say('tableLabel', { name: say('viewThemes') })}
    >
      <table className="se-matrix">
        <caption className="vh">{say('viewThemes')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('theme')}</th>
            {places.map((place) => (
              <th key={place.name} scope="col">
                {place.name}
                <small className="num">{say('sortedOf', { sorted: place.sorted, notes: place.notes })}</small>
              </th>
            ))}
            <th scope="col">{say('binds')}</th>
          </tr>
        </thead>
        <tbody>
          {themes.map((theme) => (
            <tr key={theme.key}>
              <th scope="row">
                {theme.name}
                <small className="num">{say('noteCount', { n: theme.notes })}</small>
              </th>
              {places.map((place, index) => (
                <td key={place.name}>
                  <MatrixCell
                    theme={theme}
                    place={place}
                    index={index}
                    largest={largest}
                    desk={desk}
                    isPicked={picked?.theme === theme.key && picked.place === index}
                    pick={() => pick({ theme: theme.key, place: index })}
                  />
                </td>
              ))}
              <td className={theme.isShared ? 'se-binds se-yes num' : 'se-binds num'}>
                {theme.isShared && (
                  <b>
                    <Icon name="link" />
                    {say('shared')}
                  </b>
                )}
                {say('presentIn', { n: theme.present, of: theme.of })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps {
  theme: ComparedTheme
  place: ComparedPlace
  index: number
  /** The largest share of all: the disc that fills its cell. */
  largest: number
  desk: SeriesDesk
  isPicked: boolean
  pick(): void
}

function MatrixCell({ theme, place, index, largest, desk, isPicked, pick }: CellProps) {
  const { say, percent } = desk
  const { count = 0, share = 0, special = null } = theme.places[index] ?? {}
  // No button where there is nothing behind it.
  if (count === 0) return <span className="se-none">–</span>
  // A share of few notes is chance: its disc has no size to compare.
  const size = place.isFew ? 24 : Math.round(16 + 32 * Math.sqrt(share / largest))
  return (
    <button
      className={special === null ? 'se-cell' : `se-cell se-is-${special}`}
      type="button"
      aria-pressed={isPicked}
      onClick={pick}
    >
      <span className="vh">{say('cellLabel', { place: place.name, theme: theme.name })} </span>
      <span
        className={special === null ? 'se-disc' : `se-disc se-${special}`}
        style={{ width: size, height: size }}
        aria-hidden="true"
      />
      <span className="se-count num">{count}</span>
      {!place.isFew && (
        <>
          <span className="vh">, </span>
          <small className="num">
            {special === 'sure' && <Icon name="star" />}
            {percent(share)}
          </small>
        </>
      )}
      {special !== null && (
        <span className="vh">, {say(special === 'sure' ? 'special' : 'likely').toLocaleLowerCase()}</span>
      )}
    </button>
  )
}

function Behind({ overview, desk, picked }: { overview: Overview; desk: SeriesDesk; picked: Picked | null }) {
  const { say, key, percent } = desk
  const place = picked && overview.places[picked.place]
  const theme = picked && overview.themes.find((one) => one.key === picked.theme)
  const found = useBehind(desk.key, overview.id, place?.name ?? null, theme?.key ?? null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Where the panel stands below the table, on a phone, nobody would see that something came.
    if (picked) heading.current?.scrollIntoView?.({ block: 'nearest' })
  }, [picked])
  if (!picked || !place || !theme) {
    return (
      <aside className="card se-part se-behind">
        <p className="muted">{say('pickCell')}</p>
      </aside>
    )
  }
  const { count = 0, sources = 0, share = 0, special = null } = theme.places[picked.place] ?? {}
  const query = { page: 'search', series: overview.id, place: place.name, theme: theme.key }
  return (
    <aside className="card se-part se-behind" aria-live="polite">
      <h2 ref={heading}>{place.name}</h2>
      <p>
        <b>{theme.name}</b>
      </p>
      <p className="muted num">
        {say('noteCount', { n: count })}
        {!place.isFew && ` · ${percent(share)}`} · {say('sourceCount', { n: sources })}
      </p>
      {special !== null && (
        <>
          <p>
            <span className={special === 'sure' ? 'tag tag-now' : 'tag tag-warn'}>
              <Icon name="star" />
              {say(special === 'sure' ? 'special' : 'likely')}
            </span>
          </p>
          <p className="hint">{say(special === 'sure' ? 'sureWords' : 'likelyWords')}</p>
        </>
      )}
      {found === 'failed' && <p className="err">{say('failed')}</p>}
      {found !== null && found !== 'failed' && (
        <NoteHits hits={found.hits.slice(0, shownNotes)} desk={desk} short />
      )}
      <p>
        <a className="btn" href={pageHref(key, query)}>
          {say('showAll', { n: count })}
        </a>
      </p>
    </aside>
  )
}

/** The best of the notes behind a number; null while they are on their way. */
function useBehind(key: string, series: string, place: string | null, theme: string | null) {
  const [got, setGot] = useState<{ of: string; found: Found | 'failed' } | null>(null)
  const of = `${place} ${theme}`
  useEffect(() => {
    if (place === null || theme === null) return
    let current = true
    searchNotes(key, new URLSearchParams({ series, place, theme, best: 'true' })).then(
      (found) => current && setGot({ of, found }),
      () => current && setGot({ of, found: 'failed' }),
    )
    return () => {
      current = false
    }
  }, [key, series, place, theme, of])
  return got?.of === of ? got.found : null
}
