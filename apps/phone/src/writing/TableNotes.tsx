import type { NoteView } from '@bordet/workshop'
import { useState } from 'preact/hooks'
import { Icon } from '../parts/Icon.tsx'
import { useAsk, useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { ZoneTag } from './ZoneChoice.tsx'

const shownAtFirst = 20

/** What the others at the table wrote, newest first, as it comes. */
export function TableNotes({ isQuiet }: { isQuiet: boolean }) {
  const { say } = useWords()
  const { notes: own } = useSeat()
  const { notes } = useView()
  const [showsAll, setShowsAll] = useState(false)
  const others = notes.filter((note) => !note.mine).reverse()
  const hasOwn = own.some((note) => !note.isRemoved)
  const shown = showsAll ? others : others.slice(0, shownAtFirst)
  return (
    <section aria-labelledby="others">
      <h2 id="others">
        {say(hasOwn ? 'othersNotes' : 'tableNotes')} <span class="muted num">({others.length})</span>
      </h2>
      {others.length === 0 && (
        <p class="empty">{say(isQuiet ? 'noneSeen' : hasOwn ? 'noneOfOthers' : 'noneYet')}</p>
      )}
      <ul class="notes">
        {shown.map((note) => (
          <OthersNote key={note.id} note={note} />
        ))}
      </ul>
      {shown.length < others.length && (
        <button class="btn all" type="button" onClick={() => setShowsAll(true)}>
          {say('showAll', { n: others.length })}
        </button>
      )}
    </section>
  )
}

function OthersNote({ note }: { note: NoteView }) {
  const { say } = useWords()
  const { seat } = useSeat()
  const [isAsking, setAsking] = useState(false)
  const { ask, isBusy, outcome } = useAsk()
  const look = seat.lookOf(note.zone)
  // What was just written lands visibly; what was there before does not.
  const isFresh = seat.clock.now() - note.at < 5_000
  const report = async () => {
    if ((await ask({ type: 'reportNote', noteId: note.id })) !== 'offline') setAsking(false)
  }
  return (
    <li class={`note n-${look ? note.color : 'paper'}${isFresh ? ' lands' : ''}`}>
      <div class="top-row">
        <div class="grow">
          <ZoneTag look={look} />
          <p>{note.text}</p>
        </div>
        {outcome !== 'done' && (
          <button
            class="flag"
            type="button"
            aria-label={say('reportThis')}
            aria-expanded={isAsking}
            onClick={() => setAsking(!isAsking)}
          >
            <Icon name="flag" />
          </button>
        )}
      </div>
      {isAsking && (
        <div class="report">
          <p>{say('report')}</p>
          <div class="row">
            <button class="btn" type="button" aria-disabled={isBusy} onClick={report}>
              {say('reportDo')}
            </button>
            <button class="btn" type="button" onClick={() => setAsking(false)}>
              {say('cancel')}
            </button>
          </div>
        </div>
      )}
      <div role="status">
        {outcome === 'done' && <p class="said">{say('reported')}</p>}
        {outcome === 'offline' && <p class="said">{say('askOffline')}</p>}
      </div>
    </li>
  )
}
