/** A labelled field of the programme’s editor. */
import { useId } from 'react'
import { useTyped } from './useTyped.ts'

interface Props {
  label: string
  value: string
  hint?: string | ((value: string) => string)
  maxLength?: number
  lines?: number
  lang?: string
  numeric?: boolean
  take(text: string): void
}

export function TypedField({ label, value, hint, maxLength, lines = 1, lang, numeric, take }: Props) {
  const id = useId()
  const typed = useTyped(value, take)
  const common = {
    id,
    className: 'in',
    value: typed.value,
    maxLength,
    lang,
    onBlur: typed.onLeave,
    ...(hint === undefined ? {} : { 'aria-describedby': `${id}h` }),
  }
  return (
    <div className="pf">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      {lines > 1 ? (
        <textarea {...common} rows={lines} onChange={(event) => typed.onType(event.target.value)} />
      ) : (
        <input
          {...common}
          autoComplete="off"
          inputMode={numeric ? 'numeric' : undefined}
          onChange={(event) => typed.onType(event.target.value)}
          onKeyDown={(event) => {
            // The form around it is not sent by a line break in one of its fields.
            if (event.key !== 'Enter') return
            event.preventDefault()
            typed.onLeave()
          }}
        />
      )}
      {hint !== undefined && (
        <p className="hint" id={`${id}h`}>
          {typeof hint === 'string' ? hint : hint(typed.value)}
        </p>
      )}
    </div>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  value: T
  options: readonly { value: T; name: string }[]
  take(value: T): void
}

export function ChoiceField<T extends string>({ label, value, options, take }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div className="pf">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <select
        className="in"
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) take(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** One a line; empty lines are none. */
export function linesOf(text: string, longest: number): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, longest))
    .filter((line) => line !== '')
}
