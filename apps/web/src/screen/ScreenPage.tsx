/** Opens the workshop behind the link; while nothing is known yet there is only the product's mark. */
import type { Credentials } from '@bordet/client'
import { pickLanguage } from '@bordet/text'
import { useMemo } from 'react'
import { Logo } from '../shared/Logo.tsx'
import { useDocument } from '../shared/useDocument.ts'
import { useWords } from '../shared/useWords.ts'
import { useWorkshop } from '../shared/useWorkshop.ts'
import { BigScreen } from './BigScreen.tsx'
import { GoOn } from './GoOn.tsx'
import { ScreenContext, type Shown } from './screenContext.ts'
import { useNewBuild } from './useNewBuild.ts'
import { screenWords } from './words.ts'

export function ScreenPage({ who }: { who: Credentials | null }) {
  return <GoOn>{who ? <Opened who={who} /> : <Denied />}</GoOn>
}

function Opened({ who }: { who: Credentials }) {
  const { view, link, clock } = useWorkshop(who)
  const language = view?.language ?? pickLanguage(navigator.languages)
  const say = useWords(screenWords, language)
  const shown = useMemo<Shown | null>(
    () => (view && say ? { view, clock, say, language } : null),
    [view, clock, say, language],
  )
  useNewBuild(link)
  if (link === 'denied') return <Denied />
  if (!shown) {
    return (
      <main className="sc sc-wait">
        <Logo />
      </main>
    )
  }
  return (
    <ScreenContext value={shown}>
      <BigScreen offline={link === 'offline'} />
    </ScreenContext>
  )
}

function Denied() {
  const language = pickLanguage(navigator.languages)
  const say = useWords(screenWords, language)
  useDocument('Bordet', language)
  return (
    <main className="sc sc-wait">
      <Logo />
      <h1>{say?.('deniedTitle')}</h1>
      <p>{say?.('deniedText')}</p>
    </main>
  )
}
