/** One part of the programme: its time, words and minutes, and below them, when the pen was pressed, all its fields. */
import { clockTime } from '@bordet/text'
import type { Phase } from '@bordet/workshop'
import { useState } from 'react'
import { Icon, ZoneIcon } from '../shared/Icon.tsx'
import { fillPlace } from './checkDraft.ts'
import { useDesk } from './organiseContext.ts'
import { PhaseFields } from './PhaseFields.tsx'
import type { ProgrammeModel } from './programmeModel.ts'
import { useTyped } from './useTyped.ts'

interface Props {
  model: ProgrammeModel
  phase: Phase
  at: number | null
  open: boolean
  moves: { up: boolean; down: boolean }
  onOpen(open: boolean): void
  /** `focus` is the id of what should have the focus afterwards. */
  onMove(by: 1 | -1, focus: string): void
  onDropped(phaseId: string): void
  onRemove(): void
  onAddAfter(): void
}

export function PhaseRow({
  model,
  phase,
  at,
  open,
  moves,
  onOpen,
  onMove,
  onDropped,
  onRemove,
  onAddAfter,
}: Props) {
  const { plan, language } = useDesk()
  const [isOver, setIsOver] = useState(false)
  const shown = (text: string) => (model.place === null ? text : fillPlace(text, model.place))
  const name = shown(phase.name)
  const isPast = model.past.includes(phase.id)
  const isNow = model.current === phase.id
  const isFree = !isPast && !isNow
  const zones = phase.zones.flatMap((id) => model.session.zones.find((zone) => zone.id === id) ?? [])
  return (
    <li
      className={[isPast && 'ed-past', isNow && 'ed-now', isOver && 'ed-over'].filter(Boolean).join(' ')}
      draggable={isFree && !open}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', phase.id)}
      onDragOver={(event) => {
        if (!isFree) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        onDropped(event.dataTransfer.getData('text/plain'))
      }}
    >
      <span className="t num">{at !== null && clockTime(language, at)}</span>
      <div lang={model.language}>
        <p className="nm">{name}</p>
        {phase.question && !open && <p className="kind">{shown(phase.question)}</p>}
        {zones.length > 0 && !open && (
          <ul className="z">
            {zones.map((zone) => (
              <li key={zone.id} className={`tag n-${zone.color}`}>
                <ZoneIcon name={zone.icon} />
                {zone.title}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Minutes model={model} phase={phase} free={isFree} />
      {isPast ? (
        <span className="ed-state">
          <Icon name="lock" />
          {plan('past')}
        </span>
      ) : (
        <span className="ed-state">
          {isNow && <span className="tag tag-now">{plan('now')}</span>}
          <button
            className="btn btn-quiet ed-pen"
            id={`pen-${phase.id}`}
            type="button"
            aria-expanded={open}
            aria-label={plan('change', { name })}
            onClick={() => onOpen(!open)}
          >
            <Icon name={open ? 'up' : 'pen'} />
          </button>
        </span>
      )}
      {open && !isPast && (
        <div className="q">
          {isNow && <p className="wn">{plan('nowHint')}</p>}
          <PhaseFields model={model} phase={phase} isNow={isNow} />
          <div className="ed-acts">
            {isFree && (
              <>
                <button
                  className="btn btn-small"
                  id={`up-${phase.id}`}
                  type="button"
                  aria-disabled={!moves.up}
                  onClick={() => onMove(-1, `up-${phase.id}`)}
                >
                  <Icon name="up" />
                  {plan('up')}
                </button>
                <button
                  className="btn btn-small"
                  id={`down-${phase.id}`}
                  type="button"
                  aria-disabled={!moves.down}
                  onClick={() => onMove(1, `down-${phase.id}`)}
                >
                  <Icon name="down" />
                  {plan('down')}
                </button>
              </>
            )}
            <button className="btn btn-small" type="button" onClick={onAddAfter}>
              <Icon name="plus" />
              {plan('addAfter')}
            </button>
            {isFree && (
              <button className="btn btn-small" type="button" onClick={onRemove}>
                <Icon name="trash" />
                {plan('remove')}
                <span className="vh"> – {phase.name}</span>
              </button>
            )}
          </div>
        </div>
      )}
    </li>
  )
}

function Minutes({ model, phase, free }: { model: ProgrammeModel; phase: Phase; free: boolean }) {
  const { say, plan } = useDesk()
  const typed = useTyped(String(phase.minutes), (text) => {
    const minutes = Number(text)
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > 600 || minutes === phase.minutes) return
    model.change({ type: 'editPhase', phaseId: phase.id, minutes })
  })
  if (!free) return <span className="mn num">{say('minutesShort', { n: phase.minutes })}</span>
  return (
    <span className="mn num">
      <input
        className="in"
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        aria-label={plan('minutesFor', { name: phase.name })}
        value={typed.value}
        onChange={(event) => typed.onType(event.target.value)}
        onBlur={typed.onLeave}
        onKeyDown={(event) => {
          // Nobody who sets a time means to make the workshop at once.
          if (event.key !== 'Enter') return
          event.preventDefault()
          typed.onLeave()
        }}
      />
      <span aria-hidden="true">{plan('min')}</span>
    </span>
  )
}
