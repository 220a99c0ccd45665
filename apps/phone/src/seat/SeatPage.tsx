/** Everything after the door: follows the workshop and shows the one screen that is due. */
import type { Credentials } from '@bordet/client'
import { useEffect, useRef, useState } from 'preact/hooks'
import { LaterVoteScreen } from '../laterParts.tsx'
import { useRender } from '../parts/useRender.ts'
import { useHeadingFocus } from '../parts/useHeadingFocus.ts'
import { BreakScreen } from '../screens/BreakScreen.tsx'
import { ClosedScreen } from '../screens/ClosedScreen.tsx'
import { ConnectingScreen } from '../screens/ConnectingScreen.tsx'
import { DeniedScreen } from '../screens/DeniedScreen.tsx'
import { MoveScreen } from '../screens/MoveScreen.tsx'
import { RoundScreen } from '../screens/RoundScreen.tsx'
import { TableScreen } from '../screens/TableScreen.tsx'
import { WaitScreen } from '../screens/WaitScreen.tsx'
import { firstLanguage, useWords, type Words } from '../words.ts'
import { OfflineBanner } from './OfflineBanner.tsx'
import { takeSeat, type SeatState } from './openSeat.ts'
import { pickScreen, type Screen } from './pickScreen.ts'
import { SeatContext } from './seatContext.ts'

const screens = {
  connecting: ConnectingScreen,
  denied: DeniedScreen,
  closed: ClosedScreen,
  move: MoveScreen,
  break: BreakScreen,
  vote: LaterVoteScreen,
  round: RoundScreen,
  wait: WaitScreen,
}

export function SeatPage(props: {
  who: Credentials
  isNew: boolean
  onLanguage(language: Words['language']): void
}) {
  const words = useWords()
  const [isNewHere, setNewHere] = useState(props.isNew)
  const { said, announce, countSaved } = useAnnouncements(words)
  const { seat, state, isOnline } = useOpenSeat(props.who, countSaved)
  const { view, link } = state
  const satDownIn = useRef<string | undefined>(undefined)
  satDownIn.current ??= view?.phase.id
  // Whoever never says to have found the table is not held up there when the evening goes on.
  const isStillNew = isNewHere && satDownIn.current === view?.phase.id
  const screen = pickScreen(view, link, isStillNew)

  // To whoever reads none of our languages by the browser's word, the page speaks the meeting's.
  useEffect(() => {
    if (view && firstLanguage(view.language) !== words.language)
      props.onLanguage(firstLanguage(view.language))
  }, [view?.language])
  useEffect(() => {
    document.documentElement.dataset['screen'] = screen
  }, [screen])
  useHeadingFocus(`${screen} ${view?.phase.id} ${view?.me.nextTable}`, titleOf(screen, words, state))

  const here = { ...state, seat, announce, isOffline: !isOnline || link === 'offline' }
  const Shown = screen === 'table' ? null : screens[screen]
  return (
    <SeatContext.Provider value={here}>
      <OfflineBanner />
      {Shown ? <Shown /> : <TableScreen isNewHere={isStillNew} onFound={() => setNewHere(false)} />}
      <p class="vh" role="status">
        {said}
      </p>
    </SeatContext.Provider>
  )
}

/** In a pocket for this long a phone keeps no line open. */
const restMs = 60_000

/** Opens the seat once, and hurries it when the phone wakes or comes online. */
function useOpenSeat(who: Credentials, onSaved: () => void) {
  const render = useRender()
  const saved = useRef(onSaved)
  saved.current = onSaved
  const [isOnline, setOnline] = useState(navigator.onLine)
  const [seat] = useState(() => takeSeat(who, { onChange: render, onSaved: () => saved.current() }))
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined
    const wake = () => {
      setOnline(navigator.onLine)
      clearTimeout(rest)
      if (document.hidden) rest = setTimeout(seat.rest, restMs)
      if (navigator.onLine && !document.hidden) seat.hurry()
    }
    const events = ['online', 'offline', 'pageshow'] as const
    for (const name of events) window.addEventListener(name, wake)
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearTimeout(rest)
      for (const name of events) window.removeEventListener(name, wake)
      document.removeEventListener('visibilitychange', wake)
      seat.close()
    }
  }, [seat])
  // A phone may say "offline" behind a proxy that works; a live line knows better.
  return { seat, state: seat.state(), isOnline: isOnline || seat.state().link === 'live' }
}

/** What is said to screen readers: the latest thing, and saved notes gathered, so that a flood becomes one sentence. */
function useAnnouncements(words: Words) {
  const [said, announce] = useState('')
  const count = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const countSaved = () => {
    count.current += 1
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      announce(words.say('savedCount', { n: count.current }))
      count.current = 0
    }, 800)
  }
  return { said, announce, countSaved }
}

function titleOf(screen: Screen, { say }: Words, { view }: SeatState): string {
  if (screen === 'denied') return say('deniedTitle')
  if (!view) return 'Bordet'
  if (screen === 'move') return say('move', { n: view.me.nextTable ?? '' })
  const what = screen === 'closed' ? say('thanks') : view.phase.name
  return view.me.table === null ? what : `${say('table', { n: view.me.table })} – ${what}`
}
