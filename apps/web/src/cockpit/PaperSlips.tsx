/** What people without a phone say on a slip of paper: yes or no, an order, and where the harvest is to be sent. */
import { useId, useState } from 'react'
import {
  emailPattern,
  type Ask,
  type ConsentView,
  type RankingView,
  type ScoringView,
} from '@bordet/workshop'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import { namedPeople } from './people.ts'

export function PaperSlips() {
  const { view, say, may } = useCockpit()
  const { consent, ranking, scoring } = view
  return (
    <>
      {consent && may('giveConsent') && (
        <details className="paper-also" open>
          <summary>{say('slipConsent')}</summary>
          <ConsentSlip key={view.phase.id} consent={consent} />
        </details>
      )}
      {ranking && !ranking.revealed && may('rank') && (
        <details className="paper-also">
          <summary>{say('slipOrder')}</summary>
          <OrderSlip key={view.phase.id} ranking={ranking} />
        </details>
      )}
      {scoring && !scoring.revealed && may('score') && (
        <details className="paper-also">
          <summary>{say('slipScores')}</summary>
          <ScoreSlip key={view.phase.id} scoring={scoring} />
        </details>
      )}
      {may('giveContact') && (
        <details className="paper-also">
          <summary>{say('slipContact')}</summary>
          <ContactSlip />
        </details>
      )}
    </>
  )
}

/** One slip after the other: whose it is, and whether the last one is kept. */
function useSlip() {
  const { say, commands } = useCockpit()
  const [personId, setPersonId] = useState('')
  const [saved, setSaved] = useState('')
  const busy = commands.pending.some(({ type }) => slips.has(type))
  /** False when it was refused or nobody answered: then everything stays as it was typed. */
  const send = async (ask: Ask): Promise<boolean> => {
    if (busy || !(await commands.send(ask))) return false
    setSaved(say('slipSaved'))
    setPersonId('')
    return true
  }
  return { personId, setPersonId, saved, busy, send }
}
const slips: ReadonlySet<Ask['type']> = new Set(['giveConsent', 'rank', 'score', 'giveContact'])

function WhoField({ value, onChange, none }: { value: string; onChange(id: string): void; none: string }) {
  const { view, say } = useCockpit()
  return (
    <label className="field">
      <span className="lab">{say('slipWho')}</span>
      <select className="in" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{none}</option>
        {namedPeople(view, say).map(({ id, label, table }) => (
          <option key={id} value={id}>
            {say('chosenPerson', { name: label, table })}
          </option>
        ))}
      </select>
    </label>
  )
}

function ConsentSlip({ consent }: { consent: ConsentView }) {
  const { say } = useCockpit()
  const { personId, setPersonId, saved, busy, send } = useSlip()
  return (
    <div className="paper slip">
      <WhoField value={personId} onChange={setPersonId} none={say('slipChoose')} />
      <p className="slip-do">
        {[true, false].map((agrees) => (
          <button
            key={String(agrees)}
            className="btn"
            type="button"
            disabled={personId === '' || busy}
            onClick={() => void send({ type: 'giveConsent', agrees, personId })}
          >
            {say(agrees ? 'slipYes' : 'slipNo')}
          </button>
        ))}
      </p>
      <p role="status">{saved && `${saved} ${say('slipAnswered', { n: consent.answered })}`}</p>
    </div>
  )
}

/** Pressed in the order on the slip; pressed again, an item and those behind it are out. */
function OrderSlip({ ranking }: { ranking: RankingView }) {
  const { say } = useCockpit()
  const { personId, setPersonId, saved, busy, send } = useSlip()
  const [order, setOrder] = useState<readonly string[]>([])
  const press = (id: string) =>
    setOrder((now) => (now.includes(id) ? now.slice(0, now.indexOf(id)) : [...now, id]))
  const give = async () => {
    if (await send({ type: 'rank', order: [...order], personId })) setOrder([])
  }
  return (
    <div className="paper slip">
      <WhoField value={personId} onChange={setPersonId} none={say('slipChoose')} />
      <p className="hint">{say('slipOrderHint')}</p>
      <ul className="slip-order">
        {ranking.items.map(({ noteId, text }) => {
          const place = order.indexOf(noteId) + 1
          return (
            <li key={noteId}>
              <button className="btn" type="button" aria-pressed={place > 0} onClick={() => press(noteId)}>
                <b className="num">{place > 0 ? place : '–'}</b>
                <span>{text}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <p className="slip-do">
        <button
          className="btn btn-main"
          type="button"
          disabled={personId === '' || order.length === 0 || busy}
          onClick={() => void give()}
        >
          <Icon name="check" />
          {say('slipSave')}
        </button>
      </p>
      <p role="status">{saved}</p>
    </div>
  )
}

function ScoreSlip({ scoring }: { scoring: ScoringView }) {
  const { say } = useCockpit()
  const { personId, setPersonId, saved, busy, send } = useSlip()
  const [scores, setScores] = useState<Record<string, number[]>>({})
  const give = (noteId: string, at: number, number: number) => {
    const before = scores[noteId] ?? scoring.criteria.map(() => 0)
    setScores({ ...scores, [noteId]: before.map((old, index) => (index === at ? number : old)) })
  }
  const giveAll = async () => {
    if (await send({ type: 'score', scores, personId })) setScores({})
  }
  return (
    <div className="paper slip">
      <WhoField value={personId} onChange={setPersonId} none={say('slipChoose')} />
      {scoring.items.map(({ noteId, text }) => (
        <fieldset key={noteId} className="slip-scores">
          <legend className="lab">{text}</legend>
          {scoring.criteria.map((criterion, at) => (
            <label key={criterion}>
              <span>{criterion}</span>
              <select
                className="in"
                value={scores[noteId]?.[at] ?? 0}
                onChange={({ target }) => give(noteId, at, Number(target.value))}
              >
                {[0, 1, 2, 3, 4, 5].map((number) => (
                  <option key={number} value={number}>
                    {number === 0 ? '–' : number}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      ))}
      <p className="slip-do">
        <button
          className="btn btn-main"
          type="button"
          disabled={personId === '' || Object.keys(scores).length === 0 || busy}
          onClick={() => void giveAll()}
        >
          <Icon name="check" />
          {say('slipSave')}
        </button>
      </p>
      <p role="status">{saved}</p>
    </div>
  )
}

function ContactSlip() {
  const { say } = useCockpit()
  const { personId, setPersonId, saved, busy, send } = useSlip()
  const [email, setEmail] = useState('')
  const [postal, setPostal] = useState('')
  const [isWrong, setWrong] = useState(false)
  const name = useId()
  const give = async () => {
    const given = {
      ...(email.trim() === '' ? {} : { email: email.trim() }),
      ...(postal.trim() === '' ? {} : { postal: postal.trim() }),
    }
    const wrong = email.trim() !== '' && !emailPattern.test(email.trim())
    setWrong(wrong)
    if (wrong || Object.keys(given).length === 0) return
    const whose = personId === '' ? {} : { personId }
    if (!(await send({ type: 'giveContact', ...given, ...whose }))) return
    setEmail('')
    setPostal('')
  }
  return (
    <form
      className="paper slip"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void give()
      }}
    >
      <p className="hint">{say('slipContactHint')}</p>
      <WhoField value={personId} onChange={setPersonId} none={say('slipNobody')} />
      <label className="field">
        <span className="lab">{say('slipEmail')}</span>
        <input
          className="in"
          type="email"
          autoComplete="off"
          maxLength={254}
          value={email}
          aria-invalid={isWrong}
          aria-describedby={`${name}-wrong`}
          onChange={({ target }) => setEmail(target.value)}
        />
      </label>
      <p className="err" id={`${name}-wrong`} role="alert">
        {isWrong && say('slipEmailWrong')}
      </p>
      <label className="field">
        <span className="lab">{say('slipPostal')}</span>
        <textarea
          className="in"
          rows={3}
          maxLength={400}
          autoComplete="off"
          value={postal}
          onChange={({ target }) => setPostal(target.value)}
        />
      </label>
      <p className="slip-do">
        <button
          className="btn btn-main"
          type="submit"
          disabled={busy || (email.trim() === '' && postal.trim().length < 5)}
        >
          <Icon name="check" />
          {say('slipSave')}
        </button>
      </p>
      <p role="status">{saved}</p>
    </form>
  )
}
