/** What comes after the dots: notes sorted into themes, the report written, files taken home. Several people at once. */
import { fetchReportDraft, type ReportDraft } from '@bordet/client'
import { useEffect, useState } from 'react'
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
import { DraftContext, useDraftStore } from './draftContext.ts'
import { useDeskWords, type SayDesk } from './deskWords.ts'
import { History } from './History.tsx'
import { ReportEditor } from './ReportEditor.tsx'
import { ThemeBoard } from './ThemeBoard.tsx'
import { useFetched } from './useFetched.ts'
import './desk.css'

const tabs = [
  { id: 'themes', words: 'tabThemes', icon: 'list' },
  { id: 'report', words: 'tabReport', icon: 'doc' },
  { id: 'history', words: 'tabHistory', icon: 'clock' },
  { id: 'files', words: 'tabFiles', icon: 'download' },
] as const
type TabId = (typeof tabs)[number]['id']

/** A link may lead to one of them, and to a section of the report: `?tab=report&part=answers`. */
function addressed(): { tab: TabId; part: string | null } {
  const asked = new URLSearchParams(location.search)
  const tab = tabs.find(({ id }) => id === asked.get('tab'))?.id ?? 'themes'
  return { tab, part: asked.get('part') }
}

/** So that a reload comes back to the same place. */
function keepAddress(tab: TabId, part: string | null): void {
  const address = new URL(location.href)
  address.searchParams.set('tab', tab)
  if (part === null) address.searchParams.delete('part')
  else address.searchParams.set('part', part)
  history.replaceState(history.state, '', address)
}

export function HarvestDesk() {
  const { view, who, say: cockpitSay, doNow } = useCockpit()
  const say = useDeskWords()
  const [isNaming, setNaming] = useState(false)
  const [first] = useState(addressed)
  const [tab, setTab] = useState<TabId>(first.tab)
  const [part, setPart] = useState(first.part)
  const { store, waiting } = useDraftStore()
  // Here, not in the report itself: it is there again at once when somebody comes back to it without a network.
  const [draft, setDraft] = useState<ReportDraft | null>(null)
  useEffect(() => keepAddress(tab, part), [tab, part])
  useEffect(() => {
    doNow(tab)
    return () => doNow(null)
  }, [doNow, tab])
  useDocument(`${say?.('title') ?? ''} – ${view.title}`, view.language)
  if (!say) return null
  return (
    <DraftContext value={store}>
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
        <main className={tab === 'files' ? 'desk-main' : 'desk-main desk-wide'}>
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
          <Waiting say={say} n={waiting} />
          {tab === 'report' ? (
            <Report say={say} last={draft} onDraft={setDraft} part={part} open={setPart} />
          ) : (
            <Tab id={tab} say={say} />
          )}
        </main>
      </div>
    </DraftContext>
  )
}

/** Only while the server cannot be reached: else they are on their way. */
function Waiting({ say, n }: { say: SayDesk; n: number }) {
  const { link } = useCockpit()
  return (
    <div role="status">
      {n > 0 && link !== 'live' && (
        <p className="st st-kept">
          <Icon name="cloudoff" />
          {say('textsWait', { n })}
        </p>
      )}
    </div>
  )
}

interface ReportProps {
  say: SayDesk
  last: ReportDraft | null
  onDraft(draft: ReportDraft): void
  part: string | null
  open(part: string | null): void
}

function Report({ say, last, onDraft, part, open }: ReportProps) {
  const { who, view } = useCockpit()
  const { value, hasFailed } = useFetched(fetchReportDraft, who, view.version)
  useEffect(() => {
    if (value) onDraft(value)
  }, [value, onDraft])
  return <ReportEditor say={say} draft={value ?? last} hasFailed={hasFailed} part={part} open={open} />
}

function Tab({ id, say }: { id: Exclude<TabId, 'report'>; say: SayDesk }) {
  switch (id) {
    case 'themes':
      return <ThemeBoard say={say} />
    case 'history':
      return <History say={say} />
    case 'files':
      return <HarvestFiles onDesk />
    default:
      return id satisfies never
  }
}
