/** One line to write in: a label, and below it the hint and what is missing, both read out with the field. */
import { useId, type InputHTMLAttributes } from 'react'
import { Icon } from '../../shared/Icon.tsx'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string
  value: string
  hint?: string
  /** What is missing; null when nothing is. */
  error?: string | null
  change(value: string): void
}

export function TextInput({ label, hint, error = null, change, ...input }: Props) {
  const id = useId()
  const hasNote = error !== null || hint !== undefined
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        className="in"
        id={id}
        aria-invalid={error !== null}
        {...(hasNote ? { 'aria-describedby': `${id}-note` } : {})}
        onChange={({ target }) => change(target.value)}
      />
      {hasNote && (
        <div id={`${id}-note`}>
          {error !== null && (
            <p className="err" role="alert">
              <Icon name="warn" />
              {error}
            </p>
          )}
          {hint !== undefined && <p className="hint">{hint}</p>}
        </div>
      )}
    </div>
  )
}
