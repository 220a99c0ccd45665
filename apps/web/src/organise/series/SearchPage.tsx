/** A search over the notes of all workshops and interviews. What is asked stands in the address, so it can be sent and come back to. */
import { useEffect, useId, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useDocument } from '../../shared/useDocument.ts'
import { pageHref, useDesk } from '../organiseContext.ts'
import { useAsked } from '../useAsked.ts'
import { NoteHits } from './NoteHits.tsx'
import { fetchSeriesList, searchNotes, type Found, type ListedSeries } from './seriesApi.ts'
import { useSeriesDesk, type SeriesDesk } from './seriesContext.ts'
import './series.css'

const fields = ['q', 'series', 'place', 'theme', 'table', 'round', 'from', 'to'] as const
type Field = (typeof fields)[number]
type Question = Partial<Record<Field, string>>

/** No theme is a choice of its own, which an empty value could not be told from. */
const withoutTheme = '-'

export function SearchPage() {
  const { say: sayMenu, language } = useDesk()
  const desk = useSeriesDesk()
  const asked = useAsked(fetchSeriesList)
  useDocument(`${sayMenu('searchMenu')} – Bordet`, language)
  if (!desk) return null
  return (
    <>
      <div className="head">
        <div>
          <h1>{desk.say('searchTitle')}</h1>
          <p>{desk.say('searchText')}</p>
        </div>
      </div>
      <Search desk={desk} series={asked.state === 'here' ? asked.value : []} />
    </>
  )
}

function readAddress(): { question: Question; page: number } {
  const query = new URLSearchParams(location.search)
  const question: Question = {}
  for (const field of fields) {
    const value = query.get(field)
    if (value) question[field] = value
  }
  return { question, page: Math.max(1, Number(query.get('at')) || 1) }
}

function Search({ desk, series }: { desk: SeriesDesk; series: readonly ListedSeries[] }) {
  const { say, key } = desk
  const [{ question, page }, setAsked] = useState(readAddress)
  const [typed, setTyped] = useState(question)
  const [got, setGot] = useState<{ asked: string; found: Found | 'failed' } | null>(null)
  const isAsked = Object.keys(question).length > 0
  useEffect(() => {
    const back = () => {
      const there = readAddress()
      setAsked(there)
      setTyped(there.question)
    }
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [])
  const query = new URLSearchParams({ ...question, page: String(page) })
  if (question.theme === withoutTheme) query.set('theme', '')
  const asked = query.toString()
  useEffect(() => {
    let current = true
    // Without a question only what can be chosen is wanted.
    searchNotes(key, new URLSearchParams(asked)).then(
      (found) => current && setGot({ asked, found }),
      () => current && setGot({ asked, found: 'failed' }),
    )
    return () => {
      current = false
    }
  }, [key, asked])
  const go = (next: Question, at = 1) => {
    const only = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== ''))
    const address = pageHref(key, { page: 'search', ...only, ...(at > 1 ? { at: String(at) } : {}) })
    history.pushState(null, '', address)
    setAsked({ question: only, page: at })
    setTyped(only)
  }
  const found = got?.found ?? null
  const isBusy = got?.asked !== asked
  const isHere = found !== null && found !== 'failed'
  return (
    <>
      <form
        role="search"
        className="card se-part se-form"
        onSubmit={(event) => {
          event.preventDefault()
          go(typed)
        }}
      >
        <Words typed={typed} change={setTyped} desk={desk} />
        <details className="se-filters" open={Object.keys(question).some((field) => field !== 'q')}>
          <summary>{say('filters')}</summary>
          <Filters
            typed={typed}
            change={(next) => {
              setTyped(next)
              go(next)
            }}
            filters={isHere ? found.filters : { places: [], themes: [], tables: [], rounds: [] }}
            series={series}
            desk={desk}
          />
        </details>
      </form>
      <section className="se-found" aria-busy={isBusy} aria-label={say('searchTitle')}>
        <p role="status" className="num">
          {isBusy && say('searching')}
          {!isBusy && found === 'failed' && say('failed')}
          {!isBusy &&
            isAsked &&
            isHere &&
            (found.total === 0 ? say('noHits') : say('hits', { n: found.total }))}
        </p>
        {isHere && found.unreadable.length > 0 && (
          <p className="wn">{say('searchUnreadable', { n: found.unreadable.length })}</p>
        )}
        {isHere && isAsked && <NoteHits hits={found.hits} desk={desk} />}
        {isHere && isAsked && found.pages > 1 && (
          <Pages
            page={page}
            pages={found.pages}
            desk={desk}
            go={(at) => {
              go(question, at)
              document.querySelector('h1')?.scrollIntoView()
            }}
          />
        )}
      </section>
    </>
  )
}

interface TypedProps {
  typed: Question
  change(typed: Question): void
  desk: SeriesDesk
}

function Words({ typed, change, desk: { say } }: TypedProps) {
  const id = useId()
  return (
    <div className="se-ask">
      <label className="lab" htmlFor={id}>
        {say('searchWords')}
      </label>
      <input
        className="in"
        id={id}
        type="search"
        maxLength={200}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={typed.q ?? ''}
        onChange={({ target }) => change({ ...typed, q: target.value })}
      />
      <button className="btn btn-main" type="submit">
        <Icon name="search" />
        {say('searchDo')}
      </button>
      <p className="hint" id={`${id}-hint`}>
        {say('searchHint')}
      </p>
    </div>
  )
}

function Filters({
  typed,
  change,
  desk,
  filters,
  series,
}: TypedProps & { filters: Found['filters']; series: readonly ListedSeries[] }) {
  const { say } = desk
  const select = (
    field: Field,
    label: string,
    any: string,
    options: readonly (readonly [value: string, name: string])[],
  ) => (
    <label className="field">
      <span className="lab">{label}</span>
      <select
        className="in"
        value={typed[field] ?? ''}
        onChange={({ target }) => change({ ...typed, [field]: target.value })}
      >
        <option value="">{any}</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
  const day = (field: 'from' | 'to', label: string) => (
    <label className="field">
      <span className="lab">{label}</span>
      <input
        className="in"
        type="date"
        value={typed[field] ?? ''}
        onChange={({ target }) => change({ ...typed, [field]: target.value })}
      />
    </label>
  )
  return (
    <div className="se-fields">
      {select(
        'series',
        say('searchIn'),
        say('everywhere'),
        series.map(({ id, name }) => [id, name]),
      )}
      {select(
        'place',
        say('place'),
        say('anyPlace'),
        filters.places.map((place) => [place, place]),
      )}
      {select('theme', say('theme'), say('anyTheme'), [
        ...filters.themes.map(({ key, name }) => [key, name] as const),
        [withoutTheme, say('noTheme')],
      ])}
      {select(
        'table',
        say('table'),
        say('anyTable'),
        filters.tables.map((table) => [
          String(table),
          table === 0 ? say('hall') : say('tableNumber', { n: table }),
        ]),
      )}
      {select(
        'round',
        say('round'),
        say('anyRound'),
        filters.rounds.map((round) => [String(round), say('roundNumber', { n: round })]),
      )}
      {day('from', say('from'))}
      {day('to', say('to'))}
    </div>
  )
}

interface PagesProps {
  page: number
  pages: number
  desk: SeriesDesk
  go(page: number): void
}

function Pages({ page, pages, desk: { say }, go }: PagesProps) {
  return (
    <nav className="se-acts" aria-label={say('pages')}>
      <button className="btn" type="button" disabled={page <= 1} onClick={() => go(page - 1)}>
        <Icon name="left" />
        {say('before')}
      </button>
      <span className="num">{say('pageOf', { n: page, of: pages })}</span>
      <button className="btn" type="button" disabled={page >= pages} onClick={() => go(page + 1)}>
        {say('after')}
        <Icon name="right" />
      </button>
    </nav>
  )
}
