import { Icon } from '../parts/Icon.tsx'
import type { NoteState } from '../outbox/ownNotes.ts'
import { useWords } from '../words.ts'

const icons = { saved: 'check', kept: 'phone', unsent: 'cloudoff' }

/** Where the words are, by word, icon and shape. `label` for what is not a note. */
export function NoteStatus(props: { state: NoteState; label?: string; isHeld?: boolean | undefined }) {
  const { say } = useWords()
  const { state, label, isHeld } = props
  if (state === 'refused') return null
  return (
    <span class={`st st-${state === 'unsent' ? 'kept' : state}`}>
      {state === 'sending' ? (
        <span class="spin" aria-hidden="true" />
      ) : (
        <Icon name={isHeld ? 'eyeoff' : icons[state]} />
      )}
      {label ?? say(isHeld ? 'onlyYou' : state)}
    </span>
  )
}
