/** Notes of all tables in columns, one for each theme: sorted by dragging, by list or many at once. */
import { fetchSorting, fetchSortingHelp, newOpId, type NoteHelp, type SortingNote } from '@bordet/client'
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import { dragType, type Acts, type Dragged, type Scene } from './themeBoardContext.ts'
import { ThemeCard } from './ThemeCard.tsx'
import { ThemeHead } from './ThemeHead.tsx'
import { ThemeMenu, type OpenMenu } from './ThemeMenu.tsx'
import { useFetched } from './useFetched.ts'

/** What the list shows beside a single theme. */
const unsorted = 'unsorted'
const every = 'every'

/** Of the guesses: each time they are all worked out anew. */
const helpRestMs = 1_000

export function ThemeBoard({ say }: { say: SayDesk }) {
  const { who, view } = useCockpit()
  // What is written on a table's board itself changes no version.
  const present = `${view.version} ${view.tables.reduce((sum, { notes }) => sum + notes, 0)}`
  const { value: sorting, hasFailed } = useFetched(fetchSorting, who, present)
  const { value: help } = useFetched(fetchSortingHelp, who, present, helpRestMs)
  const [isList, setList] = useState(false)
  const [shown, setShown] = useState(unsorted)
  const id = useId()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [told, setTold] = useState('')
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const closeMenu = useCallback(() => setMenu(null), [])
  const columns = useMemo(() => columnsOf(sorting?.notes ?? []), [sorting])
  const scene = useScene()
  const send = useSorting()
  const standing = useMemo(() => new Set(sorting?.notes.map((one) => one.id)), [sorting])
  const pickedIds = useMemo(() => [...picked].filter((one) => standing.has(one)), [picked, standing])
  const nameOf = (themeId: string | null) => (themeId && scene.names.get(themeId)) ?? say('unsorted')
  const onMoved = (count: number, themeId: string | null) => {
    setPicked(new Set())
    setTold(say('moved', { n: count, theme: nameOf(themeId) }))
  }
  const acts = useSame({
    pick: (noteIds, isPicked) => setPicked((before) => withPicked(before, noteIds, isPicked)),
    async sort(noteIds, add, remove) {
      const done = await send.sort(noteIds, add, remove)
      if (done) onMoved(noteIds.length, add)
      return done
    },
    quote: send.quote,
    dragged: (noteId) => (picked.has(noteId) ? pickedIds : [noteId]),
    openMenu: setMenu,
  })
  if (!sorting) return <p role="status">{say(hasFailed ? 'loadFailed' : 'loading')}</p>
  const { themes } = scene
  const sorted = sorting.notes.filter(({ themeIds }) => themeIds.length > 0).length
  return (
    <div className="themes">
      <div className="themes-bar">
        <NewTheme say={say} codebook={sorting.codebook} pickedIds={pickedIds} acts={acts} />
        <p className="num muted" role="status">
          {told === '' ? '' : `${told}. `}
          {say('counts', { sorted, all: sorting.notes.length })}
          {help === null && themes.length > 0 ? ` · ${say('guessing')}` : ''}
        </p>
        <div className="seg" role="group" aria-label={`${say('asBoard')} / ${say('asList')}`}>
          {[false, true].map((list) => (
            <button
              key={String(list)}
              className="btn btn-small"
              type="button"
              aria-pressed={isList === list}
              onClick={() => setList(list)}
            >
              {say(list ? 'asList' : 'asBoard')}
            </button>
          ))}
        </div>
      </div>
      {pickedIds.length > 0 && (
        <PickedBar say={say} noteIds={pickedIds} acts={acts} onNone={() => setPicked(new Set())} />
      )}
      {themes.length === 0 && (
        <p className="muted">{say(sorting.codebook.length > 0 ? 'noThemes' : 'noThemesOwn')}</p>
      )}
      {themes.length > 0 && !isList && <p className="muted">{say('boardHelp')}</p>}
      {isList && (
        <div className="themes-show">
          <label htmlFor={id}>{say('show')}</label>
          <select className="in" id={id} value={shown} onChange={(event) => setShown(event.target.value)}>
            <option value={unsorted}>{say('unsorted')}</option>
            {themes.map(({ themeId, name }) => (
              <option key={themeId} value={themeId}>
                {name}
              </option>
            ))}
            <option value={every}>{say('every')}</option>
          </select>
        </div>
      )}
      <ul className={isList ? 'as-list' : 'columns'}>
        {[null, ...themes.map(({ themeId }) => themeId)]
          .filter((themeId) => !isList || shown === every || shown === (themeId ?? unsorted))
          .map((themeId) => (
            <Column
              key={themeId ?? unsorted}
              say={say}
              themeId={themeId}
              notes={columns.get(themeId) ?? none}
              help={help?.byNote}
              picked={picked}
              scene={scene}
              acts={acts}
            />
          ))}
      </ul>
      {menu && <ThemeMenu menu={menu} onClose={closeMenu} />}
    </div>
  )
}

const none: readonly SortingNote[] = []

/** The same object while its words are the same: the view is a new one with every event of the hall. */
function useScene(): Scene {
  const { who, view, may } = useCockpit()
  const themes = JSON.stringify((view.themes ?? []).map(({ themeId, name }) => ({ themeId, name })))
  const phases = JSON.stringify(view.agenda.map(({ id, name }) => [id, name]))
  const [maySort, mayQuote] = [may('sortNotes'), may('markQuote')]
  return useMemo(() => {
    const all: Scene['themes'] = JSON.parse(themes)
    return {
      themes: all,
      names: new Map(all.map(({ themeId, name }) => [themeId, name])),
      phases: new Map<string, string>(JSON.parse(phases)),
      workshopId: who.workshopId,
      key: who.key,
      maySort,
      mayQuote,
    }
  }, [themes, phases, who, maySort, mayQuote])
}

/** As many as one command takes, and its body. */
const notesAtOnce = 500

function useSorting() {
  const { commands } = useCockpit()
  return {
    async sort(noteIds: readonly string[], add: string | null, remove: string | null): Promise<boolean> {
      for (let at = 0; at < noteIds.length; at += notesAtOnce) {
        const done = await commands.send({
          type: 'sortNotes',
          noteIds: noteIds.slice(at, at + notesAtOnce),
          ...(add === null ? {} : { add: [add] }),
          ...(remove === null ? {} : { remove: [remove] }),
        })
        if (!done) return false
      }
      return true
    },
    quote: (noteId: string, use: boolean) => void commands.send({ type: 'markQuote', noteId, use }),
  }
}

/** The same functions for as long as the page is there, which do what those of the last drawing do. */
function useSame(acts: Acts): Acts {
  const latest = useRef(acts)
  useLayoutEffect(() => {
    latest.current = acts
  })
  return useMemo(
    () => ({
      pick: (noteIds, isPicked) => latest.current.pick(noteIds, isPicked),
      sort: (noteIds, add, remove) => latest.current.sort(noteIds, add, remove),
      quote: (noteId, use) => latest.current.quote(noteId, use),
      dragged: (noteId) => latest.current.dragged(noteId),
      openMenu: (menu) => latest.current.openMenu(menu),
    }),
    [],
  )
}

function withPicked(
  before: ReadonlySet<string>,
  noteIds: readonly string[],
  isPicked: boolean,
): ReadonlySet<string> {
  const next = new Set(before)
  for (const id of noteIds) {
    if (isPicked) next.add(id)
    else next.delete(id)
  }
  return next
}

/** Theme → its notes; null has those without any. A note with two themes stands in both. */
function columnsOf(notes: readonly SortingNote[]): Map<string | null, SortingNote[]> {
  const columns = new Map<string | null, SortingNote[]>()
  for (const one of notes)
    for (const themeId of one.themeIds.length === 0 ? [null] : one.themeIds) {
      const column = columns.get(themeId)
      if (column) column.push(one)
      else columns.set(themeId, [one])
    }
  return columns
}

/** Cards that are drawn at once; more come as one nears the end of the column. */
const cardsAtOnce = 40

function Column({
  say,
  themeId,
  notes,
  help,
  picked,
  scene,
  acts,
}: {
  say: SayDesk
  themeId: string | null
  notes: readonly SortingNote[]
  help: ReadonlyMap<string, NoteHelp> | undefined
  picked: ReadonlySet<string>
  scene: Scene
  acts: Acts
}) {
  const [isOver, setOver] = useState(false)
  const [count, setCount] = useState(cardsAtOnce)
  const name = (themeId && scene.names.get(themeId)) ?? say('unsorted')
  const drop = ({ noteIds, from }: Dragged, keep: boolean) => {
    if (from === themeId) return
    void acts.sort(noteIds, themeId, keep && themeId !== null ? null : from)
  }
  return (
    <li
      className={isOver ? 'column column-over' : 'column'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        const dragged = readDragged(event.dataTransfer.getData(dragType))
        if (!dragged) return
        event.preventDefault()
        drop(dragged, event.ctrlKey || event.altKey)
      }}
    >
      <ThemeHead say={say} themeId={themeId} name={name} count={notes.length} openMenu={acts.openMenu} />
      {notes.length === 0 ? (
        <p className="muted">{say(themeId === null ? 'allSorted' : 'emptyColumn')}</p>
      ) : (
        <ul className="cards">
          {notes.slice(0, count).map((one) => (
            <ThemeCard
              key={one.id}
              say={say}
              one={one}
              help={help?.get(one.id)}
              column={themeId}
              isPicked={picked.has(one.id)}
              scene={scene}
              acts={acts}
            />
          ))}
        </ul>
      )}
      {notes.length > count && (
        <More words={say('more', { n: notes.length - count })} onMore={() => setCount(count + cardsAtOnce)} />
      )}
    </li>
  )
}

/** Pressed by who wants to, and by itself when one scrolls that far. */
function More({ words, onMore }: { words: string; onMore(): void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!button.current) return
    const watching = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onMore()
      },
      { rootMargin: '600px' },
    )
    watching.observe(button.current)
    return () => watching.disconnect()
  }, [onMore])
  return (
    <button ref={button} className="btn btn-small more-cards" type="button" onClick={onMore}>
      {words}
    </button>
  )
}

/** What another program drops here is not ours. */
function readDragged(data: string): Dragged | null {
  try {
    const read: unknown = JSON.parse(data)
    if (typeof read !== 'object' || read === null || !('noteIds' in read) || !('from' in read)) return null
    const { noteIds, from } = read
    if (!Array.isArray(noteIds) || !(from === null || typeof from === 'string')) return null
    return { noteIds: noteIds.filter((id) => typeof id === 'string'), from }
  } catch {
    return null
  }
}

function PickedBar({
  say,
  noteIds,
  acts,
  onNone,
}: {
  say: SayDesk
  noteIds: readonly string[]
  acts: Acts
  onNone(): void
}) {
  const { view, may } = useCockpit()
  return (
    <div className="picked-bar">
      <b className="num" role="status">
        {say('picked', { n: noteIds.length })}
      </b>
      <select
        className="in"
        value=""
        aria-label={say('alsoIn')}
        disabled={!may('sortNotes')}
        onChange={(event) => void acts.sort(noteIds, event.target.value, null)}
      >
        <option value="" disabled>
          {say('alsoIn')} …
        </option>
        {view.themes?.map(({ themeId, name }) => (
          <option key={themeId} value={themeId}>
            {name}
          </option>
        ))}
      </select>
      <button className="btn btn-small btn-quiet" type="button" onClick={onNone}>
        {say('pickNone')}
      </button>
    </div>
  )
}

/** A name of one's own, for the notes that are picked too; or the template's code book as a beginning. */
function NewTheme({
  say,
  codebook,
  pickedIds,
  acts,
}: {
  say: SayDesk
  codebook: readonly string[]
  pickedIds: readonly string[]
  acts: Acts
}) {
  const { view, may, commands } = useCockpit()
  const [name, setName] = useState('')
  const known = new Set(view.themes?.map((theme) => theme.name))
  const missing = codebook.filter((one) => !known.has(one))
  const make = async (words: string, noteIds: readonly string[]) => {
    const themeId = newOpId()
    if (!(await commands.send({ type: 'setTheme', themeId, name: words }))) return
    setName('')
    if (noteIds.length > 0) await acts.sort(noteIds, themeId, null)
  }
  return (
    <form
      className="themes-new"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') void make(name.trim(), pickedIds)
      }}
    >
      <input
        className="in"
        aria-label={say(pickedIds.length > 0 ? 'newFromPicked' : 'newTheme')}
        placeholder={say(pickedIds.length > 0 ? 'newFromPicked' : 'newTheme')}
        maxLength={120}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button className="btn btn-small" type="submit" disabled={!may('setTheme')}>
        <Icon name="plus" />
        {say('add')}
      </button>
      {missing.length > 0 && (
        <button
          className="btn btn-small"
          type="button"
          disabled={!may('setTheme')}
          onClick={async () => {
            for (const words of missing)
              if (!(await commands.send({ type: 'setTheme', themeId: newOpId(), name: words }))) return
          }}
        >
          {say('codebook', { n: missing.length })}
        </button>
      )}
    </form>
  )
}
