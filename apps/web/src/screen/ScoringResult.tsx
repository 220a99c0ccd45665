/** The numbers the room gave: the mean for each thing that matters, over all, and the dots where there were some too. */
import type { ScoringView } from '@bordet/workshop'
import { Fitted } from './Fitted.tsx'
import { rowsShown } from './rankResults.ts'
import { useShown } from './screenContext.ts'
import { useHeading } from './useHeading.ts'

export function ScoringResult({ scoring }: { scoring: ScoringView }) {
  const { view, say, language } = useShown()
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const dots = new Map(view.vote?.targets.map(({ noteId, dots: its }) => [noteId, its ?? 0]))
  const hasDots = [...dots.values()].some((its) => its > 0)
  // As it is read: what looks alike shares the first place.
  const shown = (mean: number | null | undefined) => (mean == null ? '–' : number.format(mean))
  const best = shown(scoring.items[0]?.result?.mean)
  return (
    <Fitted className="sc-vote">
      <div className="hd">
        <h1>{useHeading()}</h1>
        <p className="ph0 num">{say('scored', { n: scoring.people ?? 0, of: view.peopleCount })}</p>
      </div>
      <table className="sct">
        <thead>
          <tr>
            <td />
            {scoring.criteria.map((criterion) => (
              <th key={criterion} scope="col">
                {criterion}
              </th>
            ))}
            <th scope="col">{say('scoreMean')}</th>
            {hasDots && <th scope="col">{say('scoreDots')}</th>}
          </tr>
        </thead>
        <tbody>
          {scoring.items.slice(0, rowsShown).map(({ noteId, text, result }) => (
            <tr key={noteId} className={best !== '–' && shown(result?.mean) === best ? 'top' : ''}>
              <th scope="row">{text}</th>
              {result?.means.map((mean, index) => (
                <td key={scoring.criteria[index]} className="num">
                  {shown(mean)}
                  <i aria-hidden="true" style={{ width: `${((mean ?? 0) / 5) * 100}%` }} />
                </td>
              ))}
              <td className="num all">{shown(result?.mean)}</td>
              {hasDots && <td className="num">{dots.get(noteId) ?? 0}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Fitted>
  )
}
