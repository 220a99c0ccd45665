import type { VoteView } from '@bordet/workshop'
import { useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

/** What the dots came to, most first. The number is always written; the bar shows the same. */
export function VoteResult({ vote }: { vote: VoteView }) {
  const { say } = useWords()
  const { language } = useView()
  const rows = [...vote.targets].sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0))
  const most = rows[0]?.dots ?? 0
  return (
    <section aria-labelledby="result">
      <h2 id="result">{say('result', { n: vote.voters })}</h2>
      <ol class="opts">
        {rows.map(({ noteId, text, dots }) => {
          const count = dots ?? 0
          const own = vote.mine[noteId] ?? 0
          return (
            <li class={count > 0 && count === most ? 'opt first' : 'opt'} key={noteId}>
              <p class="what" lang={language}>
                {text}
              </p>
              <p class="sum num">
                <b>{say('dotCount', { n: count })}</b>
                {own > 0 && <span class="muted">{say('ofThemYours', { n: own })}</span>}
              </p>
              <div class="bar-of-dots" aria-hidden="true">
                <i style={{ width: `${most > 0 ? (count / most) * 100 : 0}%` }} />
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
