/** Shows who would move before anybody does: one press seats them, and their phones show the way. */
import { fetchSeatPlan, type SeatPlan } from '@bordet/client'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import { namedPeople } from './people.ts'

const againMs = 2_000

export function BalanceDialog({ onClose }: { onClose(): void }) {
  const { who, view, say, may, commands } = useCockpit()
  const [plan, setPlan] = useState<SeatPlan | 'loading' | 'failed'>('loading')
  const [plannedFor, setPlannedFor] = useState('')
  const waitMs = useRef(0)
  const seats = JSON.stringify([
    view.people?.map(({ id, table, nextTable }) => [id, table, nextTable]),
    view.tables.length,
  ])
  useEffect(() => {
    let current = true
    const ask = () =>
      fetchSeatPlan(who).then(
        (fresh) => {
          if (!current) return
          setPlan(fresh)
          setPlannedFor(seats)
        },
        () => current && setPlan('failed'),
      )
    // A plan costs the server some work: not at once for everybody who sits down.
    const timer = setTimeout(() => void ask(), waitMs.current)
    waitMs.current = againMs
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [who, seats])
  if (typeof plan === 'string')
    return <p role="status">{say(plan === 'failed' ? 'balanceFailed' : 'balanceLoading')}</p>
  if (plan.moves.length === 0) return <p>{say('balanceEven')}</p>
  const people = new Map(namedPeople(view, say).map((person) => [person.id, person.label]))
  const busy = commands.pending.some((ask) => ask.type === 'planSeats')
  const move = async () => {
    if (await commands.send({ type: 'planSeats' })) onClose()
  }
  return (
    <div className="balance">
      <p>
        <b>{say('balanceWho', { n: plan.moves.length })}.</b>{' '}
        {say('balanceSizes', { least: Math.min(...plan.sizes), most: Math.max(...plan.sizes) })}
      </p>
      <ul>
        {plan.moves.map(({ personId, from, to }) => (
          <li key={personId} className="num">
            {say('balanceMove', { name: people.get(personId) ?? '', from, table: to })}
          </li>
        ))}
      </ul>
      <p className="muted">{say('balanceThen')}</p>
      <div className="row-end">
        <button className="btn" type="button" onClick={onClose}>
          {say('cancel')}
        </button>
        <button
          className="btn btn-main"
          type="button"
          data-first=""
          disabled={!may('planSeats') || busy || plannedFor !== seats}
          onClick={() => void move()}
        >
          <Icon name="people" />
          {say('balanceDo', { n: plan.moves.length })}
        </button>
      </div>
    </div>
  )
}
