/** For facilitators: whoever has this board open is brought to the part that is seen here. */
import { newOpId, sendCommand, type Credentials } from '@bordet/client'
import type { Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import type { View } from '@bordet/workshop'
import { useState } from 'react'
import type { CanvasHandle } from './canvasHandle.ts'

interface Props {
  who: Credentials
  boardId: string
  view: View
  handle: CanvasHandle | null
  say: Say<typeof svWords>
}

type State = 'idle' | 'busy' | 'done' | 'failed'

export function GatherButton({ who, boardId, view, handle, say }: Props) {
  const [state, setState] = useState<State>('idle')
  if (!view.me.may.includes('gatherHere')) return null
  const gather = async () => {
    if (!handle) return
    setState('busy')
    try {
      await sendCommand(who, { type: 'gatherHere', boardId, area: handle.area() }, newOpId())
      setState('done')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <button
        className="f"
        type="button"
        disabled={!handle || state === 'busy'}
        onClick={() => void gather()}
      >
        {say(state === 'done' ? 'gathered' : 'gather')}
      </button>
      <span className="vh" role="status">
        {state === 'failed' ? say('gatherFailed') : state === 'done' ? say('gathered') : ''}
      </span>
    </>
  )
}
