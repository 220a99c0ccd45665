import { reactions, type NoteView, type Reaction } from '@bordet/workshop'
import { useEffect, useState } from 'preact/hooks'
import { useAsk, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

/** What one says about another's note without a word, and how many say the same. */
export function Reactions({ note }: { note: NoteView }) {
  const { say } = useWords()
  const { me } = useView()
  const { ask, outcome } = useAsk()
  const said = note.reacted ?? null
  // What was pressed shows at once; the view has the last word.
  const [hoped, setHoped] = useState<Reaction | null>(said)
  useEffect(() => setHoped(said), [said])
  if (!me.may.includes('react')) return null
  const press = async (reaction: Reaction) => {
    const next = hoped === reaction ? null : reaction
    setHoped(next)
    if ((await ask({ type: 'react', noteId: note.id, reaction: next })) !== 'done') setHoped(said)
  }
  return (
    <>
      <div class="reactions" role="group" aria-label={say('react')}>
        {reactions.map((reaction) => {
          const isMine = hoped === reaction
          const count = (note.reactions?.[reaction] ?? 0) + Number(isMine) - Number(said === reaction)
          return (
            <button
              key={reaction}
              class="react"
              type="button"
              aria-pressed={isMine}
              onClick={() => press(reaction)}
            >
              {say(reaction)}
              {count > 0 && <span class="num"> {count}</span>}
            </button>
          )
        })}
      </div>
      <div role="status">
        {outcome !== null && outcome !== 'done' && <p class="said">{say('askOffline')}</p>}
      </div>
    </>
  )
}
