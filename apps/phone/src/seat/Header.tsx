import { countdown } from '@bordet/text'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../parts/Icon.tsx'
import { Logo } from '../parts/Logo.tsx'
import { TableMark } from '../parts/TableMark.tsx'
import { useWords } from '../words.ts'
import { Head } from './Head.tsx'
import { phaseLeftMs } from './pickScreen.ts'
import { useNow, useNowBySecond, useSeat, useView } from './seatContext.ts'

/** Where I sit, how much time there is, and what the facilitator has just said. */
export function Header() {
  return (
    <Head>
      <div class="bar">
        <span class="where">
          <Where />
        </span>
        <TimeLeft />
      </div>
      <MinuteStrip />
    </Head>
  )
}

function Where() {
  const { say } = useWords()
  const { me, tables } = useView()
  const table = tables.find(({ number }) => number === me.table)
  if (!table) return <Logo />
  return (
    <>
      <TableMark table={table} />
      {say('table', { n: table.number })}
    </>
  )
}

/** In minutes; the last one in seconds, and over time with a plus. Screen readers hear 5, 2 and 0 minutes only. */
export function TimeLeft({ exact = false }: { exact?: boolean }) {
  const { say } = useWords()
  const { announce } = useSeat()
  const { phase } = useView()
  const leftMs = phaseLeftMs(phase, useNowBySecond())
  const minutes = leftMs === null ? null : Math.ceil(leftMs / 60_000)
  const before = useRef({ phase: phase.id, minutes })

  useEffect(() => {
    const last = before.current
    before.current = { phase: phase.id, minutes }
    if (minutes === null || last.minutes === null || last.phase !== phase.id || minutes >= last.minutes)
      return
    if (minutes === 5 || minutes === 2) announce(say('timeLeft', { n: minutes }))
    if (minutes === 0) announce(say('timeOut'))
  }, [minutes, phase.id])

  if (leftMs === null || minutes === null) return null
  const isPaused = phase.status === 'paused'
  const isOver = leftMs <= 0 || phase.status === 'over'
  const isExact = exact || minutes <= 1
  return (
    <span class="left num" role="timer">
      <Icon name={isPaused ? 'pause' : 'clock'} />
      {isPaused
        ? say('paused')
        : isOver
          ? say('timeOut')
          : isExact
            ? countdown(leftMs)
            : say('timeLeft', { n: minutes })}
    </span>
  )
}

/** The clock's seats laid flat: one a minute, thirty at most. The words above say the same. */
function MinuteStrip() {
  const { phase } = useView()
  const leftMs = phaseLeftMs(phase, useNow(5_000))
  if (leftMs === null || phase.durationMs <= 0) return null
  const seats = Math.max(1, Math.min(30, Math.round(phase.durationMs / 60_000)))
  const left = Math.ceil((Math.max(0, leftMs) / phase.durationMs) * seats - 1e-9)
  return (
    <div class={phase.status === 'paused' ? 'mins is-paused' : 'mins'} aria-hidden="true">
      {Array.from({ length: seats }, (_, index) => (
        <i key={index} class={index >= seats - left ? 'on' : ''} />
      ))}
    </div>
  )
}
