/** A field whose words are handed over when somebody stops writing or leaves it, not letter by letter. */
import { useCallback, useEffect, useRef, useState } from 'react'

const pauseMs = 700

export interface Typed {
  value: string
  onType(text: string): void
  onLeave(): void
}

/** `take` gets only what differs. Whatever is wrong it may leave aside: the field then shows `value` again. */
export function useTyped(value: string, take: (text: string) => void): Typed {
  const [typed, setTyped] = useState<string | null>(null)
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; text: string } | null>(null)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  const handOver = useCallback(() => {
    const left = waiting.current
    if (!left) return
    clearTimeout(left.timer)
    waiting.current = null
    latest.current(left.text)
  }, [])
  useEffect(() => handOver, [handOver])
  return {
    value: typed ?? value,
    onType(text) {
      setTyped(text)
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = { timer: setTimeout(handOver, pauseMs), text }
    },
    onLeave() {
      handOver()
      setTyped(null)
    },
  }
}
