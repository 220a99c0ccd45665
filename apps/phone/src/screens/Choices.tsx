import type { ConsentView, GroupView, RankingView, ScoringView, VoteView } from '@bordet/workshop'
import type { ComponentChildren } from 'preact'
import { LaterContactForm } from '../laterParts.tsx'
import { Icon } from '../parts/Icon.tsx'
import type { Choice } from '../seat/castBallot.ts'
import { useAsk, usePhaseStatus, useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { NoteStatus } from '../writing/NoteStatus.tsx'
import { VoteResult } from './VoteResult.tsx'

/** Everything the phase has people choose: dots, an order, working groups, yes or no. */
export function Choices() {
  const { vote, ranking, scoring, groups, consent } = useView()
  return (
    <>
      {vote && !vote.revealed && <Dots vote={vote} />}
      {vote?.revealed && (vote.voters > 0 || !scoring?.people) && <VoteResult vote={vote} />}
      {ranking && <Order ranking={ranking} />}
      {scoring && <Scores scoring={scoring} />}
      {groups && <Groups groups={groups} />}
      {consent && <Consent consent={consent} />}
      <LaterContactForm />
    </>
  )
}

function useBallot(which: 'ballot' | 'scores' = 'ballot') {
  const { seat } = useSeat()
  const { phase } = useView()
  const pending = seat[which].pending(phase.id)
  return {
    pending,
    cast: (choice: Choice) => seat[which].cast(phase.id, choice),
    status: usePhaseStatus(),
  }
}

/** What is left to give or to say, with where it is kept; always in sight. */
function Standing(props: {
  text: string
  isGiven: boolean
  which?: 'ballot' | 'scores'
  children?: ComponentChildren
}) {
  const { say, sayRefusal } = useWords()
  const { seat } = useSeat()
  const { phase } = useView()
  const ballot = seat[props.which ?? 'ballot']
  const refusal = ballot.refusal(phase.id)
  return (
    <>
      <div class="budget" role="status">
        {props.children}
        <strong>{props.text}</strong>
        {ballot.pending(phase.id) ? (
          <NoteStatus state={ballot.isStuck() ? 'unsent' : 'sending'} />
        ) : (
          props.isGiven && <NoteStatus state="saved" label={say('dotsSaved')} />
        )}
      </div>
      {refusal && <p class="trouble err">{sayRefusal(refusal)}</p>}
    </>
  )
}

/** Dots to give; a budget each. */
function Dots({ vote }: { vote: VoteView }) {
  const { say } = useWords()
  const { pending, cast, status } = useBallot()
  const mine = pending?.type === 'castVotes' ? pending.votes : vote.mine
  const given = Object.values(mine).reduce((sum, dots) => sum + dots, 0)
  const left = Math.max(0, vote.budget - given)
  const isOpen = vote.open && status !== 'over'
  const give = (noteId: string, dots: number) =>
    cast({ type: 'castVotes', votes: { ...mine, [noteId]: dots } })
  return (
    <>
      <Standing text={left === 0 ? say('noDotsLeft') : say('dots', { n: left })} isGiven={given > 0}>
        <span class="pips" aria-hidden="true">
          {Array.from({ length: vote.budget }, (_, index) => (
            <i key={index} class={index < left ? 'pip on' : 'pip'} />
          ))}
        </span>
      </Standing>
      {!isOpen && <p class="notice">{say(status === 'paused' ? 'votePaused' : 'voteShut')}</p>}
      {vote.targets.length === 0 && <p class="empty">{say('noTargets')}</p>}
      <ul class="opts">
        {vote.targets.map(({ noteId, text }) => {
          const dots = mine[noteId] ?? 0
          return (
            <Option key={noteId} id={noteId} text={text} isOn={dots > 0}>
              <Step
                icon="minus"
                label={say('takeDot')}
                isOff={!isOpen || dots === 0}
                onStep={() => give(noteId, dots - 1)}
              />
              <Value text={dots > 0 ? say('dotCount', { n: dots }) : say('noDot')} isOn={dots > 0} hasPip />
              <Step
                icon="plus"
                label={left > 0 ? say('giveDot') : `${say('giveDot')}: ${say('noDotsLeft')}`}
                isOff={!isOpen || left === 0}
                onStep={() => give(noteId, dots + 1)}
              />
            </Option>
          )
        })}
      </ul>
      {isOpen && <p class="hint">{say('mayChange')}</p>}
    </>
  )
}

/** Up puts an item a place higher, or last of those in order; down takes the last one out again. */
function Order({ ranking }: { ranking: RankingView }) {
  const { say } = useWords()
  const { own } = useView()
  const { pending, cast, status } = useBallot()
  const mine = pending?.type === 'rank' ? pending.order : (own?.order ?? [])
  const order = mine.filter((id) => ranking.items.some(({ noteId }) => noteId === id))
  const isOpen = ranking.open && status !== 'over'
  const rankOf = (id: string) => (ranking.revealed ? -1 : order.indexOf(id) + 1 || order.length + 1)
  const move = (id: string, by: number) => {
    const index = order.indexOf(id)
    const others = order.filter((other) => other !== id)
    const at = index === -1 ? order.length : index + by
    if (at < order.length || index === -1) others.splice(Math.max(0, at), 0, id)
    cast({ type: 'rank', order: others })
  }
  return (
    <>
      <Standing
        text={
          ranking.revealed
            ? say('roomsOrder', { n: ranking.people ?? 0 })
            : say('inOrder', { n: order.length, of: ranking.items.length })
        }
        isGiven={order.length > 0}
      />
      <ol class="opts">
        {[...ranking.items]
          .sort((a, b) => rankOf(a.noteId) - rankOf(b.noteId))
          .map(({ noteId, text, result }) => {
            const n = result?.place ?? order.indexOf(noteId) + 1
            return (
              <Option key={noteId} id={noteId} text={text} isOn={n > 0 && !result}>
                {isOpen && (
                  <Step icon="down" label={say('moveDown')} isOff={n === 0} onStep={() => move(noteId, 1)} />
                )}
                <Value text={n > 0 ? say('place', { n }) : say('noPlace')} isOn={n > 0} />
                {result && <span class="muted">{say('firstFor', { n: result.placed[0] ?? 0 })}</span>}
                {isOpen && (
                  <Step icon="up" label={say('moveUp')} isOff={n === 1} onStep={() => move(noteId, -1)} />
                )}
              </Option>
            )
          })}
      </ol>
    </>
  )
}

const numbers = [1, 2, 3, 4, 5]

/** A number from 1 to 5 for everything that matters, or none; pressed again it is taken back. */
function Scores({ scoring }: { scoring: ScoringView }) {
  const { say, language } = useWords()
  const { own, language: spoken } = useView()
  const { pending, cast, status } = useBallot('scores')
  const mine = pending?.type === 'score' ? pending.scores : (own?.scores ?? {})
  const isOpen = scoring.open && status !== 'over'
  const none = scoring.criteria.map(() => 0)
  const given = scoring.items.filter(({ noteId }) => mine[noteId]?.every((number) => number > 0)).length
  const mean = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const shown = (its: number | null | undefined) => (its == null ? '–' : mean.format(its))
  const give = (noteId: string, at: number, number: number) => {
    const before = mine[noteId] ?? none
    const next = before.map((old, index) => (index === at ? (old === number ? 0 : number) : old))
    cast({ type: 'score', scores: { ...mine, [noteId]: next } })
  }
  return (
    <>
      <Standing
        which="scores"
        text={
          scoring.revealed
            ? say('roomsScores', { n: scoring.people ?? 0 })
            : say('scored', { n: given, of: scoring.items.length })
        }
        isGiven={given > 0}
      />
      {isOpen && <p class="hint">{say('scoreHow')}</p>}
      <ul class="opts">
        {scoring.items.map(({ noteId, text, result }) => (
          <li key={noteId} class={result ? 'opt scale told' : 'opt scale'}>
            <h2 lang={spoken}>{text}</h2>
            {result && <p class="num">{say('scoreMean', { mean: shown(result.mean) })}</p>}
            {scoring.criteria.map((criterion, at) => (
              <fieldset key={criterion} disabled={!isOpen}>
                <legend lang={spoken}>{criterion}</legend>
                {result ? (
                  <p class="num">{shown(result.means[at])}</p>
                ) : (
                  <div class="marks">
                    {numbers.map((number) => (
                      <button
                        key={number}
                        class="btn num"
                        type="button"
                        aria-pressed={mine[noteId]?.[at] === number}
                        onClick={() => give(noteId, at, number)}
                      >
                        {number}
                      </button>
                    ))}
                  </div>
                )}
              </fieldset>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function Groups({ groups }: { groups: readonly GroupView[] }) {
  const { say } = useWords()
  return (
    <>
      {groups.length === 0 && <p class="empty">{say('noGroups')}</p>}
      <ul class="opts">
        {groups.map((group) => (
          <Group key={group.groupId} group={group} />
        ))}
      </ul>
    </>
  )
}

function Group({ group }: { group: GroupView }) {
  const { say, sayRefusal } = useWords()
  const { own } = useView()
  const { ask, isBusy, outcome } = useAsk()
  const { groupId, max, members } = group
  const contact = own?.groups[groupId]
  const isIn = contact !== undefined
  const join = (mayContact: boolean) => void ask({ type: 'signUp', groupId, mayContact })
  return (
    <Option id={groupId} text={group.text} isOn={isIn}>
      <Value text={say('members', { n: members })} isOn={isIn} />
      <button
        class="btn btn-word"
        type="button"
        aria-disabled={isBusy || (!isIn && max !== null && members >= max)}
        onClick={() => (isIn ? void ask({ type: 'leaveGroup', groupId }) : join(false))}
      >
        {isIn ? say('leaveGroup') : max !== null && members >= max ? say('groupFull') : say('joinGroup')}
      </button>
      {isIn && (
        <label class="may">
          <input type="checkbox" checked={contact} onChange={() => join(!contact)} />
          {say('mayContact')}
        </label>
      )}
      {outcome && outcome !== 'done' && (
        <p class="trouble err">{outcome === 'offline' ? say('askOffline') : sayRefusal(outcome.refused)}</p>
      )}
    </Option>
  )
}

function Consent({ consent }: { consent: ConsentView }) {
  const { say } = useWords()
  const { own } = useView()
  const { pending, cast } = useBallot()
  const agrees = pending?.type === 'giveConsent' ? pending.agrees : own?.agrees
  return (
    <>
      <div class="yes-no">
        {[true, false].map((answer) => (
          <button
            key={answer}
            class="btn"
            type="button"
            aria-pressed={agrees === answer}
            onClick={() => cast({ type: 'giveConsent', agrees: answer })}
          >
            {say(answer ? 'yes' : 'no')}
          </button>
        ))}
      </div>
      <Standing
        text={consent.counts ? say('yesNo', consent.counts) : say('answered', { n: consent.answered })}
        isGiven={agrees !== null}
      />
    </>
  )
}

function Option(props: { id: string; text: string; isOn: boolean; children: ComponentChildren }) {
  const { language } = useView()
  return (
    <li class={props.isOn ? 'opt given' : 'opt'}>
      <h2 id={`o-${props.id}`} lang={language}>
        {props.text}
      </h2>
      <div class="pm wraps" role="group" aria-labelledby={`o-${props.id}`}>
        {props.children}
      </div>
    </li>
  )
}

function Step(props: { icon: string; label: string; isOff: boolean; onStep(): void }) {
  return (
    <button
      class="btn"
      type="button"
      aria-label={props.label}
      aria-disabled={props.isOff}
      onClick={({ currentTarget }) => {
        if (props.isOff) return
        props.onStep()
        // What moves in a list loses the keyboard.
        setTimeout(() => currentTarget.focus())
      }}
    >
      <Icon name={props.icon} />
    </button>
  )
}

function Value(props: { text: string; isOn: boolean; hasPip?: boolean }) {
  return (
    <span class="val num" role="status">
      {props.hasPip && props.isOn && <i class="pip on" aria-hidden="true" />}
      <span class={props.isOn ? '' : 'muted'}>{props.text}</span>
    </span>
  )
}
