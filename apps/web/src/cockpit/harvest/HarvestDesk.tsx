/** What comes after the dots: notes sorted into themes, the report written, files taken home. Several people at once. */
import { useState } from 'react'
import { Dialog } from '../../shared/Dialog.tsx'
import { Icon } from '../../shared/Icon.tsx'
import { Logo } from '../../shared/Logo.tsx'
import { useDocument } from '../../shared/useDocument.ts'
import { useCockpit } from '../cockpitContext.ts'
import { CrewDialog } from '../CrewDialog.tsx'
import { CrewPresence } from '../CrewPresence.tsx'
import { FailureLine } from '../FailureLine.tsx'
import { HarvestFiles } from '../HarvestFiles.tsx'
import { OfflineBar } from '../OfflineBar.tsx'
import { useDeskWords, type SayDesk } from './deskWords.ts'
import { History } from './History.tsx'
import { ReportEditor } from './ReportEditor.tsx'
import { ThemeBoard } from './ThemeBoard.tsx'
import './desk.css'

const tabs = [
  { id: 'themes', words: 'tabThemes', icon: 'list' },
  { id: 'report', words: 'tabReport', icon: 'doc' },
  { id: 'history', words: 'tabHistory', icon: 'clock' },
  { id: 'files', words: 'tabFiles', icon: 'download' },
] as const
type TabId = (typeof tabs)[number]['id']

/** A link may lead to one of them: `?tab=report`. */
function tabAsked(): TabId {
  const asked = new URLSearchParams(location.search).get('tab')
  return tabs.find(({ id }) => id === asked)?.id ?? 'themes'
}

export function HarvestDesk() {
  const { view, who, say: cockpitSay } = useCockpit()
  const say = useDeskWords()
  const [isNaming, setNaming] = useState(false)
  const [tab, setTab] = useState<TabId>(tabAsked)
  useDocument(`${say?.('title') ?? ''} – ${view.title}`, view.language)
  if (!say) return null
  return (
    <div className={tab === 'themes' ? 'desk desk-themes' : 'desk'}>
      <header className="top">
        <Logo />
        <span className="ws">{view.title}</span>
        <span className="sp" />
        <CrewPresence open={() => setNaming(true)} />
        <a className="btn btn-small" href={`/facilitate/${encodeURIComponent(who.workshopId)}#${who.key}`}>
          <Icon name="left" />
          {say('toCockpit')}
        </a>
      </header>
      {isNaming && (
        <Dialog
          title={cockpitSay('crewTitle')}
          closeLabel={cockpitSay('close')}
          onClose={() => setNaming(false)}
        >
          <CrewDialog onClose={() => setNaming(false)} />
        </Dialog>
      )}
      <OfflineBar />
      <main className={tab === 'themes' || tab === 'history' ? 'desk-main desk-wide' : 'desk-main'}>
        <div className="desk-head">
          <h1>{say('title')}</h1>
          <nav className="desk-tabs" aria-label={say('title')}>
            {tabs.map(({ id, words, icon }) => (
              <button
                key={id}
                className="btn"
                type="button"
                {...(id === tab ? { 'aria-current': 'page' as const } : {})}
                onClick={() => setTab(id)}
              >
                <Icon name={icon} />
                {say(words)}
              </button>
            ))}
          </nav>
        </div>
        <FailureLine />
        <Tab id={tab} say={say} />
      </main>
    </div>
  )
}

function Tab({ id, say }: { id: TabId; say: SayDesk }) {
  switch (id) {
    case 'themes':
      return <ThemeBoard say={say} />
    case 'report':
      return <ReportEditor say={say} />
    case 'history':
      return <History say={say} />
    case 'files':
      return <HarvestFiles onDesk />
    default:
      return id satisfies never
  }
}
