/**
 * A text that several people may write in: what others saved comes in while one is not writing, and what both wrote is
 * merged by the server. Saved by itself, with the true state beside it.
 */
import type { Ask } from '@bordet/workshop'
import { useEffect, useId, useRef, useState } from 'react'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'

const restMs = 1_200

type Saved = 'idle' | 'saving' | 'saved' | 'failed'

export function SharedText({
  say,
  label,
  value,
  toAsk,
  hidesLabel = false,
  rows = 3,
  max = 8_000,
}: {
  say: SayDesk
  label: string
  /** What is saved. */
  value: string
  /** `base`: what the writer began with. */
  toAsk(text: string, base: string): Ask
  /** Where a heading says the same already. */
  hidesLabel?: boolean
  rows?: number
  max?: number
}) {
  const { commands } = useCockpit()
  const id = useId()
  const [text, setText] = useState(value)
  const [base, setBase] = useState(value)
  const [state, setState] = useState<Saved>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isDirty = text !== base
  // Set while rendering, as React has it for state that follows other state: what others wrote comes in.
  if (value !== base && !isDirty && state !== 'saving') {
    setText(value)
    setBase(value)
  }
  const save = async (words: string) => {
    clearTimeout(timer.current)
    const next = words.trim()
    if (next === base) return
    setState('saving')
    const done = await commands.send(toAsk(next, base))
    if (done) setBase(words)
    setState(done ? 'saved' : 'failed')
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const write = (words: string) => {
    setText(words)
    setState('idle')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(words), restMs)
  }
  const shared = {
    id,
    className: 'in',
    value: text,
    maxLength: max,
    'aria-describedby': `${id}-state`,
    onBlur: () => void save(text),
  }
  return (
    <div className="shared-text">
      <label className={hidesLabel ? 'vh' : 'lab'} htmlFor={id}>
        {label}
      </label>
      {rows === 1 ? (
        <input {...shared} autoComplete="off" onChange={(event) => write(event.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => write(event.target.value)} />
      )}
      <span className={`text-state state-${state}`} id={`${id}-state`} role="status">
        {state === 'saving' && say('saving')}
        {state === 'saved' && !isDirty && say('saved')}
        {state === 'failed' && say('unsaved')}
      </span>
    </div>
  )
}
