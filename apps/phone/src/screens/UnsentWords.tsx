import { useState } from 'preact/hooks'
import { copyText } from '../parts/copyText.ts'
import type { OwnNote } from '../outbox/ownNotes.ts'
import { useWords } from '../words.ts'
import { NoteStatus } from '../writing/NoteStatus.tsx'

/** What lies on this phone, shown without the workshop around it. */
export function UnsentWords({ notes }: { notes: readonly OwnNote[] }) {
  const { say } = useWords()
  const [copied, setCopied] = useState('')
  const unsent = notes.filter((note) => note.state !== 'saved' && !note.isRemoved)
  if (unsent.length === 0) return null
  return (
    <section aria-labelledby="unsent">
      <h2 id="unsent">{say('waitingCount', { n: unsent.length })}</h2>
      <ul class="notes">
        {unsent.map((note) => (
          <li class="mine" key={note.id}>
            <div class="note n-paper">
              <p>{note.text}</p>
            </div>
            <div class="row">
              <NoteStatus state={note.state} />
              <button class="btn" type="button" onClick={() => setCopied(copyText(note.text) ? note.id : '')}>
                {say(copied === note.id ? 'copied' : 'copy')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
