/** What the report says of each theme, with the theme's notes beside it: the largest first, one open at a time. */
import { fetchSorting, type ReportDraft, type SortingNote } from '@bordet/client'
import { useRef, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import { PartText } from './PartText.tsx'
import { themesInOrder } from './sectionState.ts'
import type { TextControl } from './SharedText.tsx'
import { useFetched } from './useFetched.ts'

type Theme = ReportDraft['themes'][number]

export function ThemeTexts({ say, draft }: { say: SayDesk; draft: ReportDraft }) {
  const { who, view } = useCockpit()
  const { value: sorting, hasFailed } = useFetched(fetchSorting, who, view.version)
  const { told, empty } = themesInOrder(draft)
  const [chosen, choose] = useState<string | null | undefined>(undefined)
  // The largest to begin with, and the same one from then on, whichever grows.
  if (chosen === undefined && told[0]) choose(told[0].themeId)
  if (draft.themes.length === 0) return <p className="muted">{say('themesNone')}</p>
  const one = (theme: Theme) => (
    <ThemeText
      key={theme.themeId}
      say={say}
      theme={theme}
      text={draft.report.texts[`theme:${theme.themeId}`] ?? ''}
      notes={sorting?.notes.filter(({ themeIds }) => themeIds.includes(theme.themeId)) ?? null}
      hasFailed={hasFailed}
      isOpen={chosen === theme.themeId}
      toggle={() => choose((now) => (now === theme.themeId ? null : theme.themeId))}
    />
  )
  return (
    <div className="theme-texts">
      {told.map(one)}
      {empty.length > 0 && (
        <details className="theme-rest">
          <summary>{say('themesEmpty', { n: empty.length })}</summary>
          {empty.map(one)}
        </details>
      )}
    </div>
  )
}

interface ThemeTextProps {
  say: SayDesk
  theme: Theme
  text: string
  /** Null until they have come. */
  notes: readonly SortingNote[] | null
  hasFailed: boolean
  isOpen: boolean
  toggle(): void
}

function ThemeText({
  say,
  theme: { themeId, name, notes: count },
  text,
  notes,
  hasFailed,
  isOpen,
  toggle,
}: ThemeTextProps) {
  const control = useRef<TextControl>(null)
  const id = `theme-${themeId}`
  return (
    <section className="theme-text" aria-labelledby={id}>
      <h3 id={id}>
        <button className="theme-fold" type="button" aria-expanded={isOpen} onClick={toggle}>
          <Icon name={isOpen ? 'down' : 'right'} />
          <span className="theme-fold-name">{name}</span>{' '}
          <span className="num muted">{say('noteCount', { n: count })}</span>{' '}
          <span className={text === '' ? 'part-state' : 'part-state part-written'}>
            {say(text === '' ? 'partEmpty' : 'partWritten')}
          </span>
        </button>
      </h3>
      {isOpen && (
        <div className="theme-beside">
          <div>
            <PartText
              say={say}
              label={`${say('themeText')}: ${name}`}
              part={`theme:${themeId}`}
              text={text}
              rows={8}
              control={control}
            />
          </div>
          <div className="theme-notes">
            <h4 id={`${id}-notes`}>{say('themeNotes')}</h4>
            {notes === null ? (
              <p role="status">{say(hasFailed ? 'loadFailed' : 'loading')}</p>
            ) : (
              <ul aria-labelledby={`${id}-notes`}>
                {notes
                  .toSorted((a, b) => Number(b.quote) - Number(a.quote))
                  .map((one) => (
                    <QuoteNote
                      key={one.id}
                      say={say}
                      one={one}
                      insert={(words) => control.current?.insert(words)}
                    />
                  ))}
              </ul>
            )}
            {notes?.length === 0 && <p className="muted">{say('emptyColumn')}</p>}
          </div>
        </div>
      )}
    </section>
  )
}

function QuoteNote({
  say,
  one: { note, quote },
  insert,
}: {
  say: SayDesk
  one: SortingNote
  insert(words: string): void
}) {
  const { may, commands } = useCockpit()
  const where = note.table === 0 ? say('hall') : say('table', { n: note.table })
  return (
    <li className={`note n-${note.color} quote-note`}>
      <p dir="auto">{note.text}</p>
      <p className="quote-acts">
        <span className="num">{where}</span>
        <button
          className="btn btn-small"
          type="button"
          aria-label={`${say('insertQuote')}: ${note.text}`}
          onClick={() => insert(say('quotation', { words: note.text, where: where.toLocaleLowerCase() }))}
        >
          <Icon name="left" />
          {say('insertQuote')}
        </button>
        <button
          className={quote ? 'btn btn-small quote-on' : 'btn btn-small'}
          type="button"
          aria-pressed={quote}
          aria-label={`${say('quoteThis')}: ${note.text}`}
          disabled={!may('markQuote')}
          onClick={() => void commands.send({ type: 'markQuote', noteId: note.id, use: !quote })}
        >
          <Icon name="star" />
          {say('quoteThis')}
        </button>
      </p>
    </li>
  )
}
