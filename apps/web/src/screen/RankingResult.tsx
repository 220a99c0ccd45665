/** The room's order: the mean of everybody's places, and how far they lie apart, so that it does not look more agreed than it is. */
import type { RankingView } from '@bordet/workshop'
import { Fitted } from './Fitted.tsx'
import { rowsShown } from './rankResults.ts'
import { useShown } from './screenContext.ts'
import { useHeading } from './useHeading.ts'

export function RankingResult({ ranking }: { ranking: RankingView }) {
  const { view, say, language } = useShown()
  const rows = ranking.items.slice(0, rowsShown)
  const most = Math.max(1, ...rows.flatMap(({ result }) => result?.placed ?? []))
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const isShared = (place: number) => ranking.items.filter(({ result }) => result?.place === place).length > 1
  return (
    <Fitted className="sc-vote">
      <div className="hd">
        <h1>{useHeading()}</h1>
        <p className="ph0 num">{say('ordered', { n: ranking.people ?? 0, of: view.peopleCount })}</p>
      </div>
      <ol className="vt vt-order">
        {rows.map(({ noteId, text, result }) => (
          <li key={noteId} className={(result?.place ?? 9) <= 3 ? 'top' : ''}>
            <span className="r num">
              {result?.place}
              {result && isShared(result.place) && <small className="tie">{say('sharedPlace')}</small>}
            </span>
            <h2>{text}</h2>
            <span className="spread" aria-hidden="true">
              {result?.placed.map((count, index) => (
                <i key={index}>
                  <b style={{ height: `${(count / most) * 100}%` }} />
                  <small className="num">{index + 1}</small>
                </i>
              ))}
            </span>
            <p className="mean num">
              {say('meanPlace', { mean: number.format(result?.mean ?? 0) })}
              <small>{say('firstFor', { n: result?.placed[0] ?? 0 })}</small>
            </p>
          </li>
        ))}
      </ol>
    </Fitted>
  )
}
