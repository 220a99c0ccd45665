/** Above the themes: new ones, which notes are shown, columns or a list, and the keys. */
import { useId, useState } from 'react'
import { Dialog } from '../../shared/Dialog.tsx'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import type { DeskKey, SayDesk } from './deskWords.ts'
import { isFiltering, noFilter, type NoteFilter } from './noteFilter.ts'

/** A name of one's own, for the notes that are picked too; or the template's code book as a beginning. */
export function NewTheme({
  say,
  missing,
  hasPicked,
  onMake,
  onCodebook,
}: {
  say: SayDesk
  /** Of the code book. */
  missing: readonly string[]
  hasPicked: boolean
  onMake(name: string): Promise<boolean>
  onCodebook(): void
}) {
  const { may } = useCockpit()
  const [name, setName] = useState('')
  const label = say(hasPicked ? 'newFromPicked' : 'newTheme')
  return (
    <form
      className="themes-new"
      onSubmit={async (event) => {
        event.preventDefault()
        if (name.trim() !== '' && (await onMake(name.trim()))) setName('')
      }}
    >
      <input
        className="in"
        aria-label={label}
        placeholder={label}
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
        <button className="btn btn-small" type="button" disabled={!may('addThemes')} onClick={onCodebook}>
          {say('codebook', { n: missing.length })}
        </button>
      )}
    </form>
  )
}

export function FilterBar({
  say,
  filter,
  phases,
  tables,
  onChange,
}: {
  say: SayDesk
  filter: NoteFilter
  /** Those that have notes, in the evening's order. */
  phases: readonly { id: string; name: string }[]
  /** Those that have notes; 0 is the hall. */
  tables: readonly number[]
  onChange(filter: NoteFilter): void
}) {
  const id = useId()
  return (
    <search className="themes-filter">
      <label className="vh" htmlFor={`${id}w`}>
        {say('searchNotes')}
      </label>
      <input
        className="in"
        id={`${id}w`}
        type="search"
        placeholder={say('searchNotes')}
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.target.value })}
      />
      {phases.length > 1 && (
        <select
          className="in"
          aria-label={say('byPhase')}
          value={filter.phase ?? ''}
          onChange={({ target }) => onChange({ ...filter, phase: target.value === '' ? null : target.value })}
        >
          <option value="">{say('allPhases')}</option>
          {phases.map((phase) => (
            <option key={phase.id} value={phase.id}>
              {phase.name}
            </option>
          ))}
        </select>
      )}
      {tables.length > 1 && (
        <select
          className="in"
          aria-label={say('byTable')}
          value={filter.table ?? ''}
          onChange={({ target }) =>
            onChange({ ...filter, table: target.value === '' ? null : Number(target.value) })
          }
        >
          <option value="">{say('allTables')}</option>
          {tables.map((table) => (
            <option key={table} value={table}>
              {table === 0 ? say('hall') : say('table', { n: table })}
            </option>
          ))}
        </select>
      )}
      {isFiltering(filter) && (
        <button className="btn btn-small btn-quiet" type="button" onClick={() => onChange(noFilter)}>
          {say('showAll')}
        </button>
      )}
    </search>
  )
}

/** Two choices, of which one is on. */
export function Switch({
  label,
  options,
  value,
  onChange,
}: {
  label: string
  options: readonly [string, string]
  /** Whether the second one is on. */
  value: boolean
  onChange(value: boolean): void
}) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {options.map((words, index) => (
        <button
          key={words}
          className="btn btn-small"
          type="button"
          aria-pressed={value === (index === 1)}
          onClick={() => onChange(index === 1)}
        >
          {words}
        </button>
      ))}
    </div>
  )
}

const keys: readonly [string, DeskKey][] = [
  ['1 2 3', 'keyGuess'],
  ['T', 'keyOther'],
  ['S 0', 'keySkip'],
  ['C', 'keyQuote'],
  ['Z', 'keyUndo'],
  ['← →', 'keyStep'],
]
const everywhere: readonly [string, DeskKey][] = [
  ['Tab', 'keyTab'],
  ['Enter', 'keyEnter'],
  ['↑ ↓ A …', 'keyMenu'],
  ['Esc', 'keyEscape'],
  ['Ctrl', 'keyCtrl'],
]

/** All keys there are. */
export function KeysHelp({ say }: { say: SayDesk }) {
  const { say: sayCockpit } = useCockpit()
  const [isOpen, setOpen] = useState(false)
  const list = (title: DeskKey, rows: typeof keys) => (
    <>
      <h3>{say(title)}</h3>
      <dl className="keys-list">
        {rows.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
  return (
    <>
      <button className="btn btn-small btn-quiet" type="button" onClick={() => setOpen(true)}>
        <Icon name="ask" />
        {say('keysTitle')}
      </button>
      {isOpen && (
        <Dialog title={say('keysTitle')} closeLabel={sayCockpit('close')} onClose={() => setOpen(false)}>
          {list('keysNext', keys)}
          {list('keysBoard', everywhere)}
        </Dialog>
      )}
    </>
  )
}
