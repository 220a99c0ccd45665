/** Keeps a programme as an own template, under a name. */
import { ApiError } from '@bordet/client'
import type { Language } from '@bordet/text'
import type { Session } from '@bordet/workshop'
import { useId, useState } from 'react'
import { useDesk } from './organiseContext.ts'
import { saveTemplate } from './organiserApi.ts'

export function SaveTemplate({ language, session }: { language: Language; session: Session }) {
  const { key, plan, refusal } = useDesk()
  const id = useId()
  const [name, setName] = useState('')
  const [told, setTold] = useState({ text: '', isError: false })
  const save = async () => {
    const trimmed = name.trim()
    if (trimmed === '') {
      setTold({ text: plan('needsName'), isError: true })
      return document.getElementById(id)?.focus()
    }
    try {
      await saveTemplate(key, { name: trimmed, language, session })
      setTold({ text: plan('saved', { name: trimmed }), isError: false })
      setName('')
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
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              void save()
            }}
          />
        </div>
        <button className="btn" type="button" onClick={() => void save()}>
          {plan('save')}
        </button>
      </div>
      <p role="status" id={`${id}t`} className={told.isError ? 'err' : ''}>
        {told.text}
      </p>
    </section>
  )
}
