/** Takes the organiser's key from the address, and shows the page that the address asks for. */
import { languageNames, languages, pickLanguage, type Language } from '@bordet/text'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { JumpLink } from '../shared/JumpLink.tsx'
import { Logo } from '../shared/Logo.tsx'
import { useRefusals } from '../shared/useRefusals.ts'
import { useWords } from '../shared/useWords.ts'
import { CreateWorkshop } from './CreateWorkshop.tsx'
import { KeyGate } from './KeyGate.tsx'
import { OrganiseContext, pageHref, type Desk } from './organiseContext.ts'
import { WorkshopLinks } from './WorkshopLinks.tsx'
import { WorkshopList } from './WorkshopList.tsx'
import { SearchPage } from './series/SearchPage.tsx'
import { SeriesListPage } from './series/SeriesListPage.tsx'
import { SeriesPage } from './series/SeriesPage.tsx'
import { TemplatesPage } from './TemplatesPage.tsx'
import { WorkshopProgramme } from './WorkshopProgramme.tsx'
import { organiseWords, programmeWords, type SayOrganise, type SayProgramme } from './words.ts'

export function OrganisePage() {
  const [key, setKey] = useState(() => location.hash.slice(1))
  const [denied, setDenied] = useState(false)
  const [language, setLanguage] = useState<Language>(() => pickLanguage(navigator.languages))
  const say = useWords(organiseWords, language)
  const plan = useWords(programmeWords, language)
  const refusal = useRefusals(language)
  useEffect(() => {
    const changed = () => {
      setKey(location.hash.slice(1))
      setDenied(false)
    }
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  const deny = useCallback(() => setDenied(true), [])
  const desk = useMemo<Desk | null>(
    () => (say && plan && refusal ? { key, say, plan, refusal, language, deny } : null),
    [key, say, plan, refusal, language, deny],
  )
  if (!desk || !say || !plan) return null
  return (
    <OrganiseContext value={desk}>
      <JumpLink className="skip" to="m">
        {say('skip')}
      </JumpLink>
      <Top
        keyed={key !== '' && !denied}
        say={say}
        plan={plan}
        orgKey={key}
        language={language}
        choose={setLanguage}
      />
      <main className="wrap" id="m" tabIndex={-1}>
        {key === '' || denied ? <KeyGate denied={denied} /> : <Page />}
      </main>
    </OrganiseContext>
  )
}

function Page() {
  const query = new URLSearchParams(location.search)
  const workshop = query.get('workshop')
  if (workshop && query.get('page') === 'programme') return <WorkshopProgramme id={workshop} />
  if (workshop) return <WorkshopLinks id={workshop} fresh={query.has('fresh')} />
  if (query.get('page') === 'templates') return <TemplatesPage />
  const series = query.get('series')
  if (query.get('page') === 'search') return <SearchPage />
  if (series) return <SeriesPage id={series} />
  if (query.get('page') === 'series') return <SeriesListPage />
  return query.get('page') === 'new' ? <CreateWorkshop /> : <WorkshopList />
}

interface TopProps {
  keyed: boolean
  say: SayOrganise
  plan: SayProgramme
  orgKey: string
  language: Language
  choose(language: Language): void
}

function Top({ keyed, say, plan, orgKey, language, choose }: TopProps) {
  const query = new URLSearchParams(location.search)
  const page = query.get('page') ?? (query.has('series') ? 'series' : 'workshops')
  const others = [
    ['series', say('seriesMenu')],
    ['templates', plan('templates')],
    ['search', say('searchMenu')],
  ] as const
  const isOwn = others.every(([name]) => name !== page)
  return (
    <header className="top">
      <Logo />
      {keyed && (
        <nav aria-label={say('mainMenu')}>
          <ul>
            <li>
              <a
                href={pageHref(orgKey)}
                {...(isOwn ? { 'aria-current': location.search === '' ? 'page' : 'true' } : {})}
              >
                {say('workshops')}
              </a>
            </li>
            {others.map(([name, label]) => (
              <li key={name}>
                <a
                  href={pageHref(orgKey, { page: name })}
                  {...(page === name ? { 'aria-current': query.has('series') ? 'true' : 'page' } : {})}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <span className="sp" />
      <label>
        <span className="vh">{say('pageLanguage')}</span>
        <select
          className="in in-small"
          value={language}
          onChange={(event) => choose(pickLanguage([event.target.value]))}
        >
          {languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {languageNames[one]}
            </option>
          ))}
        </select>
      </label>
    </header>
  )
}
