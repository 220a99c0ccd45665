/**
 * A text that several people may write in: what others saved comes in while one is not writing, and what both wrote is
 * merged by the server. Saved by itself, with the true state beside it; kept on this device until the server has it.
 */
import { newOpId } from '@bordet/client'
import { useCallback, useEffect, useId, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { useCockpit } from '../cockpitContext.ts'
import { useDrafts } from './draftContext.ts'
import type { SayDesk } from './deskWords.ts'
import { askFor, type ReportField } from './reportField.ts'
import {
  accept,
  insertAt,
  isDirty,
  lose,
  openDraft,
  receive,
  refuse,
  resume,
  send,
  toKept,
  write,
  type TextDraft,
} from './textDraft.ts'

const restMs = 1_200
/** When the server could not be reached. */
const againMs = 5_000

/**
 * `merged`: somebody else wrote in it at the same time, and both their words stand there now. `kept`: the server could
 * not be reached. `resumed`: goes on with what was written here before.
 */
type Saved = 'idle' | 'saving' | 'saved' | 'merged' | 'kept' | 'resumed' | 'refused'

export interface TextControl {
  /** Puts words in where the cursor last was, on lines of their own. */
  insert(words: string): void
}

/** One instance holds one field for as long as it lives: another field is another `key`. */
export function SharedText({
  say,
  label,
  value,
  field,
  hidesLabel = false,
  rows = 3,
  max = 8_000,
  control,
}: {
  say: SayDesk
  label: string
  /** What is saved. */
  value: string
  field: ReportField
  /** Where a heading says the same already. */
  hidesLabel?: boolean
  rows?: number
  max?: number
  control?: Ref<TextControl>
}) {
  const { commands, link } = useCockpit()
  const drafts = useDrafts()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [first] = useState(() => {
    const kept = drafts.read(field)
    return kept ? resume(kept, value) : openDraft(value)
  })
  const draft = useRef(first)
  const [text, setText] = useState(first.text)
  const [state, setState] = useState<Saved>(toKept(first) ? 'resumed' : 'idle')
  /** Others have written in it, which comes in with the next save. */
  const [waits, setWaits] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isOpen = useRef(true)
  const fieldNow = useRef(field)
  useEffect(() => {
    fieldNow.current = field
  })
  const become = useCallback(
    (next: TextDraft) => {
      draft.current = next
      drafts.keep(fieldNow.current, toKept(next))
      setText(next.text)
      setWaits(next.seen !== next.base && isDirty(next))
    },
    [drafts],
  )
  const save = async () => {
    clearTimeout(timer.current)
    const next = send(draft.current, newOpId())
    if (next?.sending == null) return
    become(next)
    setState('saving')
    const outcome = await commands.sendWords(askFor(field, next.sending.text, next.base), next.sending.opId)
    // The desk goes on with what this field kept.
    if (!isOpen.current) return
    const isDone = outcome === 'done'
    become(
      isDone ? accept(draft.current) : outcome === 'offline' ? lose(draft.current) : refuse(draft.current),
    )
    const isMerged = !isDirty(draft.current) && draft.current.text.trim() !== next.sending.text
    setState(isDone ? (isMerged ? 'merged' : 'saved') : outcome === 'offline' ? 'kept' : 'refused')
    // What was written meanwhile, or could not be sent. What was refused waits for other words.
    if (toKept(draft.current) && outcome !== 'refused') saveIn(isDone ? 0 : againMs)
  }
  const saveIn = (ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void latest.current(), ms)
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const before = draft.current
    const next = receive(before, value)
    if (next === before) return
    become(next)
    if (next.text !== before.text) setState((now) => (now === 'saved' ? 'merged' : now))
  }, [become, value])
  // What was kept is sent at once, and what waited when the network is back.
  useEffect(() => {
    if (link === 'live' && toKept(draft.current)) void latest.current()
  }, [link])
  useEffect(() => {
    isOpen.current = true
    const letGo = drafts.hold(fieldNow.current)
    const warn = (event: BeforeUnloadEvent) => {
      if (toKept(draft.current) && !drafts.isLasting) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      clearTimeout(timer.current)
      isOpen.current = false
      // Whoever turns to another part of the page has written this one: the desk sends it.
      letGo()
    }
  }, [drafts])
  const onText = (words: string) => {
    become(write(draft.current, words))
    setState('idle')
    saveIn(restMs)
  }
  useImperativeHandle(control, () => ({
    insert(words) {
      const from = area.current?.selectionStart ?? draft.current.text.length
      const { text: next, end } = insertAt(draft.current.text, from, words)
      onText(next)
      requestAnimationFrame(() => {
        area.current?.focus()
        area.current?.setSelectionRange(end, end)
      })
    },
  }))
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
        <textarea {...shared} ref={area} rows={rows} onChange={(event) => onText(event.target.value)} />
      )}
      <span className={`text-state state-${state}`} id={`${id}-state`} role="status">
        {state === 'saving' && say('saving')}
        {state === 'saved' && say('saved')}
        {state === 'merged' && say('merged')}
        {waits && state !== 'saving' && say('othersWrite')}
        {state === 'kept' && say(drafts.isLasting ? 'keptHere' : 'keptOpen')}
        {state === 'resumed' && say('resumed')}
        {state === 'refused' && say('unsaved')}
      </span>
    </div>
  )
}
