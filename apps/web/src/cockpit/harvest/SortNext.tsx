/**
 * One note at a time: the current one large, the themes it may belong to on keys, and the next comes by itself. The
 * keys work inside this part only (WCAG 2.1.4); what they do also stands on buttons.
 */
import type { NoteHelp, SortingNote } from '@bordet/client'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import type { SayDesk } from './deskWords.ts'
import { GuessButton } from './GuessButton.tsx'
import { NoteSource } from './NoteSource.tsx'
import { dragType, type Acts, type Dragged, type Scene } from './themeBoardContext.ts'

/** How many of those to come are shown. */
const mostAfter = 3
/** A key that was meant for the note before must not sort the one that somebody else's move put in its place. */
const settleMs = 600

export function SortNext({
  say,
  notes,
  help,
  scene,
  acts,
  undo,
  returned,
  empty,
}: {
  say: SayDesk
  /** Without a theme, oldest first. */
  notes: readonly SortingNote[]
  /** Null until it has come. */
  help: ReadonlyMap<string, NoteHelp> | null
  scene: Scene
  acts: Acts
  undo(): void
  /** What the last undo brought back; a new list each time. */
  returned: readonly string[]
  empty: string
}) {
  const id = useId()
  const queue = useQueue(notes, returned)
  const { current } = queue
  const card = useRef<HTMLElement>(null)
  const other = useRef<HTMLButtonElement>(null)
  const own = useRef(true)
  const settled = useRef(0)
  const currentId = current?.id
  useEffect(() => {
    if (currentId === undefined) return
    settled.current = own.current ? 0 : performance.now() + settleMs
    own.current = false
  }, [currentId])
  if (!current) return <p className="muted">{empty}</p>

  const guesses = (help?.get(current.id)?.guesses ?? []).filter(({ themeId }) => scene.names.has(themeId))
  const go = (step: () => void) => {
    own.current = true
    step()
    card.current?.focus()
  }
  const sort = (themeId: string) => {
    go(() => queue.leave(current.id))
    void acts.sort([current.id], themeId, null).then((done) => {
      if (!done) queue.comeBack([current.id])
    })
  }
  const chooseOther = () => {
    if (!other.current || other.current.disabled) return
    acts.openMenu({
      label: say('themeOf'),
      button: other.current,
      groups: [
        { title: say('layIn'), items: scene.themes.map(({ themeId, name }) => ({ id: themeId, name })) },
      ],
      onChoose: (_, themeId) => sort(themeId),
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping) return
    const guess = guesses[Number(event.key) - 1]
    const key = event.key.toLowerCase()
    if (guess && scene.maySort) {
      if (event.timeStamp > settled.current) sort(guess.themeId)
    } else if (key === 't') chooseOther()
    else if (key === 's' || key === '0') go(() => queue.skip(current.id))
    else if (key === 'c' && scene.mayQuote) acts.quote(current.id, !current.quote)
    else if (key === 'z') undo()
    else if (key === 'arrowright') go(() => queue.step(1))
    else if (key === 'arrowleft') go(() => queue.step(-1))
    else return
    event.preventDefault()
  }
  return (
    <div className="next" role="group" aria-label={say('oneAtATime')} onKeyDown={onKeyDown}>
      <article
        ref={card}
        className={`note n-${current.note.color} next-note`}
        tabIndex={0}
        aria-label={say('noteToSort')}
        aria-describedby={id}
        draggable={scene.maySort}
        onDragStart={({ dataTransfer }) => {
          const dragged: Dragged = { noteIds: [current.id], from: null }
          dataTransfer.effectAllowed = 'copyMove'
          dataTransfer.setData(dragType, JSON.stringify(dragged))
        }}
      >
        <p id={id} className="card-words" dir="auto">
          {current.note.text}
        </p>
        <NoteSource say={say} one={current} scene={scene} describedBy={id} />
      </article>
      <h3>{say('layIn')}</h3>
      <ul className="next-guesses">
        {guesses.map((guess, index) => (
          <li key={guess.themeId}>
            <GuessButton
              say={say}
              guess={guess}
              name={scene.names.get(guess.themeId) ?? ''}
              shortcut={String(index + 1)}
              describedBy={id}
              disabled={!scene.maySort}
              onClick={() => sort(guess.themeId)}
            />
          </li>
        ))}
        {guesses.length === 0 && <li className="muted">{say(help === null ? 'guessing' : 'noGuess')}</li>}
        <li className="next-row">
          <button
            ref={other}
            className="btn btn-small"
            type="button"
            aria-haspopup="menu"
            aria-keyshortcuts="T"
            aria-describedby={id}
            disabled={!scene.maySort || scene.themes.length === 0}
            onClick={chooseOther}
          >
            <kbd aria-hidden="true">T</kbd> {say('otherTheme')}
          </button>
          <button
            className="btn btn-small"
            type="button"
            aria-keyshortcuts="S"
            onClick={() => go(() => queue.skip(current.id))}
          >
            <kbd aria-hidden="true">S</kbd> {say('skip')}
          </button>
          <button
            className={current.quote ? 'btn btn-small quote-on' : 'btn btn-small'}
            type="button"
            aria-pressed={current.quote}
            aria-keyshortcuts="C"
            aria-describedby={id}
            disabled={!scene.mayQuote}
            onClick={() => acts.quote(current.id, !current.quote)}
          >
            <kbd aria-hidden="true">C</kbd> <Icon name="star" /> {say('quoteShort')}
          </button>
        </li>
      </ul>
      {queue.after.length > 0 && (
        <div className="next-after">
          <h3>{say('afterThis')}</h3>
          <ul className="cards">
            {queue.after.slice(0, mostAfter).map(({ id: noteId, note }) => (
              <li key={noteId}>
                <button
                  className={`note n-${note.color} after-note`}
                  type="button"
                  onClick={() => go(() => queue.goTo(noteId))}
                >
                  <span className="card-words" dir="auto">
                    {note.text}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

interface Queue {
  current: SortingNote | undefined
  after: readonly SortingNote[]
  /** Sorted here; the server's word of it comes later. */
  leave(id: string): void
  comeBack(ids: readonly string[]): void
  /** To the end. */
  skip(id: string): void
  step(by: 1 | -1): void
  goTo(id: string): void
}

function useQueue(notes: readonly SortingNote[], returned: readonly string[]): Queue {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const [at, setAt] = useState<string | null>(null)
  const comeBack = (ids: readonly string[]) => {
    setGone((before) => new Set([...before].filter((id) => !ids.includes(id))))
    setAt(ids[0] ?? null)
  }
  const [seen, setSeen] = useState({ notes, returned })
  if (seen.returned !== returned) {
    setSeen({ notes, returned })
    comeBack(returned)
  } else if (seen.notes !== notes) {
    setSeen({ notes, returned })
    // Who takes one of them out of its theme again puts it before everybody.
    const unsorted = new Set(notes.map(({ id }) => id))
    if ([...gone].some((id) => !unsorted.has(id)))
      setGone(new Set([...gone].filter((id) => unsorted.has(id))))
  }
  const waiting = notes.filter(({ id }) => !gone.has(id))
  const last = skipped.flatMap((id) => waiting.find((one) => one.id === id) ?? [])
  const queue = [...waiting.filter(({ id }) => !skipped.includes(id)), ...last]
  const index = Math.max(
    0,
    queue.findIndex(({ id }) => id === at),
  )
  const next = (from: string) => {
    const place = queue.findIndex(({ id }) => id === from)
    setAt((queue[place + 1] ?? queue[0])?.id ?? null)
  }
  return {
    current: queue[index],
    after: queue.slice(index + 1),
    leave(id) {
      next(id)
      setGone((before) => new Set([...before, id]))
    },
    comeBack,
    skip(id) {
      next(id)
      setSkipped((before) => [...before.filter((one) => one !== id), id])
    },
    step: (by) => setAt(queue[(index + by + queue.length) % queue.length]?.id ?? null),
    goTo: setAt,
  }
}
