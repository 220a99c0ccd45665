/** Full screen on a click or the key `f`. */
import { useCallback, useEffect } from 'react'

export function useFullScreen(): () => void {
  const toggle = useCallback(() => {
    // A browser may say no (a frame, a policy): then the page simply stays as it is.
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => {})
    else void document.documentElement.requestFullscreen?.().catch(() => {})
  }, [])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return
      toggle()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [toggle])
  return toggle
}
