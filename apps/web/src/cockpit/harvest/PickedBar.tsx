/** What can be done with all notes that are picked. Menus that act only on a choice, with pointer or Enter. */
import type { SortingNote } from '@bordet/client'
import type { MouseEvent } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import type { SayDesk } from './deskWords.ts'
import type { Acts, Scene } from './themeBoardContext.ts'

const everyTheme = 'every'

export function PickedBar({
  say,
  picked,
  scene: { themes, maySort, mayQuote },
  acts,
  onMove,
  onAlso,
  onTakeOut,
  onQuote,
  onNone,
}: {
  say: SayDesk
  picked: readonly SortingNote[]
  scene: Scene
  acts: Acts
  onMove(themeId: string): void
  onAlso(themeId: string): void
  /** Null: of all themes. */
  onTakeOut(themeId: string | null): void
  onQuote(use: boolean): void
  onNone(): void
}) {
  const theirs = themes.filter(({ themeId }) => picked.some(({ themeIds }) => themeIds.includes(themeId)))
  const areQuotes = picked.every(({ quote }) => quote)
  const open =
    (label: string, items: readonly { id: string; name: string }[], onChoose: (id: string) => void) =>
    ({ currentTarget: button }: MouseEvent<HTMLElement>) =>
      acts.openMenu({
        label,
        button,
        groups: [{ title: label, items }],
        onChoose: (_, id) => onChoose(id),
      })
  const all = themes.map(({ themeId, name }) => ({ id: themeId, name }))
  const out = [
    ...theirs.map(({ themeId, name }) => ({ id: themeId, name })),
    ...(theirs.length > 1 ? [{ id: everyTheme, name: say('everyTheme') }] : []),
  ]
  return (
    <div className="picked-bar" role="group" aria-label={say('pickedGroup')}>
      <b className="num" role="status">
        {say('picked', { n: picked.length })}
      </b>
      <button
        className="btn btn-small btn-main"
        type="button"
        aria-haspopup="menu"
        disabled={!maySort || all.length === 0}
        onClick={open(say('moveTo'), all, onMove)}
      >
        {say('moveTo')} …
      </button>
      <button
        className="btn btn-small"
        type="button"
        aria-haspopup="menu"
        disabled={!maySort || all.length === 0}
        onClick={open(say('alsoIn'), all, onAlso)}
      >
        {say('alsoIn')} …
      </button>
      {theirs.length > 0 && (
        <button
          className="btn btn-small"
          type="button"
          aria-haspopup="menu"
          disabled={!maySort}
          onClick={open(say('takeOutOf'), out, (id) => onTakeOut(id === everyTheme ? null : id))}
        >
          {say('takeOutOf')} …
        </button>
      )}
      <button
        className="btn btn-small"
        type="button"
        disabled={!mayQuote}
        onClick={() => onQuote(!areQuotes)}
      >
        <Icon name="star" /> {say(areQuotes ? 'unquote' : 'quote')}
      </button>
      <button className="btn btn-small btn-quiet" type="button" onClick={onNone}>
        {say('pickNone')}
      </button>
    </div>
  )
}
