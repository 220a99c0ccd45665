/** The quotes of one interview round, to be read and sorted into themes. */
import { ApiError } from '@bordet/client'
import { useEffect, useRef, useState } from 'react'
import { themesIn } from './readQuotes.ts'
import {
  fetchInterviews,
  fetchQuoteGuesses,
  sortInterviews,
  type Interviews,
  type QuoteGuess,
} from './seriesApi.ts'
import type { SeriesViewProps } from './SeriesPage.tsx'

export function InterviewRound({ round, overview, desk, reload }: SeriesViewProps & { round: string }) {
  const { say, key, day } = desk
  const [interviews, setInterviews] = useState<Interviews | 'failed' | null>(null)
  /** What was typed, by quote; those that were not touched are not in it. */
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [said, setSaid] = useState<'saved' | 'changed' | 'failed' | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const seriesId = overview.id
  useEffect(() => {
    let current = true
    fetchInterviews(key, seriesId, round).then(
      (got) => current && setInterviews(got),
      () => current && setInterviews('failed'),
    )
    return () => {
      current = false
    }
  }, [key, seriesId, round])
  const version = interviews !== null && interviews !== 'failed' ? interviews.version : null
  const [guesses, setGuesses] = useState<Record<string, QuoteGuess[]>>({})
  useEffect(() => {
    if (version === null) return
    let current = true
    // A help that may fail to come: the quotes can be sorted without.
    fetchQuoteGuesses(key, seriesId, round).then(
      (got) => current && setGuesses(got),
      () => {},
    )
    return () => {
      current = false
    }
  }, [key, seriesId, round, version])
  const isHere = interviews !== null && interviews !== 'failed'
  useEffect(() => {
    if (isHere) heading.current?.focus()
  }, [isHere])
  if (interviews === 'failed') {
    return (
      <p className="err" role="alert">
        {say('failed')}
      </p>
    )
  }
  if (!interviews) return null
  const type = (id: string, words: string) => {
    setSaid(null)
    setTyped({ ...typed, [id]: words })
  }
  const save = async () => {
    setSaid(null)
    const themes = Object.fromEntries(Object.entries(typed).map(([id, words]) => [id, themesIn(words)]))
    try {
      const saved = await sortInterviews(key, seriesId, round, { version: interviews.version, themes })
      const quotes = interviews.quotes.map((quote) => ({
        ...quote,
        themes: themes[quote.id] ?? quote.themes,
      }))
      setInterviews({ ...interviews, version: saved.version, quotes })
      setTyped({})
      setSaid('saved')
      await reload()
    } catch (error) {
      setSaid(error instanceof ApiError && error.code === 'changedMeanwhile' ? 'changed' : 'failed')
    }
  }
  return (
    <form
      className="card se-part se-form"
      aria-labelledby="se-round"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2 id="se-round" ref={heading} tabIndex={-1}>
        {say('quotesTitle', { round: interviews.source })}
      </h2>
      <p className="muted">{say('quotesHint')}</p>
      <datalist id="se-theme-names">
        {overview.themes.map((theme) => (
          <option key={theme.key} value={theme.name} />
        ))}
      </datalist>
      <ul className="se-quotes">
        {interviews.quotes.map(({ id, text, place, heldOn, source, themes }) => (
          <li key={id}>
            <p dir="auto" id={`quote-${id}`}>
              {text}
            </p>
            <p className="muted">{[place, day(heldOn), source].filter((part) => part !== '').join(' · ')}</p>
            <input
              className="in in-small"
              list="se-theme-names"
              aria-label={say('quoteThemes', { text: text.slice(0, 60) })}
              value={typed[id] ?? themes.join('; ')}
              maxLength={380}
              onChange={({ target }) => type(id, target.value)}
            />
            {(typed[id] ?? themes.join('; ')).trim() === '' && (
              <p className="se-guesses">
                {(guesses[id] ?? []).map(({ theme, because, sure }) => (
                  <button
                    key={theme}
                    className={sure ? 'btn btn-small se-sure' : 'btn btn-small se-maybe'}
                    type="button"
                    aria-describedby={`quote-${id}`}
                    onClick={({ currentTarget }) => {
                      // The button goes once its theme stands there.
                      currentTarget.closest('li')?.querySelector('input')?.focus()
                      type(id, theme)
                    }}
                  >
                    <b>{theme}</b>{' '}
                    <small>{say(sure ? 'guessSure' : 'guessMaybe', { words: because.join(', ') })}</small>
                  </button>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="se-acts">
        <button className="btn btn-main" type="submit" disabled={Object.keys(typed).length === 0}>
          {say('saveThemes')}
        </button>
        <span role="status">{said === 'saved' && say('saved')}</span>
      </p>
      {said !== null && said !== 'saved' && (
        <p className="err" role="alert">
          {say(said)}
        </p>
      )}
    </form>
  )
}
