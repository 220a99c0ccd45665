/** Turns the saved state into what is shown: bad news at once, good news when it lasts, so that typing makes no flicker. */
import type { Saved } from './savedState.ts'

/** `late`: saving drags on, which people must know. */
export type ShownSaved = Saved | 'late'

const calmMs = 600
const lateMs = 4_000

export function tellCalmly(show: (saved: ShownSaved) => void): { tell(saved: Saved): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    tell(saved) {
      clearTimeout(timer)
      if (saved === 'saved') {
        timer = setTimeout(() => show('saved'), calmMs)
        return
      }
      show(saved)
      if (saved === 'saving') timer = setTimeout(() => show('late'), lateMs)
    },
    stop: () => clearTimeout(timer),
  }
}
