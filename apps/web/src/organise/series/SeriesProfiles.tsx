/** Two to four places side by side: their days, their largest and most special themes, and what was said. */
import { useEffect, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { pageHref } from '../organiseContext.ts'
import { NoteHits } from './NoteHits.tsx'
import { fetchProfiles, type Profile } from './seriesApi.ts'
import type { SeriesDesk } from './seriesContext.ts'
import type { SeriesViewProps } from './SeriesPage.tsx'

const mostPlaces = 4

export function SeriesProfiles({ overview, desk }: SeriesViewProps) {
  const { say } = desk
  const { id, places } = overview
  const [chosen, setChosen] = useState<readonly string[]>(() => places.slice(0, 3).map(({ name }) => name))
  const asked = chosen.join('\n')
  const [got, setGot] = useState<{ asked: string; profiles: Profile[] | null } | null>(null)
  useEffect(() => {
    if (asked === '') return
    let current = true
    fetchProfiles(desk.key, id, asked.split('\n')).then(
      (profiles) => current && setGot({ asked, profiles }),
      () => current && setGot({ asked, profiles: null }),
    )
    return () => {
      current = false
    }
  }, [desk.key, id, asked])
  if (places.length < 2) {
    return (
      <section className="card se-part">
        <p>{say(places.length === 0 ? 'nothingYet' : 'onePlace')}</p>
      </section>
    )
  }
  return (
    <section aria-labelledby="se-profiles">
      <h2 id="se-profiles" className="vh">
        {say('viewProfiles')}
      </h2>
      <fieldset className="card se-part se-pick">
        <legend className="vh">{say('chooseProfiles')}</legend>
        <p className="lab" aria-hidden="true">
          {say('chooseProfiles')}
        </p>
        {places.map(({ name }) => {
          const isChosen = chosen.includes(name)
          return (
            <label key={name} className="tick">
              <input
                type="checkbox"
                checked={isChosen}
                disabled={!isChosen && chosen.length >= mostPlaces}
                onChange={() =>
                  setChosen(isChosen ? chosen.filter((other) => other !== name) : [...chosen, name])
                }
              />
              <span>{name}</span>
            </label>
          )
        })}
      </fieldset>
      <div role="status">
        {chosen.length < 2 && <p>{say('chooseMore')}</p>}
        {got?.asked === asked && got.profiles === null && <p className="err">{say('failed')}</p>}
      </div>
      {got?.profiles && chosen.length > 1 && (
        <ul className="se-profiles">
          {got.profiles.map((profile) => (
            <li key={profile.name} className="card se-part">
              <ProfileCard profile={profile} series={id} desk={desk} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ProfileCard({ profile, series, desk }: { profile: Profile; series: string; desk: SeriesDesk }) {
  const { say, day, key, percent, list } = desk
  const { name, notes, sorted, days, isFew, text, sentences, themes, quotes } = profile
  return (
    <>
      <h3>{name}</h3>
      <p className="muted num">
        {list(days.map(day))}
        <br />
        {say('sortedOf', { sorted, notes })}
      </p>
      {isFew && <p className="hint">{say('tooFew', { n: sorted })}</p>}
      {[text, ...sentences]
        .filter((words) => words !== '')
        .map((words) => (
          <p key={words} dir="auto" className="se-own">
            {words}
          </p>
        ))}
      {themes.length > 0 && <h4 className="muted">{say('largest')}</h4>}
      {themes.map(({ key: themeKey, name: theme, cell }) => (
        <section key={themeKey} className="se-theme">
          <h4>
            {theme}{' '}
            {cell.special !== null && (
              <span className={cell.special === 'sure' ? 'tag tag-now' : 'tag tag-warn'}>
                <Icon name="star" />
                {say(cell.special === 'sure' ? 'special' : 'likely')}
              </span>
            )}
          </h4>
          <p className="muted num">
            <a href={pageHref(key, { page: 'search', series, place: name, theme: themeKey })}>
              {say('noteCount', { n: cell.count })}
              <span className="vh">
                {' '}
                – {name}, {theme}
              </span>
            </a>{' '}
            {!isFew && `· ${percent(cell.share)} `}· {say('sourceCount', { n: cell.sources })}
          </p>
          <NoteHits hits={quotes[themeKey] ?? []} desk={desk} short />
        </section>
      ))}
    </>
  )
}
