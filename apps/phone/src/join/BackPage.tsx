import type { RememberedSeat } from '../rememberedSeats.ts'
import { useWords } from '../words.ts'

/** This phone has a seat here already: the same person again, or somebody who borrows the phone? */
export function BackPage(props: { seat: RememberedSeat; onComeBack(): void; onSomebodyElse(): void }) {
  const { say } = useWords()
  const { name, table } = props.seat
  return (
    <main class="name">
      <h1 tabIndex={-1}>{name === '' ? say('welcomeBack') : say('welcomeBackName', { name })}</h1>
      <p class="also">{say('seatWaits')}</p>
      <div class="stack">
        <button class="btn btn-main" type="button" onClick={props.onComeBack}>
          {say('continueAt', { table })}
        </button>
        <button class="btn" type="button" onClick={props.onSomebodyElse}>
          {say('somebodyElse')}
        </button>
      </div>
    </main>
  )
}
