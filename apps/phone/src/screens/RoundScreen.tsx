import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../parts/Icon.tsx'
import { Footer } from '../seat/Footer.tsx'
import { Header } from '../seat/Header.tsx'
import { writableZones } from '../seat/pickScreen.ts'
import { usePhaseStatus, useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { Composer } from '../writing/Composer.tsx'
import { LeftoverDrafts } from '../writing/LeftoverDrafts.tsx'
import { OwnNotes } from '../writing/OwnNotes.tsx'
import { TableNotes } from '../writing/TableNotes.tsx'

/** The question, a field to write one thought in, and what was written. */
export function RoundScreen() {
  const { say } = useWords()
  const { phase } = useView()
  const isOver = usePhaseStatus() === 'over'
  const { isOffline } = useSeat()
  const zones = writableZones(phase)
  return (
    <>
      {!isOver && (
        <a class="skip" href="#write">
          {say('write')}
        </a>
      )}
      <div class={isOver ? 'ph' : 'ph has-bar'}>
        <Header />
        <main>
          <Question />
          {isOver ? (
            <p class="notice">
              <Icon name="clock" />
              <span>
                <b>{say('timeOut')}</b> {say('timeOutMore')}
              </span>
            </p>
          ) : (
            <Composer key={phase.id} phase={phase} zones={zones} />
          )}
          <LeftoverDrafts withCurrent={isOver} />
          <OwnNotes />
          <TableNotes isQuiet={isOffline} />
        </main>
        <Footer />
      </div>
      {!isOver && <WriteBar />}
    </>
  )
}

/** What is asked now, in the meeting's own language. */
export function Question() {
  const { phase, language } = useView()
  return (
    <div lang={language}>
      {phase.question !== undefined && <p class="phase">{phase.name}</p>}
      <h1 tabIndex={-1}>{phase.question ?? phase.name}</h1>
      {phase.help !== undefined && <p class="h-help">{phase.help}</p>}
    </div>
  )
}

/** Stands at the bottom while the field is out of sight. */
function WriteBar() {
  const { say } = useWords()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const field = document.getElementById('write')
    if (!field || !('IntersectionObserver' in window)) return
    const observer = new IntersectionObserver(([entry]) =>
      setShown(entry !== undefined && !entry.isIntersecting),
    )
    observer.observe(field)
    return () => observer.disconnect()
  }, [])
  if (!isShown) return null
  return (
    <div class="write-bar">
      <button class="btn btn-main" type="button" onClick={() => document.getElementById('write')?.focus()}>
        <Icon name="pen" />
        {say('write')}
      </button>
    </div>
  )
}
