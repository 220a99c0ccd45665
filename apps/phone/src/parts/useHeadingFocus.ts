import { useEffect, useRef } from 'preact/hooks'

/**
 * When the screen turns, the page is named anew, shown from its top, and its heading gets the focus, so that a screen
 * reader says where one is. Not on the first screen: there the browser does it.
 */
export function useHeadingFocus(screen: string, title: string): void {
  const isFirst = useRef(true)
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('h1')?.focus()
  }, [screen])
}
