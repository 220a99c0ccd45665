import { useEffect, useRef, useState } from 'preact/hooks'
import { LaterChoices, LaterLeftoverDrafts, LaterPrepared, LaterFormSteps } from '../laterParts.tsx'
import { Icon } from '../parts/Icon.tsx'
import { useRender } from '../parts/useRender.ts'
import { draftOf, offerDraftsLastIn } from '../seat/drafts.ts'
import { Footer } from '../seat/Footer.tsx'
import { Header } from '../seat/Header.tsx'
import { writableZones } from '../seat/pickScreen.ts'
import { usePhaseStatus, useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { Composer } from '../writing/Composer.tsx'
import { OwnNotes } from '../writing/OwnNotes.tsx'
import { TableNotes } from '../writing/TableNotes.tsx'

/** The question, a field to write one thought in, and what was written. */
export function RoundScreen() {
  const { say } = useWords()
  const { phase, me } = useView()
  const isOver = usePhaseStatus() === 'over'
  const { seat, isOffline } = useSeat()
  const writing = useWriting(phase.id, isOver)
  useEffect(() => offerDraftsLastIn(seat.owner, phase.id), [phase.id])
  const zones = writableZones(phase)
  return (
    <>
      {writing.isOpen && (
        <a class="skip" href="#write">
          {say('write')}
        </a>
      )}
      <div class={writing.isOpen ? 'ph has-bar' : 'ph'}>
        <Header />
        <main>
          <Question />
          <LaterPrepared />
          <LaterChoices />
          {writing.isOpen ? (
            <Composer key={phase.id} phase={phase} zones={zones} isLate={isOver} onSent={writing.sent} />
          ) : (
            <p class="notice">
              <Icon name="clock" />
              <span>
                <b>{say('timeOut')}</b> {say('timeOutMore')}
              </span>
            </p>
          )}
          <LaterFormSteps />
          <LaterLeftoverDrafts />
          <OwnNotes />
          {!me.form && <TableNotes isQuiet={isOffline} />}
        </main>
        <Footer />
      </div>
      {writing.isOpen && <WriteBar key={phase.id} />}
    </>
  )
}

/** Whoever has begun a thought when time is out may finish it and put it up; an empty field closes with the round. */
function useWriting(phaseId: string, isOver: boolean) {
  const { seat } = useSeat()
  const look = useRender()
  const isFinishing = useRef(false)
  if (!isOver) isFinishing.current = false
  else if (draftOf(seat.owner, phaseId)) isFinishing.current = true
  return {
    isOpen: !isOver || isFinishing.current,
    sent() {
      isFinishing.current = false
      look()
    },
  }
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

/** Stands at the bottom while the field is out of sight. Each round has a field of its own to watch. */
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
