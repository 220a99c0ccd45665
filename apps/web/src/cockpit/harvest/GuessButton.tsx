/** One theme that a note may belong to, with its reason in words. What much speaks for looks and reads otherwise than a mere maybe. */
import type { NoteHelp } from '@bordet/client'
import type { MouseEvent } from 'react'
import type { SayDesk } from './deskWords.ts'

export function GuessButton({
  say,
  guess: { because, sure },
  name,
  shortcut,
  describedBy,
  disabled,
  onClick,
}: {
  say: SayDesk
  guess: NoteHelp['guesses'][number]
  name: string
  /** The key that does the same. */
  shortcut?: string
  describedBy: string
  disabled: boolean
  onClick(event: MouseEvent<HTMLButtonElement>): void
}) {
  return (
    <button
      className={sure ? 'btn btn-small guess guess-sure' : 'btn btn-small guess'}
      type="button"
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={onClick}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
    >
      {shortcut !== undefined && <kbd aria-hidden="true">{shortcut}</kbd>}
      <span className="guess-words">
        <b>{name}</b>{' '}
        <small>{say(sure ? 'sureBecause' : 'maybeBecause', { words: because.join(', ') })}</small>
      </span>
    </button>
  )
}
