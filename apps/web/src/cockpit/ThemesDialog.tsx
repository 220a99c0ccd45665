/** Notes of all tables sorted into themes: one at a time, many at once, or as the guesses say. By keyboard too. */
import { newOpId, type SortingNote } from '@bordet/client'
import { clockTime } from '@bordet/text'
import { useId, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import { useSorting } from './useSorting.ts'

const unsorted = 'unsorted'
const every = 'every'

export function ThemesDialog() {
  const { who, view, say } = useCockpit()
  const { sorting, hasFailed } = useSorting(who, view.version)
  const [filter, setFilter] = useState<string>(unsorted)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const themes = view.themes ?? []
  if (!sorting) return <p role="status">{say(hasFailed ? 'sortFailed' : 'logLoading')}</p>
  const shown = sorting.notes.filter(({ themeIds }) =>
    filter === every ? true : filter === unsorted ? themeIds.length === 0 : themeIds.includes(filter),
  )
  const pickedHere = shown.filter(({ note }) => picked.has(note.id))
  return (
    <div className="sorting">
      <NewTheme codebook={sorting.codebook} />
      {themes.length > 0 && (
        <ul className="sort-themes">
          {themes.map((theme) => (
            <ThemeLine key={theme.themeId} {...theme} />
          ))}
        </ul>
      )}
      <div className="sort-bar">
        <label>
          {say('sortShow')}{' '}
          <select className="in" value={filter} onChange={(event) => setFilter(event.target.value)}>
            <option value={unsorted}>{say('sortUnsorted')}</option>
            <option value={every}>{say('sortEvery')}</option>
            {themes.map(({ themeId, name }) => (
              <option key={themeId} value={themeId}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <PutPicked notes={pickedHere} onDone={() => setPicked(new Set())} />
      </div>
      <p className="muted" role="status">
        {say('sortCount', { n: shown.length, of: sorting.notes.length })}
      </p>
      <ul className="sort-notes">
        {shown.map((one) => (
          <SortNote
            key={one.note.id}
            one={one}
            isPicked={picked.has(one.note.id)}
            onPick={(isPicked) => {
              const next = new Set(picked)
              if (isPicked) next.add(one.note.id)
              else next.delete(one.note.id)
              setPicked(next)
            }}
          />
        ))}
      </ul>
    </div>
  )
}

/** A name of one's own, or the template's code book as a beginning. */
function NewTheme({ codebook }: { codebook: readonly string[] }) {
  const { view, say, may, commands } = useCockpit()
  const id = useId()
  const [name, setName] = useState('')
  const known = new Set(view.themes?.map((theme) => theme.name))
  const missing = codebook.filter((one) => !known.has(one))
  const add = (words: string) => commands.send({ type: 'setTheme', themeId: newOpId(), name: words })
  return (
    <form
      className="sort-new"
      onSubmit={(event) => {
        event.preventDefault()
        const words = name.trim()
        if (words === '') return
        void add(words).then((answer) => answer && setName(''))
      }}
    >
      <label className="lab" htmlFor={id}>
        {say('themeNew')}
      </label>
      <div className="sort-row">
        <input
          className="in"
          id={id}
          maxLength={120}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button className="btn" type="submit" disabled={!may('setTheme')}>
          <Icon name="plus" />
          {say('themeAdd')}
        </button>
        {missing.length > 0 && (
          <button
            className="btn"
            type="button"
            disabled={!may('setTheme')}
            onClick={async () => {
              for (const words of missing) if (!(await add(words))) return
            }}
          >
            {say('themeCodebook', { n: missing.length })}
          </button>
        )}
      </div>
    </form>
  )
}

function ThemeLine({ themeId, name, notes }: { themeId: string; name: string; notes: number }) {
  const { say, may, commands } = useCockpit()
  const [next, setNext] = useState<string | null>(null)
  const rename = (words: string) => commands.send({ type: 'setTheme', themeId, name: words })
  if (next !== null)
    return (
      <li>
        <form
          className="sort-row"
          onSubmit={(event) => {
            event.preventDefault()
            if (next.trim() !== '') void rename(next.trim())
            setNext(null)
          }}
        >
          <input
            className="in"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- its button was pressed for it
            autoFocus
            aria-label={say('themeName')}
            maxLength={120}
            value={next}
            onChange={(event) => setNext(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.preventDefault()
              event.stopPropagation()
              setNext(null)
            }}
          />
          <button className="btn btn-small" type="submit">
            {say('save')}
          </button>
        </form>
      </li>
    )
  return (
    <li>
      <b>{name}</b> <span className="num muted">{notes}</span>
      <button
        className="btn btn-quiet btn-small"
        type="button"
        aria-label={`${say('themeRename')}: ${name}`}
        disabled={!may('setTheme')}
        onClick={() => setNext(name)}
      >
        <Icon name="pen" />
      </button>
      <button
        className="btn btn-quiet btn-small"
        type="button"
        aria-label={`${say('themeRemove')}: ${name}`}
        disabled={!may('setTheme')}
        onClick={() => void rename('')}
      >
        <Icon name="trash" />
      </button>
    </li>
  )
}

/** One theme for all notes that are ticked. */
function PutPicked({ notes, onDone }: { notes: readonly SortingNote[]; onDone(): void }) {
  const { view, say, may, commands } = useCockpit()
  const put = async (themeId: string) => {
    for (const { note, themeIds } of notes) {
      const wanted = [...new Set([...themeIds, themeId])]
      if (!(await commands.send({ type: 'assignTheme', noteId: note.id, themeIds: wanted }))) return
    }
    onDone()
  }
  return (
    <label>
      {say('sortPicked', { n: notes.length })}{' '}
      <select
        className="in"
        value=""
        disabled={notes.length === 0 || !may('assignTheme')}
        onChange={(event) => void put(event.target.value)}
      >
        <option value="" disabled>
          {say('sortPut')}
        </option>
        {view.themes?.map(({ themeId, name }) => (
          <option key={themeId} value={themeId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function SortNote({
  one: { note, themeIds, guesses },
  isPicked,
  onPick,
}: {
  one: SortingNote
  isPicked: boolean
  onPick(isPicked: boolean): void
}) {
  const { view, say, language, may, commands } = useCockpit()
  const id = useId()
  const nameOf = (themeId: string) => view.themes?.find((theme) => theme.themeId === themeId)?.name ?? ''
  const phase = view.agenda.find((row) => row.id === note.phase)?.name ?? ''
  const where = note.table === 0 ? say('hallTitle') : say('tableTitle', { table: note.table })
  const set = (next: readonly string[]) =>
    commands.send({ type: 'assignTheme', noteId: note.id, themeIds: [...next] })
  const open = guesses.filter(({ themeId }) => nameOf(themeId) !== '')
  return (
    <li className={`note n-${note.color}`}>
      <label className="sort-pick">
        <input type="checkbox" checked={isPicked} onChange={(event) => onPick(event.target.checked)} />
        <span id={id}>{note.text}</span>
      </label>
      <p className="meta num">
        {where} · {phase} · {clockTime(language, note.at)}
      </p>
      <p className="whys">
        {themeIds.map((themeId) => (
          <button
            key={themeId}
            className="btn btn-small"
            type="button"
            aria-label={say('themeOff', { theme: nameOf(themeId) })}
            aria-describedby={id}
            disabled={!may('assignTheme')}
            onClick={() => void set(themeIds.filter((other) => other !== themeId))}
          >
            {nameOf(themeId)} <Icon name="close" />
          </button>
        ))}
        {open.map(({ themeId, because }) => (
          <button
            key={themeId}
            className="btn btn-quiet btn-small"
            type="button"
            aria-describedby={id}
            disabled={!may('assignTheme')}
            onClick={() => void set([...themeIds, themeId])}
          >
            <Icon name="plus" /> {nameOf(themeId)}
            <small>{say('themeBecause', { words: because.join(', ') })}</small>
          </button>
        ))}
        <select
          className="in"
          value=""
          aria-label={say('sortPut')}
          aria-describedby={id}
          disabled={!may('assignTheme') || (view.themes ?? []).length === 0}
          onChange={(event) => void set([...themeIds, event.target.value])}
        >
          <option value="" disabled>
            {say('sortPut')}
          </option>
          {view.themes
            ?.filter(({ themeId }) => !themeIds.includes(themeId))
            .map(({ themeId, name }) => (
              <option key={themeId} value={themeId}>
                {name}
              </option>
            ))}
        </select>
      </p>
    </li>
  )
}
