/** Asks for the organiser's key, and says where it stands. */
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useDocument } from '../shared/useDocument.ts'
import { useDesk } from './organiseContext.ts'

export function KeyGate({ denied }: { denied: boolean }) {
  const { say, language } = useDesk()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useDocument(`${say('gateTitle')} – Bordet`, language)
  useEffect(() => {
    if (denied) field.current?.focus()
  }, [denied])
  const open = () => {
    // A whole pasted link is as good as the key at its end.
    const key = text.trim().split('#').pop() ?? ''
    if (key) location.hash = key
  }
  return (
    <form
      className="gate"
      onSubmit={(event) => {
        event.preventDefault()
        open()
      }}
    >
      <h1>{say('gateTitle')}</h1>
      <p>{say('gateText')}</p>
      <ul className="gate-where">
        <li>{say('gateTerminal')}</li>
        <li>{say('gateFile')}</li>
      </ul>
      <div className="field">
        <label className="lab" htmlFor="key">
          {say('gateLabel')}
        </label>
        <input
          ref={field}
          className="in"
          id="key"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={denied}
          aria-describedby={denied ? 'keyError' : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {denied && (
          <p className="err" id="keyError">
            <Icon name="warn" />
            {say('gateDenied')}
          </p>
        )}
      </div>
      <button className="btn btn-main" type="submit">
        {say('gateOpen')}
      </button>
    </form>
  )
}
