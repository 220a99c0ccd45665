import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../words.ts'
import { cursorAfter, digitsOf, groupCode } from './groupCode.ts'
import { TroubleLine, type Trouble } from './TroubleLine.tsx'

/** Six digits, and what went wrong with them. What was typed is never taken away. */
export function CodePage(props: {
  digits: string
  trouble: Trouble | null
  isBusy: boolean
  onType(digits: string): void
  onSubmit(digits: string): void
  /** Other ways in. */
  children: ComponentChildren
}) {
  const { say } = useWords()
  const { digits, isBusy } = props
  const field = useRef<HTMLInputElement>(null)
  const [isShort, setShort] = useState(false)
  const trouble: Trouble | null = isShort ? { trouble: 'wrong' } : props.trouble

  useEffect(() => {
    if (props.trouble) field.current?.focus()
  }, [props.trouble])

  const type = (input: HTMLInputElement) => {
    const cursor = digitsOf(input.value.slice(0, input.selectionStart ?? undefined)).length
    const next = digitsOf(input.value)
    input.value = groupCode(next)
    const at = next === digitsOf(groupCode(next)) ? cursorAfter(cursor) : input.value.length
    input.setSelectionRange(at, at)
    setShort(false)
    props.onType(next)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    setShort(digits.length < 6)
    if (digits.length === 6) props.onSubmit(digits)
    else field.current?.focus()
  }
  const isCodeWrong = trouble?.trouble === 'wrong'

  return (
    <main class="join">
      <h1 tabIndex={-1}>{say('joinTitle')}</h1>
      {props.children}
      <form onSubmit={submit} noValidate>
        <div>
          <label class="lab" for="code">
            {say('sixDigits')}
          </label>
          <input
            ref={field}
            class="in code"
            id="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={60}
            value={groupCode(digits)}
            aria-invalid={isCodeWrong ? true : undefined}
            aria-describedby={trouble ? 'trouble hint' : 'hint'}
            onInput={(event) => type(event.currentTarget)}
          />
          <div role="alert" id="trouble">
            {trouble && <TroubleLine trouble={trouble} isShort={isShort} />}
          </div>
          <p class="hint" id="hint">
            {say('whereCode')}
          </p>
        </div>
        <button class="btn btn-main" type="submit" aria-disabled={isBusy}>
          {isBusy ? say('wait') : say('join')}
        </button>
      </form>
      <p class="also">{say('noAccount')}</p>
      <p class="muted">{say('noPhone')}</p>
    </main>
  )
}
