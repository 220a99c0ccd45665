/** The vote: how many have given their dots, and, once it is revealed, what they chose. */
import type { VoteView } from '@bordet/workshop'
import { Fitted } from './Fitted.tsx'
import { JoinStrip } from './JoinStrip.tsx'
import { PhaseRing } from './PhaseClock.tsx'
import { rankResults, type Ranked } from './rankResults.ts'
import { useShown } from './screenContext.ts'

export function VoteStage() {
  const { view } = useShown()
  if (!view.vote) return null
  return view.vote.revealed ? <Result vote={view.vote} /> : <Turnout vote={view.vote} />
}

function useHeading(): string {
  const { view } = useShown()
  return view.phase.question ?? view.phase.name.replace(/^[^:]{1,24}:\s*/, '')
}

function Turnout({ vote }: { vote: VoteView }) {
  const { view, say } = useShown()
  const heading = useHeading()
  const share = view.peopleCount === 0 ? 0 : Math.min(100, Math.round((vote.voters / view.peopleCount) * 100))
  return (
    <>
      <Fitted>
        <div className="two">
          <div className="ask">
            <h1>{heading}</h1>
            <p className="how">{say('voteHow', { n: vote.budget })}</p>
            <div className="pr">
              <b className="num">{say('voted', { n: vote.voters, of: view.peopleCount })}</b>
              <span className="bar" aria-hidden="true">
                <i style={{ width: `${share}%` }} />
              </span>
            </div>
          </div>
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
  const rows = rankResults(vote)
  const most = rows[0]?.dots ?? 0
  return (
    <Fitted className="sc-vote">
      <div className="hd">
        <h1>{useHeading()}</h1>
        <p className="ph0 num">{say('voted', { n: vote.voters, of: view.peopleCount })}</p>
      </div>
      <ol className="vt">
        {rows.map((row) => (
          <li key={row.noteId} className={row.top ? 'top' : ''}>
            <span className="r num">{row.rank}</span>
            <h2>{row.text}</h2>
            {most <= dotsShown ? <Dots row={row} /> : <Bar row={row} most={most} />}
            <span className="n num">
              {row.dots}
              <span className="vh"> {say('dots', { n: row.dots })}</span>
            </span>
          </li>
        ))}
      </ol>
    </Fitted>
  )
}

function Dots({ row }: { row: Ranked }) {
  return (
    <span className="d" aria-hidden="true">
      {Array.from({ length: row.dots }, (_, index) => (
        <i key={index} />
      ))}
    </span>
  )
}

function Bar({ row, most }: { row: Ranked; most: number }) {
  return (
    <span className="d d-bar" aria-hidden="true">
      <i style={{ width: `${(row.dots / most) * 100}%` }} />
    </span>
  )
}
