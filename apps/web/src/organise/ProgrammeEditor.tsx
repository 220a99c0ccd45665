/** The programme, row by row: times at a glance, everything else behind the pen. Works by keyboard, drag is a shortcut. */
import { newOpId } from '@bordet/client'
import { clockTime } from '@bordet/text'
import type { Phase } from '@bordet/workshop'
import { useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useDesk } from './organiseContext.ts'
import { PhaseRow } from './PhaseRow.tsx'
import { planTimes } from './planTimes.ts'
import { firstMovable, type ProgrammeModel } from './programmeModel.ts'

interface Removed {
  phase: Phase
  before: string | null
}

export function ProgrammeEditor({ model }: { model: ProgrammeModel }) {
  const { plan, language } = useDesk()
  const [openId, setOpenId] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const [removed, setRemoved] = useState<Removed | null>(null)
  const focusNext = useRef<string | null>(null)
  const { session, startsAt } = model
  const { phases } = session
  const { starts, end } = planTimes(
    startsAt ?? 0,
    phases.map(({ minutes }) => minutes),
  )
  const first = firstMovable(model)
  useLayoutEffect(() => {
    if (focusNext.current === null) return
    document.getElementById(focusNext.current)?.focus()
    focusNext.current = null
  })
  const tell = (text: string, focus: string | null) => {
    setTold(text)
    focusNext.current = focus
  }
  /** `to` counts among all phases as they stand now. */
  const move = (index: number, to: number, focus: string | null) => {
    const phase = phases[index]
    if (!phase || to === index || to < first || to >= phases.length) return
    const before = phases[to > index ? to + 1 : to]?.id ?? null
    if (model.change({ type: 'movePhase', phaseId: phase.id, before }))
      tell(plan('moved', { name: phase.name, n: to + 1 }), focus)
  }
  const remove = (index: number) => {
    const phase = phases[index]
    if (!phase || !model.change({ type: 'removePhase', phaseId: phase.id })) return
    setRemoved({ phase, before: phases[index + 1]?.id ?? null })
    setOpenId(null)
    tell(plan('removed', { name: phase.name }), 'programme-back')
  }
  const add = (before: string | null) => {
    const id = newOpId()
    const change = { type: 'addPhase', id, before, phase: { ...blankPhase, name: plan('newPhase') } } as const
    if (!model.change(change)) return
    const place = before === null ? phases.length : phases.findIndex((phase) => phase.id === before)
    setOpenId(id)
    tell(plan('added', { n: place + 1 }), `pen-${id}`)
  }
  const bringBack = ({ phase: gone, before }: Removed) => {
    const { id: _, ...phase } = gone
    const id = newOpId()
    const there = phases.some((one) => one.id === before) ? before : null
    if (!model.change({ type: 'addPhase', id, phase, before: there })) return
    setRemoved(null)
    tell('', `pen-${id}`)
  }
  return (
    <>
      <ol className="ed">
        {phases.map((phase, index) => (
          <PhaseRow
            key={phase.id}
            model={model}
            phase={phase}
            at={startsAt === null ? null : (starts[index] ?? null)}
            open={openId === phase.id}
            onOpen={(open) => setOpenId(open ? phase.id : null)}
            moves={{ up: index > first, down: index >= first && index < phases.length - 1 }}
            onMove={(by, focus) => move(index, index + by, focus)}
            onDropped={(id) =>
              move(
                phases.findIndex((one) => one.id === id),
                index,
                null,
              )
            }
            onRemove={() => remove(index)}
            onAddAfter={() => add(phases[index + 1]?.id ?? null)}
          />
        ))}
      </ol>
      <div className="ed-foot">
        <button className="btn" type="button" onClick={() => add(null)}>
          <Icon name="plus" />
          {plan('add')}
        </button>
        {startsAt !== null && (
          <p className="num">
            {plan('total', {
              time: clockTime(language, end),
              n: phases.reduce((sum, { minutes }) => sum + minutes, 0),
            })}
          </p>
        )}
      </div>
      <div className="ed-told">
        <p role="status">{told}</p>
        {removed && (
          <button
            className="btn btn-small"
            id="programme-back"
            type="button"
            onClick={() => bringBack(removed)}
          >
            <Icon name="undo" />
            {plan('takeBack', { name: removed.phase.name })}
          </button>
        )}
      </div>
    </>
  )
}

const blankPhase: Omit<Phase, 'id' | 'name'> = {
  kind: 'round',
  starters: [],
  minutes: 15,
  rotation: 'none',
  noteMode: { kind: 'open' },
  zones: [],
}
