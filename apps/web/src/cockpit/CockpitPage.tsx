/** Opens the workshop behind the link and gathers what the cockpit needs; says so in words when the link opens nothing. */
import { fetchPace, type Credentials } from '@bordet/client'
import { pickLanguage } from '@bordet/text'
import type { CommandType, CrewDoing, View } from '@bordet/workshop'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Logo } from '../shared/Logo.tsx'
import { useDocument } from '../shared/useDocument.ts'
import { useRefusals } from '../shared/useRefusals.ts'
import { useWords } from '../shared/useWords.ts'
import { useWorkshop } from '../shared/useWorkshop.ts'
import { Cockpit } from './Cockpit.tsx'
import { CockpitContext, type Cockpit as CockpitValue } from './cockpitContext.ts'
import { usePictures } from './pictures/usePictures.ts'
import { recordPace, withEarlier, type PaceByTable } from './notePace.ts'
import { useCommands } from './useCommands.ts'
import { useCrew } from './useCrew.ts'
import { useFlagged } from './useFlagged.ts'
import { cockpitWords } from './words.ts'

const HarvestDesk = lazy(async () => ({ default: (await import('./harvest/HarvestDesk.tsx')).HarvestDesk }))

/** The same link on another address: what comes after the meeting. */
const isHarvest = location.pathname.startsWith('/harvest/')

export function CockpitPage({ who }: { who: Credentials | null }) {
  return who ? <Opened who={who} /> : <Notice kind="noKey" />
}

function Opened({ who }: { who: Credentials }) {
  const { view, link, clock } = useWorkshop(who)
  const language = view?.language ?? pickLanguage(navigator.languages)
  const say = useWords(cockpitWords, language)
  const refusal = useRefusals(language)
  const [table, lookAt] = useState<number | null>(null)
  const [doing, doNow] = useState<CrewDoing | null>(null)
  const crew = useCrew(who, table, doing)
  const commands = useCommands(who, crew.name)
  const paces = usePaces(who, view)
  const flagged = useFlagged(who, view)
  const pictures = usePictures(who, view, { say, language, isOnline: link === 'live' })
  const ready = view !== null && say !== null && refusal !== null
  const value = useMemo<CockpitValue | null>(() => {
    if (!ready) return null
    const online = link === 'live'
    return {
      who,
      view,
      link,
      clock,
      say,
      refusal,
      language,
      commands,
      paces,
      crewName: crew.name,
      setCrewName: crew.setName,
      colleagues: (view.crew ?? []).filter(({ pageId }) => pageId !== crew.pageId),
      lookAt,
      doNow,
      flagged,
      pictures,
      may: (type: CommandType) => online && view.me.may.includes(type),
      isLead: view.me.role === 'facilitator' || view.me.role === 'organiser',
    }
  }, [ready, who, view, link, clock, say, refusal, language, commands, paces, crew, flagged, pictures])
  if (link === 'denied') return <Notice kind="denied" />
  if (!value) return <Notice kind={link === 'offline' ? 'waiting' : 'loading'} />
  return (
    <CockpitContext value={value}>
      {isHarvest ? (
        <Suspense>
          <HarvestDesk />
        </Suspense>
      ) : (
        <Cockpit />
      )}
    </CockpitContext>
  )
}

/**
 * Set while rendering, as React has it for state that follows other state, so that no view is ever shown without it.
 * A page that was just opened asks once what was before.
 */
function usePaces(who: Credentials, view: View | null): PaceByTable {
  const [kept, setKept] = useState<{ view: View | null; paces: PaceByTable }>({ view: null, paces: {} })
  const isOpen = view !== null
  const since = view?.phase.startedAt ?? null
  const first = useRef(since)
  useEffect(() => {
    first.current ??= since
  }, [since])
  useEffect(() => {
    if (!isOpen) return
    let current = true
    // Without it the page counts from now on.
    fetchPace(who).then(
      (earlier) => {
        const from = first.current
        if (!current || from === null) return
        setKept((now) => ({ ...now, paces: withEarlier(now.paces, earlier, from) }))
      },
      () => {},
    )
    return () => {
      current = false
    }
  }, [who, isOpen])
  if (!view || kept.view === view) return kept.paces
  const paces = recordPace(kept.paces, view.tables, view.serverTime)
  setKept({ view, paces })
  return paces
}

function Notice({ kind }: { kind: 'noKey' | 'denied' | 'waiting' | 'loading' }) {
  const language = pickLanguage(navigator.languages)
  const say = useWords(cockpitWords, language)
  useDocument('Bordet', language)
  if (!say || kind === 'loading') return null
  return (
    <main className="page-note">
      <Logo />
      <h1>{say(kind === 'waiting' ? 'waitingTitle' : 'deniedTitle')}</h1>
      <p>{say(kind === 'waiting' ? 'waitingText' : kind === 'noKey' ? 'noKeyText' : 'deniedText')}</p>
    </main>
  )
}
