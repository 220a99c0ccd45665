/** The top of a seat's screen, which stays in sight: the table, the time, and what the facilitator says to all. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Broadcast } from './Broadcast.tsx'

export function Head({ children }: { children: ComponentChildren }) {
  const head = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!head.current || !('ResizeObserver' in window)) return
    const page = document.documentElement
    // What sticks below it, and what gets the focus, keeps clear of it.
    const observer = new ResizeObserver(() =>
      page.style.setProperty('--head', `${head.current?.offsetHeight ?? 0}px`),
    )
    observer.observe(head.current)
    return () => {
      observer.disconnect()
      page.style.removeProperty('--head')
    }
  }, [])
  return (
    <header class="head" ref={head}>
      {children}
      <Broadcast />
    </header>
  )
}
