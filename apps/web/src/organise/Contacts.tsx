/** Who wants the harvest, and until when their addresses are kept. For the organiser alone. */
import { ApiError, newOpId, request, sendCommand } from '@bordet/client'
import { dateLong } from '@bordet/text'
import { useCallback, useEffect, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { fetchServerFile, saveFile } from '../shared/serverFile.ts'
import { Letters } from './Letters.tsx'
import { Mailing } from './Mailing.tsx'
import { useDesk } from './organiseContext.ts'

interface Contact {
  id: string
  email: string | null
  postal: string | null
  via: 'phone' | 'paper'
}
interface Wanted {
  until: number
  byEmail: number
  byPost: number
  contacts: Contact[] | null
}

export function Contacts({ workshopId }: { workshopId: string }) {
  const { key, say, refusal, language } = useDesk()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const path = `/api/workshops/${encodeURIComponent(workshopId)}/contacts`
  const look = useCallback(
    () =>
      request<Wanted>(path, { key }).then(setWanted, () => {
        setFailure(say('failed'))
      }),
    [path, key, say],
  )
  useEffect(() => void look(), [look])
  const act = async (run: () => Promise<unknown>, done: string) => {
    setFailure(null)
    setSaid('')
    try {
      await run()
      await look()
      setSaid(done)
    } catch (error) {
      setFailure(error instanceof ApiError ? refusal(error.code) : say('failed'))
    }
  }
  const contacts = wanted?.contacts ?? []
  const remove = (id: string) =>
    act(() => request(`${path}/${encodeURIComponent(id)}`, { key, method: 'DELETE' }), say('contactGone'))
  return (
    <section className="card papers contacts" aria-labelledby="w-contacts">
      <h2 id="w-contacts">{say('contactsTitle')}</h2>
      <p className="muted">{say('contactsText')}</p>
      {wanted && (
        <>
          <p className="num">
            <b>{say('contactsCount', { email: wanted.byEmail, post: wanted.byPost })}</b>
          </p>
          <Mailing workshopId={workshopId} />
          <Letters workshopId={workshopId} recipients={wanted.byPost} />
          <KeptUntil
            key={wanted.until}
            until={wanted.until}
            save={(until) =>
              act(
                () => sendCommand({ workshopId, key }, { type: 'keepContacts', until }, newOpId()),
                say('contactsKept', { date: dateLong(language, until) }),
              )
            }
          />
        </>
      )}
      {contacts.length > 0 && (
        <>
          <p className="doors">
            <button
              className="btn"
              type="button"
              onClick={() =>
                void act(
                  async () =>
                    saveFile(await fetchServerFile({ workshopId, key }, 'contacts.csv', 'contacts.csv')),
                  say('contactsFetched'),
                )
              }
            >
              <Icon name="download" />
              {say('contactsFetch')}
            </button>
          </p>
          <details>
            <summary>{say('contactsShow')}</summary>
            <ul className="ct">
              {contacts.map(({ id, email, postal, via }) => (
                <li key={id}>
                  <div>
                    {email && <p>{email}</p>}
                    {postal && <p className="lines">{postal}</p>}
                    {via === 'paper' && <p className="muted">{say('contactPaper')}</p>}
                  </div>
                  <button
                    className="btn btn-small"
                    type="button"
                    aria-label={say('contactRemove', { who: email ?? postal?.split('\n')[0] ?? '' })}
                    onClick={() => void remove(id)}
                  >
                    <Icon name="trash" />
                  </button>
                </li>
              ))}
            </ul>
            <RemoveAll
              count={contacts.length}
              remove={() => act(() => request(path, { key, method: 'DELETE' }), say('contactsGone'))}
            />
          </details>
        </>
      )}
      <p role="status">{said}</p>
      {failure && (
        <p className="err" role="alert">
          {failure}
        </p>
      )}
    </section>
  )
}

function KeptUntil({ until, save }: { until: number; save(until: number): Promise<void> }) {
  const { say, language } = useDesk()
  const [day, setDay] = useState(dayOf(until))
  const chosen = endOf(day)
  return (
    <form
      className="ct-until"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen !== null) void save(chosen)
      }}
    >
      <p>{say('contactsUntil', { date: dateLong(language, until) })}</p>
      <label className="field">
        <span className="lab">{say('contactsDay')}</span>
        <input className="in" type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      </label>
      <button className="btn" type="submit" disabled={chosen === null || day === dayOf(until)}>
        {say('contactsSave')}
      </button>
    </form>
  )
}

/** Asks once: what is deleted here cannot be brought back. */
function RemoveAll({ count, remove }: { count: number; remove(): Promise<void> }) {
  const { say } = useDesk()
  const [isSure, setSure] = useState(false)
  return (
    <p className="doors">
      {isSure ? (
        <>
          <button className="btn btn-alarm" type="button" onClick={() => void remove()}>
            {say('contactsRemoveYes', { n: count })}
          </button>
          <button className="btn" type="button" onClick={() => setSure(false)}>
            {say('contactsRemoveNo')}
          </button>
        </>
      ) : (
        <button className="btn" type="button" onClick={() => setSure(true)}>
          <Icon name="trash" />
          {say('contactsRemove')}
        </button>
      )}
    </p>
  )
}

/** As a date field has it, on this computer's calendar. */
function dayOf(at: number): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The last moment of that day; null when it is none. */
function endOf(day: string): number | null {
  const at = new Date(`${day}T23:59:59`).getTime()
  return Number.isFinite(at) ? at : null
}
