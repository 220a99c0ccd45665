/**
 * A text that several people may write in: what others saved comes in while one is not writing, and what both wrote is
 * merged by the server. Saved by itself, with the true state beside it.
 */
import type { Ask } from '@bordet/workshop'
import { createContext, useContext, useEffect, useId, useRef, useState } from 'react'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'

const restMs = 1_200

/** Of the workshop, in the draft that the texts are shown from. */
export const DraftVersion = createContext(0)

/** `merged`: somebody else wrote in it at the same time, and both their words stand there now. */
type Saved = 'idle' | 'saving' | 'saved' | 'merged' | 'failed'

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
  const isSaving = useRef(false)
  const saveNow = useRef<(words: string) => Promise<void>>(async () => {})
  /** What was saved last and with which version, until a draft that has it has come. */
  const [sent, setSent] = useState<{ text: string; version: number } | null>(null)
  const draftVersion = useContext(DraftVersion)
  const isDirty = text !== base
  // An older draft knows nothing of what was saved since, and must not take it back.
  const isCurrent = sent === null || draftVersion >= sent.version
  // Set while rendering, as React has it for state that follows other state: what others wrote comes in.
  if (isCurrent && !isDirty && state !== 'saving' && (value !== base || sent !== null)) {
    setText(value)
    setBase(value)
    if (sent !== null && value !== sent.text) setState('merged')
    setSent(null)
  }
  const saveSoon = (words: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void saveNow.current(words), restMs)
  }
  const save = async (words: string) => {
    clearTimeout(timer.current)
    const next = words.trim()
    if (next === base) return
    // One after the other: what is under way is what the next one begins with.
    if (isSaving.current) return saveSoon(words)
    isSaving.current = true
    setState('saving')
    const done = await commands.send(toAsk(next, base))
    isSaving.current = false
    if (done) {
      setText((now) => (now === words ? next : now))
      setBase(next)
      setSent({ text: next, version: done.version })
    }
    setState(done ? 'saved' : 'failed')
  }
  // By the time it is saved, the base may be another than when it was typed.
  useEffect(() => void (saveNow.current = save))
  useEffect(() => () => clearTimeout(timer.current), [])
  const write = (words: string) => {
    setText(words)
    setState('idle')
    saveSoon(words)
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
        {state === 'merged' && !isDirty && say('merged')}
        {isDirty && isCurrent && value !== base && say('othersWrite')}
        {state === 'failed' && say('unsaved')}
      </span>
    </div>
  )
}
