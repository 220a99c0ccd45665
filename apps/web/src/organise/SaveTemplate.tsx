/** Keeps a programme as an own template, under a name: a new one, or in place of the one that has the name. */
import { ApiError } from '@bordet/client'
import type { Language } from '@bordet/text'
import type { Session } from '@bordet/workshop'
import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { useDesk } from './organiseContext.ts'
import { fetchTemplates, replaceTemplate, saveTemplate } from './organiserApi.ts'

export function SaveTemplate({ language, session }: { language: Language; session: Session }) {
  const { key, plan, refusal } = useDesk()
  const id = useId()
  const [name, setName] = useState('')
  const [told, setTold] = useState({ text: '', isError: false })
  /** The template that has the name already: which of the two is for the person to say. */
  const [namesake, setNamesake] = useState<string | null>(null)
  const keep = async (how: 'ask' | 'anew' | { instead: string }) => {
    const body = { name: name.trim(), language, session }
    if (body.name === '') {
      setTold({ text: plan('needsName'), isError: true })
      document.getElementById(id)?.focus()
      return
    }
    try {
      const there = how === 'ask' ? await findNamesake(key, body.name, language) : null
      if (there !== null) {
        setTold({ text: plan('nameTaken', { name: body.name }), isError: false })
        // After a wait React draws when it likes; the focus needs the button there.
        flushSync(() => setNamesake(there))
        document.getElementById(`${id}r`)?.focus()
        return
      }
      await (typeof how === 'object' ? replaceTemplate(key, how.instead, body) : saveTemplate(key, body))
      setTold({ text: plan('saved', { name: body.name }), isError: false })
      setName('')
      // The two buttons go, and with them the focus of the one that was pressed.
      if (how !== 'ask') document.getElementById(id)?.focus()
      setNamesake(null)
    } catch (error) {
      setTold({ text: refusal(error instanceof ApiError ? error.code : 'offline'), isError: true })
    }
  }
  return (
    <section className="card save" aria-label={plan('saveTitle')}>
      <h2>{plan('saveTitle')}</h2>
      <p className="muted">{plan('saveText')}</p>
      <div className="save-row">
        <div>
          <label className="lab" htmlFor={id}>
            {plan('templateName')}
          </label>
          <input
            className="in"
            id={id}
            maxLength={120}
            autoComplete="off"
            value={name}
            aria-invalid={told.isError}
            aria-describedby={`${id}t`}
            onChange={(event) => {
              setName(event.target.value)
              setNamesake(null)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              void keep('ask')
            }}
          />
        </div>
        {namesake === null ? (
          <button className="btn" type="button" onClick={() => void keep('ask')}>
            {plan('save')}
          </button>
        ) : (
          <>
            <button
              className="btn"
              id={`${id}r`}
              type="button"
              onClick={() => void keep({ instead: namesake })}
            >
              {plan('saveInstead')}
            </button>
            <button className="btn" type="button" onClick={() => void keep('anew')}>
              {plan('saveAnew')}
            </button>
          </>
        )}
      </div>
      <p role="status" id={`${id}t`} className={told.isError ? 'err' : ''}>
        {told.text}
      </p>
    </section>
  )
}

/** One of several sessions is not for this: it would lose the others. */
async function findNamesake(key: string, name: string, language: Language): Promise<string | null> {
  const templates = await fetchTemplates(key)
  const same = templates.find(
    (one) => one.own && one.sessions.length === 1 && one.name[language].trim() === name,
  )
  return same?.id ?? null
}
