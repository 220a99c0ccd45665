import { isForReading, type NoteView } from '@bordet/workshop'
import { useState } from 'preact/hooks'
import { LaterReactions } from '../laterParts.tsx'
import { Icon } from '../parts/Icon.tsx'
import { useAsk, useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { ZoneTag } from './ZoneChoice.tsx'

const shownAtFirst = 20

/** What the others wrote, newest first, as it comes: at the table, and below it what stands before the whole hall. */
export function TableNotes({ isQuiet }: { isQuiet: boolean }) {
  const { say } = useWords()
  const { notes: own } = useSeat()
  const { notes, phase, me, tables } = useView()
  const read = phase.kind === 'interview' ? [] : phase.zones.filter(isForReading).map(({ id }) => id)
  const others = notes.filter((note) => !note.mine && !read.includes(note.zone)).reverse()
  const atTable = others.filter((note) => note.table !== 0)
  const inHall = others.filter((note) => note.table === 0)
  const hasOwn = own.some((note) => !note.isRemoved)
  const isHallOnly = !phase.zones.some((zone) => zone.scope === 'table')
  const held = phase.holding ? (tables.find(({ number }) => number === me.table)?.heldNotes ?? 0) : 0
  const empty = held > 0 ? null : isQuiet ? 'noneSeen' : hasOwn ? 'noneOfOthers' : 'noneYet'
  return (
    <>
      {held > 0 && (
        <p class="hint calm">
          <Icon name="eyeoff" />
          <span>{say('heldHere', { n: held })}</span>
        </p>
      )}
      {(!isHallOnly || atTable.length > 0) && (
        <NoteList
          id="others"
          heading={hasOwn ? 'othersNotes' : 'tableNotes'}
          notes={atTable}
          whenEmpty={empty}
        />
      )}
      {(isHallOnly || inHall.length > 0) && (
        <NoteList id="hall" heading="hallNotes" notes={inHall} whenEmpty={empty} />
      )}
    </>
  )
}

function NoteList(props: {
  id: string
  heading: 'othersNotes' | 'tableNotes' | 'hallNotes'
  notes: readonly NoteView[]
  /** Null when something else says how it stands. */
  whenEmpty: 'noneSeen' | 'noneOfOthers' | 'noneYet' | null
}) {
  const { say } = useWords()
  const [showsAll, setShowsAll] = useState(false)
  const { id, notes } = props
  const shown = showsAll ? notes : notes.slice(0, shownAtFirst)
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {say(props.heading)} <span class="muted num">({notes.length})</span>
      </h2>
      {notes.length === 0 && props.whenEmpty && <p class="empty">{say(props.whenEmpty)}</p>}
      <ul class="notes">
        {shown.map((note) => (
          <OthersNote key={note.id} note={note} />
        ))}
      </ul>
      {shown.length < notes.length && (
        <button class="btn all" type="button" onClick={() => setShowsAll(true)}>
          {say('showAll', { n: notes.length })}
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
  const { language } = useView()
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
          <ZoneTag look={look} part={note.part} />
          {note.photoId && (
            <img class="photo" src={`/photos/${note.photoId}`} alt={say('photoAlt')} loading="lazy" />
          )}
          <p lang={language}>{note.text}</p>
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
      <LaterReactions note={note} />
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
