/** One note in a column: its words, where it comes from, what it may belong to, and every way to sort it. */
import type { NoteHelp, SortingNote } from '@bordet/client'
import { memo, useId, type MouseEvent } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import type { SayDesk } from './deskWords.ts'
import { GuessButton } from './GuessButton.tsx'
import { NoteSource } from './NoteSource.tsx'
import { dragType, type Acts, type Dragged, type Scene } from './themeBoardContext.ts'

/** Reads nothing that changes with every event of the hall: it is drawn again only when its note, its help or a name is new. */
export const ThemeCard = memo(function ThemeCard({
  say,
  one,
  help,
  column,
  isPicked,
  scene,
  acts,
}: {
  say: SayDesk
  one: SortingNote
  help: NoteHelp | undefined
  column: string | null
  isPicked: boolean
  scene: Scene
  acts: Acts
}) {
  const { note, themeIds, quote } = one
  const { themes, names, maySort, mayQuote } = scene
  const id = useId()
  const sort = async (button: HTMLElement, add: string | null, remove: string | null) => {
    const done = await acts.sort([note.id], add, remove)
    // The card leaves the column: whoever goes by keyboard is at the next one.
    if (done && document.activeElement === button) focusNext(button)
  }
  const openMenu = ({ currentTarget: button }: MouseEvent<HTMLElement>) => {
    const others = themes
      .filter(({ themeId }) => !themeIds.includes(themeId))
      .map(({ themeId, name }) => ({ id: themeId, name }))
    const [move, also] = [say('moveTo'), say('alsoIn')]
    const out = { id: 'out', name: say('takeOut', { theme: (column && names.get(column)) ?? '' }) }
    acts.openMenu({
      label: say('themeOf'),
      button,
      groups: [
        ...(others.length > 0 ? [{ title: move, items: others }] : []),
        ...(column !== null && others.length > 0 ? [{ title: also, items: others }] : []),
        ...(column === null ? [] : [{ title: say('themeOf'), items: [out] }]),
      ],
      onChoose(title, themeId) {
        if (title === move) void sort(button, themeId, column)
        else if (title === also) void acts.sort([note.id], themeId, null)
        else void sort(button, null, column)
      },
    })
  }
  return (
    <li
      className={`note n-${note.color} theme-card`}
      draggable={maySort}
      onDragStart={({ dataTransfer }) => {
        const dragged: Dragged = { noteIds: acts.dragged(note.id), from: column }
        dataTransfer.effectAllowed = 'copyMove'
        dataTransfer.setData(dragType, JSON.stringify(dragged))
      }}
    >
      <label className="sort-pick">
        <input
          type="checkbox"
          checked={isPicked}
          aria-label={say('pick')}
          aria-describedby={id}
          onChange={(event) => acts.pick([note.id], column, event.target.checked)}
        />
        <span id={id} className="card-words" dir="auto">
          {note.text}
        </span>
      </label>
      <NoteSource say={say} one={one} scene={scene} describedBy={id} />
      {themeIds.length > 1 && (
        <p className="chips">
          {themeIds
            .filter((themeId) => themeId !== column)
            .map((themeId) => (
              <span key={themeId} className="chip">
                {names.get(themeId)}
              </span>
            ))}
        </p>
      )}
      {help?.guesses
        .filter(({ themeId }) => names.has(themeId) && themeIds.length === 0)
        .map((guess) => (
          <GuessButton
            key={guess.themeId}
            say={say}
            guess={guess}
            name={names.get(guess.themeId) ?? ''}
            describedBy={id}
            disabled={!maySort}
            onClick={({ currentTarget }) => void sort(currentTarget, guess.themeId, null)}
          />
        ))}
      {help && help.alike.length > 0 && (
        <button
          className="btn btn-quiet btn-small alike"
          type="button"
          aria-describedby={id}
          onClick={() => acts.pick([note.id, ...help.alike], column, true)}
        >
          <span className="guess-words">
            {say('alike', { n: help.alike.length })} <small>{say('pickAlike')}</small>
          </span>
        </button>
      )}
      <p className="card-acts">
        <button
          className="btn btn-small theme-choose"
          type="button"
          aria-haspopup="menu"
          aria-label={say('themeOf')}
          aria-describedby={id}
          disabled={!maySort || (themes.length === 0 && column === null)}
          onClick={openMenu}
        >
          {say('choose')}
        </button>
        <button
          className={quote ? 'btn btn-small quote-on' : 'btn btn-quiet btn-small'}
          type="button"
          aria-pressed={quote}
          aria-label={say('quote')}
          aria-describedby={id}
          title={say(quote ? 'quoted' : 'quote')}
          disabled={!mayQuote}
          onClick={() => acts.quote(note.id, !quote)}
        >
          <Icon name="star" />
        </button>
      </p>
    </li>
  )
})

function focusNext(button: HTMLElement): void {
  const card = button.closest('.theme-card')
  const next = card?.nextElementSibling ?? card?.previousElementSibling
  const target = next?.querySelector<HTMLElement>('.theme-choose') ?? next?.querySelector('button')
  target?.focus()
}
