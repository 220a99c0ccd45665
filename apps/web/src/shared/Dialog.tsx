/**
 * A native modal dialog: the browser keeps focus inside, gives it back afterwards, and closes it on Escape. An element
 * with `data-first` inside gets the focus instead of the first one.
 */
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'

interface Props {
  title: string
  closeLabel: string
  onClose(): void
  children: ReactNode
  wide?: boolean
}

export function Dialog({ title, closeLabel, onClose, children, wide = false }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // A layout effect, because a passive one cleans up after the dialog has left the page, and then focus is lost.
  useLayoutEffect(() => {
    const dialog = element.current
    if (dialog && !dialog.open) {
      dialog.showModal()
      dialog.querySelector<HTMLElement>('[data-first]')?.focus()
    }
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={element}
      className={wide ? 'dlg dlg-wide' : 'dlg'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className="dlg-in">
        <header className="dlg-head">
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          <button className="btn btn-quiet dlg-x" type="button" aria-label={closeLabel} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
