/** The harvest on its way to everybody who asked for it by e-mail: sent once, and what became of it. */
import { ApiError, newOpId, request } from '@bordet/client'
import { clockTime, dateLong } from '@bordet/text'
import { mailReasons, type MailReason } from '@bordet/workshop'
import { useCallback, useEffect, useId, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useDesk } from './organiseContext.ts'

interface Mailing {
  id: string
  at: number
  queued: number
  sending: number
  sent: number
  failed: number
  later: number
  reasons: Partial<Record<MailReason, number>>
  failures: { contact: string; reason: MailReason; nextAt: number | null }[]
}
interface Mailings {
  mail: 'on' | 'off'
  mailings: Mailing[]
  recipients: { everybody: number; others: number; unsure: number; waiting: number }
}

const formats = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['link', null],
] as const

const lookAgainMs = 2_000
/** While nothing is left but what is tried again: the first time after a minute. */
const lookSeldomMs = 20_000

export function Mailing({ workshopId }: { workshopId: string }) {
  const { key, say, refusal } = useDesk()
  const id = useId()
  const [state, setState] = useState<Mailings | null>(null)
  const [format, setFormat] = useState('pdf')
  const [note, setNote] = useState('')
  /** Null: nothing was chosen, and what is likely is meant. */
  const [chosenTo, setTo] = useState<'everybody' | 'others' | null>(null)
  const [isSure, setSure] = useState(false)
  const [told, setTold] = useState('')
  const path = `/api/workshops/${encodeURIComponent(workshopId)}/mailing`
  const look = useCallback(() => request<Mailings>(`${path}s`, { key }).then(setState, () => {}), [path, key])
  const isGoing = state?.mailings.some(({ queued, sending }) => queued + sending > 0) ?? false
  const isUnderWay = isGoing || (state?.mailings.some(({ later }) => later > 0) ?? false)
  useEffect(() => {
    void look()
    if (!isUnderWay) return
    const timer = setInterval(() => void look(), isGoing ? lookAgainMs : lookSeldomMs)
    return () => clearInterval(timer)
  }, [look, isUnderWay, isGoing])
  const ask = async (address: string, body: object) => {
    setTold('')
    setSure(false)
    try {
      await request(address, { key, method: 'POST', body })
      await look()
    } catch (error) {
      setTold(error instanceof ApiError ? refusal(error.code) : say('failed'))
    }
  }
  if (!state) return null
  if (state.mail === 'off') return <p className="muted">{say('mailOff')}</p>
  const { recipients: counts } = state
  const isFirst = state.mailings.length === 0
  const to = isFirst ? 'everybody' : (chosenTo ?? (counts.others > 0 ? 'others' : 'everybody'))
  return (
    <section className="mailing" aria-labelledby={`${id}h`}>
      <h3 id={`${id}h`}>{say('mailTitle')}</h3>
      <p className="muted">{say('mailText')}</p>
      <label className="lab" htmlFor={`${id}f`}>
        {say('mailFormat')}
      </label>
      <select className="in" id={`${id}f`} value={format} onChange={(event) => setFormat(event.target.value)}>
        {formats.map(([value, name]) => (
          <option key={value} value={value}>
            {name ?? say('mailLink')}
          </option>
        ))}
      </select>
      <label className="lab" htmlFor={`${id}n`}>
        {say('mailNote')}
      </label>
      <textarea
        className="in"
        id={`${id}n`}
        rows={3}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {!isFirst && (
        <fieldset className="mail-to">
          <legend className="lab">{say('mailTo')}</legend>
          {(['others', 'everybody'] as const).map((who) => (
            <label key={who} className="places-one">
              <input
                type="radio"
                name={`${id}to`}
                checked={to === who}
                onChange={() => {
                  setTo(who)
                  setSure(false)
                }}
              />
              <span>
                {say(who === 'others' ? 'mailOthers' : 'mailEverybody')}{' '}
                <span className="num">({counts[who]})</span>
              </span>
            </label>
          ))}
          {counts.waiting > 0 && <p className="muted">{say('mailWaiting', { n: counts.waiting })}</p>}
          {counts.unsure > 0 && <p className="muted">{say('mailUnsure', { n: counts.unsure })}</p>}
        </fieldset>
      )}
      <p className="doors">
        {isSure ? (
          <>
            <button
              className="btn btn-main"
              type="button"
              onClick={() => void ask(path, { opId: newOpId(), format, to, note })}
            >
              <Icon name="mail" />
              {say('mailSure', { n: counts[to] })}
            </button>
            <button className="btn" type="button" onClick={() => setSure(false)}>
              {say('mailNo')}
            </button>
          </>
        ) : (
          <button
            className="btn"
            type="button"
            disabled={counts[to] === 0 || isUnderWay}
            onClick={() => {
              // Somebody may have given or taken back an address since.
              void look()
              setSure(true)
            }}
          >
            <Icon name="mail" />
            {say('mailSend')}
          </button>
        )}
      </p>
      {isUnderWay && <p className="muted">{say('mailWait')}</p>}
      <p role="status">{told}</p>
      <ul className="mailings">
        {state.mailings.map((mailing) => (
          <Sent
            key={mailing.id}
            mailing={mailing}
            onAgain={(which) => void ask(`${path}s/${encodeURIComponent(mailing.id)}/again`, { which })}
            onEnd={() => void ask(`${path}s/${encodeURIComponent(mailing.id)}/end`, {})}
          />
        ))}
      </ul>
    </section>
  )
}

function Sent({
  mailing,
  onAgain,
  onEnd,
}: {
  mailing: Mailing
  onAgain(which: 'failed' | 'unsure'): void
  onEnd(): void
}) {
  const { say, language } = useDesk()
  const { at, queued, sending, sent, failed, later, reasons, failures } = mailing
  const givenUp = failures.filter(({ nextAt }) => nextAt === null)
  const isUnsure = ({ reason }: { reason: MailReason }) => reason === 'unsure'
  const all = queued + sending + sent + failed
  const when = `${dateLong(language, at)} ${clockTime(language, at)}`
  return (
    <li>
      <p className="num" role="status">
        {when}: {say('mailSent', { n: sent, of: all })}
      </p>
      {queued + sending > 0 && <progress max={all} value={sent + failed} aria-label={say('mailTitle')} />}
      {failed > 0 && (
        <>
          <ul>
            {mailReasons.map((reason) =>
              reasons[reason] === undefined ? null : (
                <li key={reason}>
                  {say(`mail_${reason}`)} <span className="num">({reasons[reason]})</span>
                </li>
              ),
            )}
          </ul>
          {later > 0 && <p className="muted">{say('mailLater')}</p>}
          <p className="doors">
            {later > 0 && (
              <button className="btn btn-small" type="button" onClick={onEnd}>
                {say('mailEnd')}
              </button>
            )}
            {!givenUp.every(isUnsure) && (
              <button className="btn btn-small" type="button" onClick={() => onAgain('failed')}>
                {say('mailAgain')}
              </button>
            )}
            {givenUp.some(isUnsure) && (
              <button className="btn btn-small" type="button" onClick={() => onAgain('unsure')}>
                {say('mailAgainUnsure')}
              </button>
            )}
          </p>
        </>
      )}
    </li>
  )
}
