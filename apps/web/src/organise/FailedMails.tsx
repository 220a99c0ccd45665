/** Whom a mailing did not reach, by address and with the reason: correct, try again, delete. For the organiser's eyes alone. */
import { ApiError, request } from '@bordet/client'
import { clockTime } from '@bordet/text'
import type { MailReason } from '@bordet/workshop'
import { useRef, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useDesk } from './organiseContext.ts'

export interface FailedMail {
  /** Id of the contact. */
  contact: string
  reason: MailReason
  /** When it is tried again by itself; null: not without being asked. */
  nextAt: number | null
}

const mostOpen = 12

interface Props {
  workshopId: string
  mailingId: string
  failures: readonly FailedMail[]
  /** Contact id → address, of those that are still there. */
  addresses: ReadonlyMap<string, string>
  /** Asks the server for everything again. */
  look(): Promise<void>
}

export function FailedMails({ workshopId, mailingId, failures, addresses, look }: Props) {
  const { key, say, refusal } = useDesk()
  /** A whole hall that could not be reached for now is no list to read. */
  const [isFew] = useState(failures.length <= mostOpen)
  const [fixing, setFixing] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const path = `/api/workshops/${encodeURIComponent(workshopId)}`
  const contactPath = (contact: string) => `${path}/contacts/${encodeURIComponent(contact)}`
  const tryAgain = (contact: string) =>
    request(`${path}/mailings/${encodeURIComponent(mailingId)}/again`, {
      key,
      method: 'POST',
      body: { contact },
    })
  const act = async (run: () => Promise<unknown>, done: string) => {
    try {
      await run()
      setFixing(null)
      setTold(done)
      await look()
      // The row may go, and the focus must not go with it.
      status.current?.focus()
    } catch (error) {
      setTold(error instanceof ApiError ? refusal(error.code) : say('failed'))
    }
  }
  return (
    <div className="failed">
      <details open={isFew}>
        <summary>{say('failedTitle', { n: failures.length })}</summary>
        <ul>
          {failures.map(({ contact, reason, nextAt }) => {
            const address = addresses.get(contact)
            return (
              <li key={contact}>
                <div>
                  <p className="failed-who">{address ?? say('failedGone')}</p>
                  <p className="muted small">
                    <Reason reason={reason} nextAt={nextAt} />
                  </p>
                </div>
                {address !== undefined && fixing === contact && (
                  <Correct
                    address={address}
                    save={(email) =>
                      act(
                        async () => {
                          await request(contactPath(contact), { key, method: 'PATCH', body: { email } })
                          await tryAgain(contact)
                        },
                        say('failedFixed', { to: email }),
                      )
                    }
                    cancel={() => setFixing(null)}
                  />
                )}
                {address !== undefined && fixing !== contact && (
                  <p className="doors">
                    <button className="btn btn-small" type="button" onClick={() => setFixing(contact)}>
                      <Icon name="pen" />
                      {say('failedFix')}
                      <span className="vh"> – {address}</span>
                    </button>
                    {nextAt === null && (
                      <button
                        className="btn btn-small"
                        type="button"
                        onClick={() => void act(() => tryAgain(contact), say('failedAgain'))}
                      >
                        <Icon name="undo" />
                        {say('failedRetry')}
                        <span className="vh"> – {address}</span>
                      </button>
                    )}
                    <button
                      className="btn btn-small"
                      type="button"
                      onClick={() =>
                        void act(
                          () => request(contactPath(contact), { key, method: 'DELETE' }),
                          say('contactGone'),
                        )
                      }
                    >
                      <Icon name="trash" />
                      {say('failedRemove')}
                      <span className="vh"> – {address}</span>
                    </button>
                  </p>
                )}
              </li>
            )
          })}
        </ul>
      </details>
      <p role="status" ref={status} tabIndex={-1}>
        {told}
      </p>
    </div>
  )
}

function Reason({ reason, nextAt }: { reason: MailReason; nextAt: number | null }) {
  const { say, language } = useDesk()
  const why = say(`mail_${reason}`)
  return nextAt === null ? why : `${why}, ${say('failedSoon', { time: clockTime(language, nextAt) })}`
}

function Correct({
  address,
  save,
  cancel,
}: {
  address: string
  save(email: string): Promise<void>
  cancel(): void
}) {
  const { say } = useDesk()
  const [email, setEmail] = useState(address)
  return (
    <form
      className="mail-test"
      onSubmit={(event) => {
        event.preventDefault()
        void save(email.trim())
      }}
    >
      <label className="field">
        <span className="lab">{say('failedAddress')}</span>
        <input
          className="in"
          type="email"
          required
          maxLength={254}
          autoFocus
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
      </label>
      <button className="btn btn-main" type="submit" disabled={email.trim() === address}>
        {say('failedSave')}
      </button>
      <button className="btn" type="button" onClick={cancel}>
        {say('mailNo')}
      </button>
    </form>
  )
}
