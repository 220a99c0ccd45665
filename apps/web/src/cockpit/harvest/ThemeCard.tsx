/** One note in a column: its words, where it comes from, what it may belong to, and every way to sort it. */
import type { SortingNote } from '@bordet/client'
import { useId } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import type { Picking } from './ThemeBoard.tsx'

export function ThemeCard({
  say,
  one: { note, themeIds, guesses, quote, alike },
  column,
  picking,
  onMoved,
  onDragStart,
  canDrag,
}: {
  say: SayDesk
  one: SortingNote
  column: string | null
  picking: Picking
  onMoved(count: number, themeId: string | null): void
  onDragStart(transfer: DataTransfer): void
  canDrag: boolean
}) {
  const { view, who, may, commands } = useCockpit()
  const id = useId()
  const nameOf = (themeId: string) => view.themes?.find((theme) => theme.themeId === themeId)?.name ?? ''
  const phase = view.agenda.find((row) => row.id === note.phase)?.name ?? ''
  const board = note.table === 0 ? `/hall/${who.workshopId}` : `/table/${who.workshopId}/${note.table}`
  const isPicked = picking.picked.has(note.id)
  const sort = async (add: string | null, remove: string | null) => {
    const done = await commands.send({
      type: 'sortNotes',
      noteIds: [note.id],
      ...(add === null ? {} : { add: [add] }),
      ...(remove === null ? {} : { remove: [remove] }),
    })
    if (done) onMoved(1, add)
  }
  const others = (view.themes ?? []).filter(({ themeId }) => !themeIds.includes(themeId))
  return (
    <li
      className={`note n-${note.color} theme-card`}
      draggable={canDrag}
      onDragStart={(event) => onDragStart(event.dataTransfer)}
    >
      <label className="sort-pick">
        <input
          type="checkbox"
          checked={isPicked}
          aria-label={say('pick')}
          aria-describedby={id}
          onChange={(event) => picking.pick([note.id], event.target.checked)}
        />
        <span id={id} dir="auto">
          {note.text}
        </span>
      </label>
      <p className="meta num">
        <a href={`${board}#${who.key}`} target="_blank" rel="noreferrer" title={say('source')}>
          {note.table === 0 ? say('hall') : say('table', { n: note.table })}
        </a>
        {phase === '' ? '' : ` · ${phase}`}
      </p>
      {themeIds.length > 1 && (
        <p className="chips">
          {themeIds
            .filter((themeId) => themeId !== column)
            .map((themeId) => (
              <span key={themeId} className="chip">
                {nameOf(themeId)}
              </span>
            ))}
        </p>
      )}
      {guesses
        .filter(({ themeId }) => nameOf(themeId) !== '' && themeIds.length === 0)
        .map(({ themeId, because }) => (
          <button
            key={themeId}
            className="btn btn-quiet btn-small guess"
            type="button"
            aria-describedby={id}
            disabled={!may('sortNotes')}
            onClick={() => void sort(themeId, null)}
          >
            <Icon name="plus" /> {nameOf(themeId)}{' '}
            <small>{say('because', { words: because.join(', ') })}</small>
          </button>
        ))}
      {alike.length > 0 && (
        <button
          className="btn btn-quiet btn-small guess"
          type="button"
          aria-describedby={id}
          onClick={() => picking.pick([note.id, ...alike], true)}
        >
          {say('alike', { n: alike.length })} <small>{say('pickAlike')}</small>
        </button>
      )}
      <p className="card-acts">
        <select
          className="in"
          value=""
          aria-label={say('themeOf')}
          aria-describedby={id}
          disabled={!may('sortNotes')}
          onChange={(event) => {
            const [how, themeId] = event.target.value.split(' ')
            if (how === 'out') void sort(null, column)
            else if (themeId) void sort(themeId, how === 'move' ? column : null)
          }}
        >
          <option value="" disabled>
            {say('choose')}
          </option>
          {others.length > 0 && (
            <optgroup label={say('moveTo')}>
              {others.map(({ themeId, name }) => (
                <option key={themeId} value={`move ${themeId}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {column !== null && others.length > 0 && (
            <optgroup label={say('alsoIn')}>
              {others.map(({ themeId, name }) => (
                <option key={themeId} value={`also ${themeId}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {column !== null && <option value="out">{say('takeOut', { theme: nameOf(column) })}</option>}
        </select>
        <button
          className={quote ? 'btn btn-small quote-on' : 'btn btn-quiet btn-small'}
          type="button"
          aria-pressed={quote}
          aria-label={say('quote')}
          aria-describedby={id}
          title={say(quote ? 'quoted' : 'quote')}
          disabled={!may('markQuote')}
          onClick={() => void commands.send({ type: 'markQuote', noteId: note.id, use: !quote })}
        >
          <Icon name="star" />
        </button>
      </p>
    </li>
  )
}
