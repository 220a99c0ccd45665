/** A link to a part of the same page. It moves the focus itself, because the address' fragment holds the page's key. */
import type { ReactNode } from 'react'

interface Props {
  to: string
  className: string
  children: ReactNode
}

export function JumpLink({ to, className, children }: Props) {
  return (
    <a
      className={className}
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault()
        jumpTo(to)
      }}
    >
      {children}
    </a>
  )
}

/** Scrolls to an element and puts the keyboard there. */
export function jumpTo(id: string): void {
  const target = document.getElementById(id)
  if (!target) return
  if (target.tabIndex < 0) target.tabIndex = -1
  target.scrollIntoView({ block: 'start' })
  target.focus({ preventScroll: true })
}
