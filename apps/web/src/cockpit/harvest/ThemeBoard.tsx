/** Notes of all tables in columns, one for each theme: sorted by dragging, by list or many at once. */
import { fetchSorting, newOpId, type SortingNote } from '@bordet/client'
import { useId, useMemo, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import { ThemeCard } from './ThemeCard.tsx'
import { ThemeHead } from './ThemeHead.tsx'
import { useFetched } from './useFetched.ts'

/** What the list shows beside a single theme. */
const unsorted = 'unsorted'
const every = 'every'

export interface Picking {
  picked: ReadonlySet<string>
  pick(noteIds: readonly string[], isPicked: boolean): void
}

export function ThemeBoard({ say }: { say: SayDesk }) {
  const { who, view } = useCockpit()
  const { value: sorting, hasFailed } = useFetched(fetchSorting, who, view.version)
  const [isList, setList] = useState(false)
  const [shown, setShown] = useState(unsorted)
  const id = useId()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [told, setTold] = useState('')
  const columns = useMemo(() => columnsOf(sorting?.notes ?? []), [sorting])
  if (!sorting) return <p role="status">{say(hasFailed ? 'loadFailed' : 'loading')}</p>
  const themes = view.themes ?? []
  const picking: Picking = {
    picked,
    pick(noteIds, isPicked) {
      const next = new Set(picked)
      for (const id of noteIds) {
        if (isPicked) next.add(id)
        else next.delete(id)
      }
      setPicked(next)
    },
  }
  const standing = new Set(sorting.notes.map(({ note }) => note.id))
  const pickedIds = [...picked].filter((id) => standing.has(id))
  const sorted = sorting.notes.filter(({ themeIds }) => themeIds.length > 0).length
  const nameOf = (themeId: string | null) =>
    themes.find((theme) => theme.themeId === themeId)?.name ?? say('unsorted')
  const onMoved = (count: number, themeId: string | null) => {
    setPicked(new Set())
    setTold(say('moved', { n: count, theme: nameOf(themeId) }))
  }
  return (
    <div className="themes">
      <div className="themes-bar">
        <NewTheme say={say} codebook={sorting.codebook} pickedIds={pickedIds} onDone={onMoved} />
        <p className="num muted" role="status">
          {told === '' ? '' : `${told}. `}
          {say('counts', { sorted, all: sorting.notes.length })}
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
        <PickedBar say={say} noteIds={pickedIds} onDone={onMoved} onNone={() => setPicked(new Set())} />
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
              notes={columns.get(themeId) ?? []}
              picking={picking}
              onMoved={onMoved}
            />
          ))}
      </ul>
    </div>
  )
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

const dragType = 'application/x-bordet-notes'

interface Dragged {
  noteIds: string[]
  from: string | null
}

function Column({
  say,
  themeId,
  notes,
  picking,
  onMoved,
}: {
  say: SayDesk
  themeId: string | null
  notes: readonly SortingNote[]
  picking: Picking
  onMoved(count: number, themeId: string | null): void
}) {
  const { view, may, commands } = useCockpit()
  const [isOver, setOver] = useState(false)
  const name = view.themes?.find((theme) => theme.themeId === themeId)?.name ?? say('unsorted')
  const drop = async ({ noteIds, from }: Dragged, keep: boolean) => {
    if (from === themeId) return
    const done = await commands.send({
      type: 'sortNotes',
      noteIds,
      ...(themeId === null ? {} : { add: [themeId] }),
      ...(from === null || (keep && themeId !== null) ? {} : { remove: [from] }),
    })
    if (done) onMoved(noteIds.length, themeId)
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
        void drop(dragged, event.ctrlKey || event.altKey)
      }}
    >
      <ThemeHead say={say} themeId={themeId} name={name} count={notes.length} />
      {notes.length === 0 ? (
        <p className="muted">{say(themeId === null ? 'allSorted' : 'emptyColumn')}</p>
      ) : (
        <ul className="cards">
          {notes.map((one) => (
            <ThemeCard
              key={one.note.id}
              say={say}
              one={one}
              column={themeId}
              picking={picking}
              onMoved={onMoved}
              onDragStart={(transfer) => {
                const { id } = one.note
                const noteIds = picking.picked.has(id) ? [...picking.picked] : [id]
                transfer.effectAllowed = 'copyMove'
                transfer.setData(dragType, JSON.stringify({ noteIds, from: themeId } satisfies Dragged))
              }}
              canDrag={may('sortNotes')}
            />
          ))}
        </ul>
      )}
    </li>
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
  onDone,
  onNone,
}: {
  say: SayDesk
  noteIds: readonly string[]
  onDone(count: number, themeId: string | null): void
  onNone(): void
}) {
  const { view, may, commands } = useCockpit()
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
        onChange={async (event) => {
          const themeId = event.target.value
          const done = await commands.send({ type: 'sortNotes', noteIds: [...noteIds], add: [themeId] })
          if (done) onDone(noteIds.length, themeId)
        }}
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
  onDone,
}: {
  say: SayDesk
  codebook: readonly string[]
  pickedIds: readonly string[]
  onDone(count: number, themeId: string): void
}) {
  const { view, may, commands } = useCockpit()
  const [name, setName] = useState('')
  const known = new Set(view.themes?.map((theme) => theme.name))
  const missing = codebook.filter((one) => !known.has(one))
  const make = async (words: string, noteIds: readonly string[]) => {
    const themeId = newOpId()
    if (!(await commands.send({ type: 'setTheme', themeId, name: words }))) return
    setName('')
    if (noteIds.length === 0) return
    const done = await commands.send({ type: 'sortNotes', noteIds: [...noteIds], add: [themeId] })
    if (done) onDone(noteIds.length, themeId)
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
