import { request } from '@bordet/client'
import { dateLong } from '@bordet/text'
import { emailPattern } from '@bordet/workshop'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../parts/Icon.tsx'
import { useAsk, useSeat, useView } from '../seat/seatContext.ts'
import { useWords, type Words } from '../words.ts'

interface Contact {
  email: string | null
  postal: string | null
}
type Way = 'email' | 'postal' | 'none'

/**
 * "Send me the harvest": by e-mail, by post or not at all. What is typed is kept on the page and nowhere on the phone, and
 * shown as kept only when the server has it.
 */
export function ContactForm() {
  const { say } = useWords()
  const { seat } = useSeat()
  const { me, status, agenda, groups } = useView()
  const isEnd = status === 'closed' || agenda[agenda.length - 1]?.state === 'now'
  const isAsked = me.may.includes('giveContact') && !me.form && (isEnd || groups !== null)
  const [kept, setKept] = useState<Contact | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [saidNo, setSaidNo] = useState(false)
  useEffect(() => {
    if (!isAsked) return
    const { workshopId, key } = seat.who
    request<Contact>(`/api/workshops/${workshopId}/contact`, { key }).then(setKept, () => {})
  }, [isAsked])
  if (!isAsked) return null
  const has = kept?.email ?? kept?.postal ?? null
  return (
    <section class="contact" aria-labelledby="contact">
      <h2 id="contact">{say('harvestTitle')}</h2>
      {has !== null && !isOpen ? (
        <>
          <p class="st st-saved" role="status">
            <Icon name="check" />
            {kept?.email ? say('contactByEmail', { email: kept.email }) : say('contactByPost')}
          </p>
          <p>
            <button class="btn" type="button" onClick={() => setOpen(true)}>
              {say('contactChange')}
            </button>
          </p>
        </>
      ) : (
        <Form
          key={String(has)}
          before={kept}
          onKept={(contact) => {
            setKept(contact)
            setOpen(false)
            setSaidNo(contact.email === null && contact.postal === null)
          }}
          onChange={() => setSaidNo(false)}
        />
      )}
      <p class="st st-saved" role="status" hidden={!saidNo}>
        {saidNo && say('contactNone')}
      </p>
    </section>
  )
}

function Form(props: { before: Contact | null; onKept(contact: Contact): void; onChange(): void }) {
  const { before, onKept, onChange } = props
  const { say, sayRefusal, language } = useWords()
  const { contactsUntil } = useView()
  const { ask, isBusy, outcome } = useAsk()
  const [way, setWay] = useState<Way | null>(before?.email ? 'email' : before?.postal ? 'postal' : null)
  const [email, setEmail] = useState(before?.email ?? '')
  const [postal, setPostal] = useState(before?.postal ?? '')
  const [wrong, setWrong] = useState<'emailWrong' | 'postalWrong' | null>(null)
  const send = async () => {
    const found = wrongIn(way, email, postal)
    setWrong(found)
    if (found) return document.getElementById(found)?.focus()
    const given = {
      ...(way === 'email' ? { email: email.trim() } : {}),
      ...(way === 'postal' ? { postal: postal.trim() } : {}),
    }
    if ((await ask({ type: 'giveContact', language, ...given })) !== 'done') return
    onKept({ email: given.email ?? null, postal: given.postal ?? null })
  }
  const choose = (next: Way) => {
    setWay(next)
    setWrong(null)
    onChange()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (way !== null && !isBusy) void send()
      }}
    >
      <div class="choices" role="radiogroup" aria-labelledby="contact">
        <Choice way="email" chosen={way} onChoose={choose} text={say('byEmail')} />
        {way === 'email' && (
          <Field id="emailWrong" label={say('yourEmail')} wrong={wrong && say(wrong)}>
            {(described) => (
              <input
                class="in"
                id="emailWrong"
                type="email"
                inputMode="email"
                autoComplete="email"
                maxLength={254}
                value={email}
                {...described}
                onInput={({ currentTarget }) => setEmail(currentTarget.value)}
              />
            )}
          </Field>
        )}
        <Choice way="postal" chosen={way} onChoose={choose} text={say('byPost')} />
        {way === 'postal' && (
          <Field id="postalWrong" label={say('yourPostal')} wrong={wrong && say(wrong)}>
            {(described) => (
              <textarea
                class="in"
                id="postalWrong"
                rows={4}
                maxLength={400}
                autoComplete="street-address"
                value={postal}
                {...described}
                onInput={({ currentTarget }) => setPostal(currentTarget.value)}
              />
            )}
          </Field>
        )}
        <Choice way="none" chosen={way} onChoose={choose} text={say('byNone')} />
      </div>
      <p class="hint">{say('contactUse', { date: dateLong(language, contactsUntil) })}</p>
      <button class="btn btn-main" type="submit" aria-disabled={isBusy || way === null}>
        {isBusy ? say('sending') : say('contactDone')}
      </button>
      <div role="status">
        {outcome && outcome !== 'done' && (
          <p class="trouble err">
            {outcome === 'offline' ? say('contactOffline') : sayRefusal(outcome.refused)}
          </p>
        )}
      </div>
    </form>
  )
}

function Choice(props: { way: Way; chosen: Way | null; text: string; onChoose(way: Way): void }) {
  return (
    <label class="choice">
      <input
        type="radio"
        name="way"
        checked={props.way === props.chosen}
        onChange={() => props.onChoose(props.way)}
      />
      <span class="tile">
        <span class="dot" />
        {props.text}
      </span>
    </label>
  )
}

type Described = { 'aria-invalid'?: boolean; 'aria-describedby'?: string }

function Field(props: {
  id: string
  label: ReturnType<Words['say']>
  wrong: string | null
  children(described: Described): preact.ComponentChildren
}) {
  const hintId = `${props.id}-why`
  return (
    <div class="field">
      <label class="lab" for={props.id}>
        {props.label}
      </label>
      {props.children(props.wrong ? { 'aria-invalid': true, 'aria-describedby': hintId } : {})}
      {props.wrong && (
        <p class="err" id={hintId}>
          {props.wrong}
        </p>
      )}
    </div>
  )
}

/** Catches the slips of a thumb. */
function wrongIn(way: Way | null, email: string, postal: string): 'emailWrong' | 'postalWrong' | null {
  if (way === 'email' && !emailPattern.test(email.trim())) return 'emailWrong'
  return way === 'postal' && postal.trim().split('\n').length < 2 ? 'postalWrong' : null
}
