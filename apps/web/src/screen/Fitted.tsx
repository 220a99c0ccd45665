/** The middle of a stage, its words made smaller when a long question or a wide typeface would not fit on the wall. */
import { useLayoutEffect, useRef, type ReactNode } from 'react'

/** At half size a question is still above the floor of 40 px on a 1920 px picture. */
const sizes = [1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5] as const

export function Fitted({ className = '', children }: { className?: string; children: ReactNode }) {
  const element = useRef<HTMLElement>(null)
  // After every render, because any word of it may have changed; the clock ticks inside without rendering this.
  useLayoutEffect(() => {
    const main = element.current
    if (!main) return
    const fit = () => {
      delete main.dataset['tight']
      for (const size of sizes) {
        main.style.setProperty('--fit', String(size))
        if (fits(main)) return
      }
      // Then the clock gives way, cards keep to fewer lines, and a word may break.
      main.dataset['tight'] = 'true'
      for (const size of sizes) {
        main.style.setProperty('--fit', String(size))
        if (fits(main)) return
      }
    }
    fit()
    addEventListener('resize', fit)
    return () => removeEventListener('resize', fit)
  })
  return (
    <main ref={element} className={`sc ${className}`}>
      {children}
    </main>
  )
}

/** The boxes inside count too: what spills into the padding does not make the outer one scroll. */
function fits(main: HTMLElement): boolean {
  return [main, ...main.querySelectorAll('.two, .ask, .wl > li')].every(
    (box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1,
  )
}
