/** The vote: how many have given their dots, and, once it is revealed, what they chose; then their order, if asked for. */
import type { VoteView } from '@bordet/workshop'
import { Fitted } from './Fitted.tsx'
import { JoinStrip } from './JoinStrip.tsx'
import { PhaseRing } from './PhaseClock.tsx'
import { rankResults, type Ranked } from './rankResults.ts'
import { ScoringResult } from './ScoringResult.tsx'
import { RankingResult } from './RankingResult.tsx'
import { useShown } from './screenContext.ts'
import { Turnout } from './Turnout.tsx'
import { useHeading } from './useHeading.ts'

export function VoteStage() {
  const { view, say } = useShown()
  const { vote, ranking, scoring } = view
  if (ranking?.revealed) return <RankingResult ranking={ranking} />
  if (scoring?.revealed && scoring.people) return <ScoringResult scoring={scoring} />
  if (vote?.revealed) return <Result vote={vote} />
  if (!vote) return null
  return (
    <>
      <Fitted>
        <div className="two">
          <Turnout
            how={say('voteHow', { n: vote.budget })}
            done={vote.voters}
            text={say('voted', { n: vote.voters, of: Math.max(vote.voters, view.peopleCount) })}
          />
          <PhaseRing />
        </div>
      </Fitted>
      <JoinStrip />
    </>
  )
}

/** With more dots than this in the first row they are too small to count: a bar then. */
const dotsShown = 24

function Result({ vote }: { vote: VoteView }) {
  const { view, say } = useShown()
  const { rows, more, tied } = rankResults(vote)
  const { ranking } = view
  const most = rows[0]?.dots ?? 0
  return (
    <Fitted className="sc-vote">
      <div className="hd">
        <h1>{useHeading()}</h1>
        <p className="ph0 num">
          {say('voted', { n: vote.voters, of: Math.max(vote.voters, view.peopleCount) })}
          {vote.paperDots > 0 && (
            <span className="from-paper">
              <i aria-hidden="true" />
              {say('paperDots', { n: vote.paperDots })}
            </span>
          )}
        </p>
      </div>
      <ol className="vt">
        {rows.map((row) => (
          <li key={row.noteId} className={row.top ? 'top' : ''}>
            <span className="r num">
              {row.rank}
              {row.shared && <small className="tie">{say('sharedPlace')}</small>}
            </span>
            <h2>{row.text}</h2>
            {most <= dotsShown ? <Dots row={row} /> : <Bar row={row} most={most} />}
            <span className="n num">
              {row.dots}
              <span className="vh">
                {' '}
                {say('dots', { n: row.dots })}
                {row.paper > 0 && `, ${say('paperDots', { n: row.paper })}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {(more > 0 || ranking) && (
        <p className="vt-foot">
          {tied > 0 ? say('moreTied', { n: tied }) : more > 0 && say('moreGot', { n: more })}{' '}
          {ranking && say('orderNow', { n: ranking.people ?? 0, of: view.peopleCount })}
        </p>
      )}
    </Fitted>
  )
}

function Dots({ row }: { row: Ranked }) {
  return (
    <span className="d" aria-hidden="true">
      {Array.from({ length: row.dots }, (_, index) => (
        <i key={index} className={index >= row.dots - row.paper ? 'pp' : ''} />
      ))}
    </span>
  )
}

function Bar({ row, most }: { row: Ranked; most: number }) {
  return (
    <span className="d d-bar" aria-hidden="true">
      <i style={{ width: `${((row.dots - row.paper) / most) * 100}%` }} />
      {row.paper > 0 && <i className="pp" style={{ width: `${(row.paper / most) * 100}%` }} />}
    </span>
  )
}
