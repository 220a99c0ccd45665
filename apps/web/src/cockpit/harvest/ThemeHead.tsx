/** A column's head: the theme's name and size, and what can be done with the theme. */
import { useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import type { Acts, Scene } from './themeBoardContext.ts'

export function ThemeHead({
  say,
  themeId,
  name,
  count,
  note,
  themes,
  acts,
}: {
  say: SayDesk
  themeId: string | null
  name: string
  count: number
  /** What else there is to know of it. */
  note: string
  themes: Scene['themes']
  acts: Acts
}) {
  const { may } = useCockpit()
  const [next, setNext] = useState<string | null>(null)
  const [isSure, setSure] = useState(false)
  if (themeId === null)
    return (
      <h2 className="column-head">
        {name} <span className="num muted">{count}</span>
      </h2>
    )
  if (next !== null)
    return (
      <form
        className="column-head"
        onSubmit={(event) => {
          event.preventDefault()
          if (next.trim() !== '' && next.trim() !== name) void acts.rename(themeId, next.trim())
          setNext(null)
        }}
      >
        <input
          className="in"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- its button was pressed for it
          autoFocus
          aria-label={say('rename')}
          maxLength={120}
          value={next}
          onChange={(event) => setNext(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setNext(null)}
        />
        <button className="btn btn-small" type="submit">
          {say('save')}
        </button>
      </form>
    )
  const others = themes.filter((theme) => theme.themeId !== themeId)
  return (
    <div className="column-head">
      <h2 tabIndex={-1}>
        {name} <span className="num muted">{count}</span>
      </h2>
      {note !== '' && <p className="num muted column-note">{note}</p>}
      <div className="column-acts">
        <button
          className="btn btn-quiet btn-small"
          type="button"
          aria-label={`${say('rename')}: ${name}`}
          title={say('rename')}
          disabled={!may('setTheme')}
          onClick={() => setNext(name)}
        >
          <Icon name="pen" />
        </button>
        {others.length > 0 && (
          <button
            className="btn btn-quiet btn-small"
            type="button"
            aria-haspopup="menu"
            aria-label={`${say('merge')}: ${name}`}
            disabled={!may('mergeThemes')}
            onClick={({ currentTarget }) =>
              acts.openMenu({
                label: say('mergeOf', { theme: name }),
                button: currentTarget,
                groups: [
                  {
                    title: say('mergeOf', { theme: name }),
                    items: others.map((theme) => ({ id: theme.themeId, name: theme.name })),
                  },
                ],
                onChoose: (_, into) => void acts.merge(themeId, into),
              })
            }
          >
            {say('merge')}
          </button>
        )}
        <button
          className={isSure ? 'btn btn-small btn-alarm' : 'btn btn-quiet btn-small'}
          type="button"
          aria-label={isSure ? say('removeSure', { theme: name }) : `${say('remove')}: ${name}`}
          title={say('remove')}
          disabled={!may('setTheme')}
          onBlur={() => setSure(false)}
          onClick={() => {
            // A theme with notes takes a second press: its sorting is work.
            if (count > 0 && !isSure) setSure(true)
            else void acts.remove(themeId)
          }}
        >
          <Icon name="trash" />
          {isSure && say('removeSure', { theme: name })}
        </button>
      </div>
    </div>
  )
}
