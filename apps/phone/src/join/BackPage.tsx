import type { ComponentChildren } from 'preact'
import { useWords } from '../words.ts'

/** This phone has a seat here already: the same person again, or somebody who borrows the phone? */
export function BackPage({
  children,
  onSomebodyElse,
}: {
  children: ComponentChildren
  onSomebodyElse(): void
}) {
  const { say } = useWords()
  return (
    <main class="name">
      <h1 tabIndex={-1}>{say('welcomeBack')}</h1>
      <p class="also">{say('seatWaits')}</p>
      <div class="stack">
        {children}
        <button class="btn btn-quiet" type="button" onClick={onSomebodyElse}>
          {say('somebodyElse')}
        </button>
      </div>
    </main>
  )
}
