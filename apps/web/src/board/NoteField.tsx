/** The words of one note in a field, shared letter by letter with everybody who has the note open. */
import { useLayoutEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { bindField } from './bindField.ts'
import { useBoard } from './boardContext.ts'

interface Props {
  text: Y.Text
  label: string
  className: string
  /** Where it begins, below a picture. */
  top?: number | undefined
  /** Escape or Ctrl+Enter; leaving the field is the parent's to notice, which may have buttons beside it. */
  onDone(): void
}

const longestNote = 1_000

export function NoteField({ text, label, className, top, onDone }: Props) {
  const { board, say } = useBoard()
  const field = useRef<HTMLTextAreaElement>(null)
  const { undo } = board
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    undo.beginStep('typing')
    const unbind = bindField(element, text, undo.origin)
    element.focus({ preventScroll: true })
    return () => {
      unbind()
      undo.beginStep('typing')
    }
  }, [text, undo])
  return (
    <textarea
      ref={field}
      className={className}
      style={{ top }}
      aria-label={label}
      placeholder={say('noteWrite')}
      maxLength={longestNote}
      enterKeyHint="enter"
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
          event.preventDefault()
          event.stopPropagation()
          onDone()
        }
      }}
    />
  )
}
