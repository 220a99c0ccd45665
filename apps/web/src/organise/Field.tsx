/** One field of the form: a label, the control, and below it the hint and what is missing, both read out with the control. */
import { useId, type ReactNode } from 'react'
import { Icon } from '../shared/Icon.tsx'
import type { Draft, DraftErrors, DraftField as CheckedField } from './checkDraft.ts'
import { useDesk } from './organiseContext.ts'

/** What every part of the form takes. */
export interface PartProps {
  draft: Draft
  /** A function gets the draft as it is by then: for what comes twice in one turn. */
  change(part: Partial<Draft> | ((now: Draft) => Partial<Draft>)): void
}

interface CommonProps {
  className: string
  id: string
  'aria-invalid': boolean
  'aria-describedby'?: string
}

interface FieldProps {
  name: CheckedField | 'language' | 'owner'
  label: string
  hint?: string
  errors: DraftErrors
  children(common: CommonProps): ReactNode
}

export function Field({ name, label, hint, errors, children }: FieldProps) {
  const { say } = useDesk()
  const noteId = useId()
  const error = name === 'language' || name === 'owner' ? undefined : errors[name]
  const note = error !== undefined || hint !== undefined
  return (
    <div>
      <label className="lab" htmlFor={`f-${name}`}>
        {label}
      </label>
      {children({
        className: 'in',
        id: `f-${name}`,
        'aria-invalid': error !== undefined,
        ...(note ? { 'aria-describedby': noteId } : {}),
      })}
      {note && (
        <div id={noteId}>
          {error !== undefined && (
            <p className="err">
              <Icon name="warn" />
              {say(error)}
            </p>
          )}
          {hint !== undefined && <p className="hint">{hint}</p>}
        </div>
      )}
    </div>
  )
}
