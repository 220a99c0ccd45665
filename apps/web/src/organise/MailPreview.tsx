/** The mail as each person gets it, in each of their languages, and a test of it to oneself. */
import { ApiError } from '@bordet/client'
import { languageNames, type Language } from '@bordet/text'
import { useId, useState, type FormEvent } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { fetchMailPreview, sendTestMail } from './beforeSendingApi.ts'
import { useDesk } from './organiseContext.ts'

interface Props {
  workshopId: string
  format: string
  note: string
  /** Of those who get it, the meeting's first. */
  languages: readonly Language[]
}

export function MailPreview({ workshopId, format, note, languages }: Props) {
  const { key, say, refusal } = useDesk()
  const id = useId()
  const [language, setLanguage] = useState<Language>(languages[0] ?? 'en')
  const [shown, setShown] = useState<{ subject: string; html: string } | null>(null)
  const [to, setTo] = useState('')
  const [told, setTold] = useState('')
  const [isSending, setSending] = useState(false)
  const failed = (error: unknown) => setTold(error instanceof ApiError ? refusal(error.code) : say('failed'))
  const show = async (its: Language) => {
    setTold('')
    try {
      setShown(await fetchMailPreview(key, workshopId, { format, note, language: its }))
    } catch (error) {
      failed(error)
    }
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    setTold(say('testBusy'))
    try {
      const { result, reason } = await sendTestMail(key, workshopId, { format, note, language, to })
      setTold(
        result === 'sent'
          ? say('testSent', { to })
          : say('testFailed', { reason: say(`mail_${reason ?? 'unreachable'}`) }),
      )
    } catch (error) {
      failed(error)
    }
    setSending(false)
  }
  return (
    <div className="mail-look">
      <p className="doors">
        <button
          className="btn"
          type="button"
          aria-expanded={shown !== null}
          onClick={() => (shown ? setShown(null) : void show(language))}
        >
          <Icon name="eye" />
          {say(shown ? 'previewHide' : 'previewShow')}
        </button>
      </p>
      {shown && languages.length > 1 && (
        <label className="field">
          <span className="lab">{say('previewLanguage')}</span>
          <select
            className="in"
            value={language}
            onChange={({ target }) => {
              const chosen = languages.find((one) => one === target.value) ?? language
              setLanguage(chosen)
              void show(chosen)
            }}
          >
            {languages.map((one) => (
              <option key={one} value={one} lang={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </label>
      )}
      {shown && (
        <figure className="mail-frame">
          <figcaption>{shown.subject}</figcaption>
          {/* Links would load a page into the frame: with a target that is not allowed, they do nothing. */}
          <iframe
            title={say('previewFrame')}
            sandbox=""
            srcDoc={shown.html.replace('<head>', '<head><base target="_blank">')}
          />
        </figure>
      )}
      <form className="mail-test" onSubmit={(event) => void send(event)}>
        <label className="field">
          <span className="lab">{say('testTo')}</span>
          <input
            className="in"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            aria-describedby={`${id}t`}
            value={to}
            onChange={({ target }) => setTo(target.value)}
          />
        </label>
        <button className="btn" type="submit" disabled={isSending}>
          <Icon name="mail" />
          {say('testSend')}
        </button>
        <p className="hint" id={`${id}t`}>
          {say('testHint')}
        </p>
      </form>
      <p role="status">{told}</p>
    </div>
  )
}
