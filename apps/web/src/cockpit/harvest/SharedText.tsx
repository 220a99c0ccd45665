/**
 * A text that several people may write in: what others saved comes in while one is not writing, and what both wrote is
 * merged by the server. Saved by itself, with the true state beside it.
 */
import type { Ask } from '@bordet/workshop'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import { accept, isDirty, openDraft, receive, refuse, send, write, type TextDraft } from './textDraft.ts'

const restMs = 1_200
/** When the server could not be reached. */
const againMs = 5_000

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
  const draft = useRef(openDraft(value))
  const [text, setText] = useState(value)
  const [state, setState] = useState<Saved>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const become = useCallback((next: TextDraft) => {
    draft.current = next
    setText(next.text)
  }, [])
  const save = async () => {
    clearTimeout(timer.current)
    const next = send(draft.current)
    if (next?.sending == null) return
    become(next)
    setState('saving')
    const done = await commands.send(toAsk(next.sending.text, next.base))
    become(done ? accept(draft.current) : refuse(draft.current))
    setState(done ? 'saved' : 'failed')
    // What was written meanwhile, or could not be sent.
    if (isDirty(draft.current)) saveIn(done ? 0 : againMs)
  }
  const saveIn = (ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void latest.current(), ms)
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => become(receive(draft.current, value)), [become, value])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isDirty(draft.current)) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      // Whoever turns to another part of the page has written this one.
      void latest.current()
      clearTimeout(timer.current)
    }
  }, [])
  const onText = (words: string) => {
    become(write(draft.current, words))
    setState('idle')
    saveIn(restMs)
  }
  const shared = {
    id,
    className: 'in',
    value: text,
    maxLength: max,
    'aria-describedby': `${id}-state`,
    onBlur: () => void save(),
  }
  return (
    <div className="shared-text">
      <label className={hidesLabel ? 'vh' : 'lab'} htmlFor={id}>
        {label}
      </label>
      {rows === 1 ? (
        <input {...shared} autoComplete="off" onChange={(event) => onText(event.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => onText(event.target.value)} />
      )}
      <span className={`text-state state-${state}`} id={`${id}-state`} role="status">
        {state === 'saving' && say('saving')}
        {state === 'saved' && say('saved')}
        {state === 'failed' && say('unsaved')}
      </span>
    </div>
  )
}
