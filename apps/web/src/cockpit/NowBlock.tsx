/** Clock and main button as one block: what is going on, how long, and what happens next. */
import { clockTime } from '@bordet/text'
import type { Ask } from '@bordet/workshop'
import { useEffect, useState } from 'react'
import { ClockRing } from '../shared/ClockRing.tsx'
import { Icon } from '../shared/Icon.tsx'
import { useServerNow } from '../shared/useServerNow.ts'
import type { OpenDialog } from './CockpitDialog.tsx'
import { useCockpit } from './cockpitContext.ts'
import { ByItself } from './ByItself.tsx'
import { mainAction, shortName, type Line } from './mainAction.ts'
import { leftOf } from '../shared/phaseClock.ts'

export function NowBlock({ open }: { open: OpenDialog }) {
  const { view, say, isLead } = useCockpit()
  const { phase } = view
  const closed = view.status === 'closed'
  return (
    <section className={closed ? 'card now now-closed' : 'card now'} aria-label={say('nowLabel')}>
      {!closed && <Clock />}
      <div className="what">
        <h1>{closed ? say('closedTitle') : phase.name}</h1>
        <p className="q">
          {closed
            ? say('closedText')
            : (phase.question ?? phase.help ?? (phase.kind === 'move' ? say('moveHelp') : ''))}
        </p>
        {isLead && <Go open={open} />}
      </div>
      {isLead && !closed && <Adjust />}
      {isLead && !closed && <ByItself />}
    </section>
  )
}

function Clock() {
  const { view, clock, say, language } = useCockpit()
  const now = useServerNow(clock, view.phase.endsAt)
  const { phase } = view
  const leftMs = leftOf(phase, now)
  const minutes = Math.floor(Math.abs(leftMs) / 60_000)
  const seconds = Math.floor(Math.abs(leftMs) / 1000) % 60
  const time = { minutes, seconds }
  const label =
    phase.status === 'waiting'
      ? say('clockWaiting', { minutes: Math.round(phase.durationMs / 60_000) })
      : leftMs <= 0
        ? say('clockOver', time)
        : say(phase.status === 'paused' ? 'clockPaused' : 'clockLeft', time)
  const caption =
    phase.status === 'paused'
      ? say('paused')
      : phase.status === 'waiting'
        ? say('notStarted')
        : leftMs <= 0
          ? say('timeOut')
          : say('until', { time: clockTime(language, phase.endsAt ?? now + leftMs) })
  return (
    <div className="clock">
      <ClockRing
        durationMs={phase.durationMs}
        leftMs={leftMs}
        caption={caption}
        label={label}
        paused={phase.status === 'paused'}
      />
    </div>
  )
}

/** Long enough that a double press of a stressed hand counts once. */
const restMs = 600

function Go({ open }: { open: OpenDialog }) {
  const { view, say, may, commands } = useCockpit()
  const [resting, setResting] = useState(false)
  useEffect(() => {
    if (!resting) return
    const timer = setTimeout(() => setResting(false), restMs)
    return () => clearTimeout(timer)
  }, [resting])
  const action = mainAction(view)
  // A colleague's press changes what the button does under one's finger: it must not count as the next one.
  const does = JSON.stringify(action?.ask ?? null)
  const [done, setDone] = useState(does)
  if (done !== does) {
    setDone(does)
    setResting(true)
  }
  const busy = commands.pending.some((ask) => phaseCommands.has(ask.type))
  const press = (ask: Ask, confirm: boolean) => {
    if (resting || busy) return
    if (confirm) return open('close')
    setResting(true)
    void commands.send(ask)
  }
  const undo = view.canUndo
  return (
    <div className="go">
      {action ? (
        <button
          key="go"
          className="btn btn-main"
          id="go"
          type="button"
          // Not `disabled`: that would throw the focus away in the very moment it is pressed.
          aria-disabled={resting || busy || !may(action.ask.type)}
          onClick={() => may(action.ask.type) && press(action.ask, action.confirm)}
        >
          <span className="l">
            {say(action.verb.key, action.verb.holes)}
            {busy ? <span className="spin" aria-hidden="true" /> : <Icon name="right" />}
          </span>
          <small>{action.consequence.map((line: Line) => say(line.key, line.holes)).join(' ')}</small>
        </button>
      ) : (
        <button
          key="reopen"
          className="btn"
          id="go"
          type="button"
          disabled={!may('reopen')}
          onClick={() => void commands.send({ type: 'reopen' })}
        >
          <Icon name="undo" />
          {say('reopen')}
        </button>
      )}
      {action && (
        <div className="stack">
          <button
            className="btn"
            type="button"
            disabled={!undo || busy || resting || !may('undoPhase')}
            onClick={() => press({ type: 'undoPhase', from: view.phase.id }, false)}
          >
            <Icon name="undo" />
            {undo ? say('undoWhat', { name: shortName(undo.phaseName).short }) : say('undoNothing')}
          </button>
          <button className="btn" type="button" onClick={() => open('jump')}>
            <Icon name="list" />
            {say('jumpButton')}
          </button>
        </div>
      )}
    </div>
  )
}

const phaseCommands: ReadonlySet<Ask['type']> = new Set([
  'startPhase',
  'undoPhase',
  'reveal',
  'close',
  'reopen',
])

/** Two minutes are what one gives a hall that is nearly done: one press. */
const steps = [-5, -1, 1, 2, 5] as const

function Adjust() {
  const { view, clock, say, may, commands } = useCockpit()
  const now = useServerNow(clock)
  // Time that is out cannot be made shorter, only longer.
  const isOut = view.phase.status === 'over' || leftOf(view.phase, now) <= 0
  return (
    <div className="adj" role="group" aria-label={say('adjustLabel')}>
      {steps.map((minutes) => (
        <button
          key={minutes}
          className="btn"
          type="button"
          aria-label={say(minutes < 0 ? 'adjustLess' : 'adjustMore', { n: Math.abs(minutes) })}
          disabled={!may('extend') || (minutes < 0 && isOut)}
          onClick={() => void commands.send({ type: 'extend', minutes })}
        >
          {minutes < 0 ? `−${-minutes}` : `+${minutes}`}
        </button>
      ))}
    </div>
  )
}
