/** Several workshops side by side, theme by theme, and a search over all their notes. */
import { dateLong } from '@bordet/text'
import { useEffect, useState } from 'react'
import { FileProgress, useServerFiles } from '../shared/FileProgress.tsx'
import { Icon } from '../shared/Icon.tsx'
import { useDocument } from '../shared/useDocument.ts'
import { useDesk } from './organiseContext.ts'
import {
  fetchPlaces,
  fetchWorkshops,
  searchNotes,
  type Found,
  type Listed,
  type Place,
  type Places,
} from './organiserApi.ts'
import { useAsked } from './useAsked.ts'
import { Waiting } from './Waiting.tsx'

export function PlacesPage() {
  const { say, language } = useDesk()
  const asked = useAsked(fetchWorkshops)
  useDocument(`${say('placesTitle')} – Bordet`, language)
  return (
    <>
      <div className="head">
        <h1>{say('placesTitle')}</h1>
      </div>
      {asked.state === 'here' ? (
        <>
          <Compare workshops={asked.value.workshops} />
          <Search />
        </>
      ) : (
        <Waiting failed={asked.state === 'failed'} />
      )}
    </>
  )
}

function Compare({ workshops }: { workshops: readonly Listed[] }) {
  const { key, say, language } = useDesk()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(workshops.filter(({ status }) => status !== 'planned').map(({ id }) => id)),
  )
  const ids = workshops.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const asked = ids.join(',')
  const [got, setGot] = useState<{ asked: string; places: Places | null } | null>(null)
  useEffect(() => {
    if (asked === '') return
    let current = true
    fetchPlaces(key, asked.split(',')).then(
      (places) => current && setGot({ asked, places }),
      () => current && setGot({ asked, places: null }),
    )
    return () => {
      current = false
    }
  }, [key, asked])
  const isHere = got?.asked === asked
  return (
    <section className="card places" aria-label={say('placesTitle')}>
      <p className="muted">{say('placesIntro')}</p>
      <fieldset className="places-choice">
        <legend className="lab">{say('placesChoose')}</legend>
        {workshops.map(({ id, title, place, startsAt }) => (
          <label key={id} className="places-one">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => {
                const next = new Set(chosen)
                if (event.target.checked) next.add(id)
                else next.delete(id)
                setChosen(next)
              }}
            />
            <span>
              {place === '' ? title : place} <small className="muted">{dateLong(language, startsAt)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div role="status">
        {ids.length < 2 && <p>{say('placesNone')}</p>}
        {ids.length >= 2 && !isHere && <p>{say('placesLoading')}</p>}
        {isHere && got.places === null && <p>{say('placesFailed')}</p>}
        {isHere && got.places?.themes.length === 0 && <p>{say('placesNone')}</p>}
      </div>
      {isHere && got.places !== null && ids.length >= 2 && got.places.themes.length > 0 && (
        <>
          <Files ids={ids} />
          <Table places={got.places} />
        </>
      )}
    </section>
  )
}

const formats = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['odt', 'OpenDocument'],
] as const

function Files({ ids }: { ids: readonly string[] }) {
  const { key, say, language } = useDesk()
  const files = useServerFiles(key, '/api/places')
  const isBusy = files.state.kind === 'busy'
  return (
    <div className="places-search">
      <span className="lab">{say('placesReport')}</span>
      {formats.map(([format, name]) => (
        <button
          key={format}
          className="btn btn-small"
          type="button"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) void files.get({ workshops: ids.join(','), format, language }, name)
          }}
        >
          <Icon name="download" />
          {name}
        </button>
      ))}
      <FileProgress files={files} language={language} />
    </div>
  )
}

const placeName = ({ place, title }: Place) => (place === '' ? title : place)

function Table({ places: { places, themes } }: { places: Places }) {
  const { say, language } = useDesk()
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const names = new Intl.ListFormat(language)
  return (
    <>
      <div className="wide" role="region" tabIndex={0} aria-label={say('placesTheme')}>
        <table className="places-table">
          <caption className="vh">{say('placesTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('placesTheme')}</th>
              {places.map((place) => (
                <th key={place.id} scope="col">
                  {placeName(place)}
                </th>
              ))}
              <th scope="col">{say('placesAll')}</th>
            </tr>
          </thead>
          <tbody>
            {themes.map((theme) => (
              <tr key={theme.name}>
                <th scope="row">
                  {theme.name}
                  {theme.isShared && <small className="muted"> {say('placesShared')}</small>}
                </th>
                {theme.places.map(({ count, share, special }, index) => (
                  <td
                    key={places[index]?.id}
                    className={special ? `num special-${special}` : 'num'}
                    style={{ backgroundSize: `${Math.round(share * 100)}% 100%` }}
                  >
                    {count === 0 ? '–' : `${count} · ${percent.format(share)}`}
                    {special && (
                      <small>
                        <Icon name="star" />
                        {say(special === 'sure' ? 'placesSure' : 'placesLikely')}
                      </small>
                    )}
                  </td>
                ))}
                <td className="num">{theme.notes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted">{say('placesHow')}</p>
      <ul className="places-profiles">
        {places.map((place, index) => {
          const own = themes
            .filter((theme) => (theme.places[index]?.count ?? 0) > 0)
            .toSorted((a, b) => (b.places[index]?.count ?? 0) - (a.places[index]?.count ?? 0))
          const special = own.filter((theme) => theme.places[index]?.special)
          return (
            <li key={place.id}>
              <h2>{placeName(place)}</h2>
              <p className="muted num">
                {dateLong(language, place.heldAt)}
                <br />
                {say('placesSorted', { sorted: place.sorted, notes: place.notes })}
              </p>
              {own.length > 0 && (
                <p>
                  {say('placesProfile', { themes: names.format(own.slice(0, 3).map(({ name }) => name)) })}
                </p>
              )}
              {special.length > 0 && (
                <p>
                  <b>{say('placesSpecial', { themes: names.format(special.map(({ name }) => name)) })}</b>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Search() {
  const { key, say } = useDesk()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Found | 'failed' | null>(null)
  return (
    <section className="card places" aria-labelledby="search">
      <h2 id="search">{say('searchTitle')}</h2>
      <form
        role="search"
        className="places-search"
        onSubmit={(event) => {
          event.preventDefault()
          if (words.trim().length < 2) return
          searchNotes(key, words.trim()).then(setFound, () => setFound('failed'))
        }}
      >
        <label className="lab" htmlFor="searchWords">
          {say('searchLabel')}
        </label>
        <input
          className="in"
          id="searchWords"
          type="search"
          minLength={2}
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <button className="btn btn-main" type="submit">
          <Icon name="search" />
          {say('searchButton')}
        </button>
      </form>
      <p role="status">
        {found === 'failed' && say('placesFailed')}
        {found !== null && found !== 'failed' && say('searchHits', { n: found.hits.length })}
        {found !== null && found !== 'failed' && found.more && ` ${say('searchMore')}`}
      </p>
      {found !== null && found !== 'failed' && (
        <ul className="places-hits">
          {found.hits.map(({ workshopId, noteId, text, place, title, table, phase, themes }) => (
            <li key={`${workshopId} ${noteId}`}>
              <p dir="auto">{text}</p>
              <p className="muted">
                <a
                  href={`${table === 0 ? `/hall/${workshopId}` : `/table/${workshopId}/${table}`}#${key}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {place === '' ? title : place},{' '}
                  {table === 0 ? say('searchHall') : say('tableTitle', { table })}
                </a>
                {[phase, ...themes].filter((part) => part !== '').map((part) => ` · ${part}`)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
