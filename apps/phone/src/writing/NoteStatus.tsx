import { Icon } from '../parts/Icon.tsx'
import type { NoteState } from '../outbox/ownNotes.ts'
import { useWords } from '../words.ts'

/** Where the words are, by word, icon and shape. */
export function NoteStatus({ state }: { state: NoteState }) {
  const { say } = useWords()
  switch (state) {
    case 'saved':
      return (
        <span class="st st-saved">
          <Icon name="check" />
          {say('saved')}
        </span>
      )
    case 'sending':
      return (
        <span class="st st-sending">
          <span class="spin" aria-hidden="true" />
          {say('sending')}
        </span>
      )
    case 'kept':
      return (
        <span class="st st-kept">
          <Icon name="phone" />
          {say('kept')}
        </span>
      )
    case 'unsent':
      return (
        <span class="st st-kept">
          <Icon name="cloudoff" />
          {say('unsent')}
        </span>
      )
    case 'refused':
      return null
  }
}
