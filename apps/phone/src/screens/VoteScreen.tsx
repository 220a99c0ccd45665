import { Icon } from '../parts/Icon.tsx'
import type { Votes } from '../seat/castVotes.ts'
import { Footer } from '../seat/Footer.tsx'
import { Header } from '../seat/Header.tsx'
import { usePhaseStatus, useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { LeftoverDrafts } from '../writing/LeftoverDrafts.tsx'
import { NoteStatus } from '../writing/NoteStatus.tsx'
import { OwnNotes } from '../writing/OwnNotes.tsx'
import { Question } from './RoundScreen.tsx'
import { VoteResult } from './VoteResult.tsx'

/** Dots to give, with what is left of them always in sight; after the reveal, what they came to. */
export function VoteScreen() {
  const { say, sayRefusal } = useWords()
  const { seat, waiting } = useSeat()
  const { vote, phase } = useView()
  const status = usePhaseStatus()
  if (!vote) return null
  const pending = seat.ballot.pending(phase.id)
  const mine = pending ?? vote.mine
  const given = Object.values(mine).reduce((sum, dots) => sum + dots, 0)
  const left = Math.max(0, vote.budget - given)
  const isOpen = vote.open && status !== 'over'
  const refusal = seat.ballot.refusal(phase.id)
  const give = (noteId: string, change: number) => {
    const dots = (mine[noteId] ?? 0) + change
    if (!isOpen || dots < 0 || (change > 0 && left === 0)) return
    seat.ballot.cast(phase.id, { ...mine, [noteId]: dots })
  }
  return (
    <div class="ph">
      <Header />
      <main>
        <Question />
        {vote.revealed ? (
          <VoteResult vote={vote} />
        ) : (
          <>
            <div class="budget" role="status">
              <span class="pips" aria-hidden="true">
                {Array.from({ length: vote.budget }, (_, index) => (
                  <i key={index} class={index < left ? 'pip on' : 'pip'} />
                ))}
              </span>
              <strong>{left === 0 ? say('noDotsLeft') : say('dots', { n: left })}</strong>
              {pending ? (
                <NoteStatus state={seat.ballot.isStuck() ? 'unsent' : 'sending'} />
              ) : (
                given > 0 && <NoteStatus state="saved" label={say('dotsSaved')} />
              )}
            </div>
            {refusal && <p class="trouble err">{sayRefusal(refusal)}</p>}
            {!isOpen && <p class="notice">{say(status === 'paused' ? 'votePaused' : 'voteShut')}</p>}
            {vote.targets.length === 0 && <p class="empty">{say('noTargets')}</p>}
            <Options mine={mine} left={left} isOpen={isOpen} onGive={give} />
            {isOpen && <p class="hint">{say('mayChange')}</p>}
          </>
        )}
        {waiting > 0 && <OwnNotes />}
        <LeftoverDrafts />
      </main>
      <Footer />
    </div>
  )
}

function Options(props: {
  mine: Votes
  left: number
  isOpen: boolean
  onGive(noteId: string, change: number): void
}) {
  const { say } = useWords()
  const { vote, language } = useView()
  const { left, isOpen } = props
  return (
    <ul class="opts">
      {vote?.targets.map(({ noteId, text }) => {
        const dots = props.mine[noteId] ?? 0
        return (
          <li class={dots > 0 ? 'opt given' : 'opt'} key={noteId}>
            <h2 id={`o-${noteId}`} lang={language}>
              {text}
            </h2>
            <div class="pm" role="group" aria-labelledby={`o-${noteId}`}>
              <button
                class="btn"
                type="button"
                aria-label={say('takeDot')}
                aria-disabled={!isOpen || dots === 0}
                onClick={() => props.onGive(noteId, -1)}
              >
                <Icon name="minus" />
              </button>
              <span class="val num" role="status">
                {dots > 0 && <i class="pip on" aria-hidden="true" />}
                <span class={dots > 0 ? '' : 'muted'}>
                  {dots > 0 ? say('dotCount', { n: dots }) : say('noDot')}
                </span>
              </span>
              <button
                class="btn"
                type="button"
                aria-label={left > 0 ? say('giveDot') : `${say('giveDot')}: ${say('noDotsLeft')}`}
                aria-disabled={!isOpen || left === 0}
                onClick={() => props.onGive(noteId, 1)}
              >
                <Icon name="plus" />
              </button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
