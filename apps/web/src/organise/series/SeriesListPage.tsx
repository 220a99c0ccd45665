/** All programmes, and a new one. */
import { dateLong, languageNames, languages, pickLanguage, type Language } from '@bordet/text'
import { useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useDocument } from '../../shared/useDocument.ts'
import { useDesk } from '../organiseContext.ts'
import { fetchWorkshops, type Listed } from '../organiserApi.ts'
import { useAsked } from '../useAsked.ts'
import { Waiting } from '../Waiting.tsx'
import { createSeries, fetchSeriesList, type ListedSeries, type SeriesContent } from './seriesApi.ts'
import { seriesHref, useSeriesDesk, type SeriesDesk } from './seriesContext.ts'
import { TextInput } from './TextInput.tsx'
import './series.css'

const fetchBoth = async (key: string) => {
  const [{ workshops }, series] = await Promise.all([fetchWorkshops(key), fetchSeriesList(key)])
  return { workshops, series }
}

export function SeriesListPage() {
  const { say: sayMenu, language } = useDesk()
  const desk = useSeriesDesk()
  const asked = useAsked(fetchBoth)
  useDocument(`${sayMenu('seriesMenu')} – Bordet`, language)
  if (!desk) return null
  const { say } = desk
  return (
    <>
      <div className="head">
        <div>
          <h1>{say('listTitle')}</h1>
          <p>{say('listText')}</p>
        </div>
      </div>
      {asked.state === 'here' ? (
        <div className="se-list">
          <SeriesList series={asked.value.series} desk={desk} />
          <NewSeries workshops={asked.value.workshops} desk={desk} />
        </div>
      ) : (
        <Waiting failed={asked.state === 'failed'} />
      )}
    </>
  )
}

function SeriesList({ series, desk }: { series: readonly ListedSeries[]; desk: SeriesDesk }) {
  const { key, say, list } = desk
  if (series.length === 0) return <p className="muted">{say('listEmpty')}</p>
  return (
    <ul className="se-cards">
      {series.map(({ id, name, workshops, interviews, notes, places }) => (
        <li key={id} className="card">
          <h2>
            <a href={seriesHref(key, id)}>{name}</a>
          </h2>
          <p className="muted num">
            {[
              say('workshopCount', { n: workshops }),
              say('roundCount', { n: interviews }),
              say('noteCount', { n: notes }),
            ].join(' · ')}
          </p>
          {places.length > 0 && <p>{list(places)}</p>}
        </li>
      ))}
    </ul>
  )
}

function NewSeries({ workshops, desk }: { workshops: readonly Listed[]; desk: SeriesDesk }) {
  const { key, say, language } = desk
  const [content, setContent] = useState<Omit<SeriesContent, 'texts'>>({
    name: '',
    owner: '',
    language,
    workshops: [],
  })
  const [trouble, setTrouble] = useState<'nameMissing' | 'failed' | null>(null)
  const create = async () => {
    if (content.name.trim() === '') return setTrouble('nameMissing')
    setTrouble(null)
    try {
      const { id } = await createSeries(key, content)
      location.assign(seriesHref(key, id, content.workshops.length === 0 ? 'sources' : 'themes'))
    } catch {
      setTrouble('failed')
    }
  }
  return (
    <form
      className="card se-form"
      aria-labelledby="se-new"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <h2 id="se-new">{say('newTitle')}</h2>
      <ContentFields
        content={content}
        workshops={workshops}
        desk={desk}
        change={setContent}
        trouble={trouble}
      />
      <p>
        <button className="btn btn-main" type="submit">
          <Icon name="plus" />
          {say('create')}
        </button>
      </p>
      {trouble === 'failed' && (
        <p className="err" role="alert">
          {say('failed')}
        </p>
      )}
    </form>
  )
}

interface FieldsProps<C> {
  content: C
  workshops: readonly Pick<Listed, 'id' | 'title' | 'place' | 'startsAt'>[]
  desk: SeriesDesk
  trouble: string | null
  change(content: C): void
}

/** Name, who invites, language, and which workshops belong. */
export function ContentFields<C extends Omit<SeriesContent, 'texts'>>(props: FieldsProps<C>) {
  const { content, workshops, desk, trouble, change } = props
  const { say, language } = desk
  const known = new Set(workshops.map(({ id }) => id))
  const lost = content.workshops.filter((id) => !known.has(id))
  const toggle = (id: string, isIn: boolean) =>
    change({
      ...content,
      workshops: isIn ? [...content.workshops, id] : content.workshops.filter((other) => other !== id),
    })
  return (
    <>
      <div className="se-fields">
        <TextInput
          label={say('name')}
          value={content.name}
          maxLength={120}
          error={trouble === 'nameMissing' ? say('nameMissing') : null}
          change={(name) => change({ ...content, name })}
        />
        <TextInput
          label={say('owner')}
          hint={say('ownerHint')}
          value={content.owner}
          maxLength={120}
          change={(owner) => change({ ...content, owner })}
        />
        <label className="field">
          <span className="lab">{say('language')}</span>
          <select
            className="in"
            value={content.language}
            onChange={({ target }) =>
              change({ ...content, language: pickLanguage([target.value]) satisfies Language })
            }
          >
            {languages.map((one) => (
              <option key={one} value={one} lang={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset className="se-choice">
        <legend className="lab">{say('chooseWorkshops')}</legend>
        {workshops.length === 0 && <p className="muted">{say('noWorkshops')}</p>}
        {workshops.map(({ id, title, place, startsAt }) => (
          <label key={id} className="tick">
            <input
              type="checkbox"
              checked={content.workshops.includes(id)}
              onChange={({ target }) => toggle(id, target.checked)}
            />
            <span>
              {place === '' ? title : place}
              <small>
                {place === '' ? '' : `${title} · `}
                {dateLong(language, startsAt)}
              </small>
            </span>
          </label>
        ))}
        {lost.map((id) => (
          <label key={id} className="tick">
            <input type="checkbox" checked onChange={() => toggle(id, false)} />
            <span>
              {say('workshopGone')}
              <small>{id}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  )
}
