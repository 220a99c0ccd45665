/** Dots from the list, for somebody who reads the board with their own link: each press gives one or takes one back. */
import { newOpId, sendCommand } from '@bordet/client'
import { useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useBoard } from './boardContext.ts'

export function DotButtons({ noteId, textId }: { noteId: string; textId: string }) {
  const { say, view, who } = useBoard()
  const { vote, me } = view
  const given = vote?.mine[noteId] ?? 0
  /** What was pressed shows at once, until the view says something new. */
  const [pressed, setPressed] = useState<{ from: number; to: number } | null>(null)
  const hoped = pressed?.from === given ? pressed.to : given
  const [hasFailed, setFailed] = useState(false)
  if (!vote?.open || !me.may.includes('castVotes')) return null
  if (!vote.targets.some((target) => target.noteId === noteId)) return null
  const spent = Object.values(vote.mine).reduce((sum, dots) => sum + dots, 0) - given + hoped
  const left = vote.budget - spent
  const give = (dots: number) => {
    setPressed({ from: given, to: dots })
    setFailed(false)
    const votes = { ...vote.mine, [noteId]: dots }
    sendCommand(who, { type: 'castVotes', votes }, newOpId()).catch(() => {
      setPressed(null)
      setFailed(true)
    })
  }
  return (
    <span className="bo-dots" role="group" aria-label={say('dotsOfNote')} aria-describedby={textId}>
      <button
        className="btn btn-quiet"
        type="button"
        aria-label={say('dotTake')}
        disabled={hoped === 0}
        onClick={() => give(hoped - 1)}
      >
        <Icon name="minus" />
      </button>
      <b className="num" role="status">
        <span aria-hidden="true">{hoped}</span>
        <span className="vh">{say('dotsGiven', { n: hoped, left })}</span>
      </b>
      <button
        className="btn btn-quiet"
        type="button"
        aria-label={say('dotGive')}
        disabled={left <= 0}
        onClick={() => give(hoped + 1)}
      >
        <Icon name="plus" />
      </button>
      {hasFailed && <small role="alert">{say('dotsFailed')}</small>}
    </span>
  )
}
