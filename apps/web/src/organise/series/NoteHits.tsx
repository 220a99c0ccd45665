/** Notes that were found, with their words marked and a way to where they come from. */
import { pageHref } from '../organiseContext.ts'
import type { NoteHit } from './seriesApi.ts'
import { seriesHref, type SeriesDesk } from './seriesContext.ts'

export function NoteHits({
  hits,
  desk,
  short = false,
}: {
  hits: readonly NoteHit[]
  desk: SeriesDesk
  /** Where place and theme stand above already. */
  short?: boolean
}) {
  return (
    <ul className="hits">
      {hits.map((hit) => (
        <li key={`${hit.source} ${hit.noteId}`} className="note">
          <p dir="auto" className="hit-text">
            {marked(hit)}
          </p>
          <p className="hit-from">
            {!short && `${hit.place} · `}
            {desk.day(hit.heldOn)} ·{' '}
            <a href={sourceHref(hit, desk.key)} target="_blank" rel="noreferrer">
              {originOf(hit, desk)}
              <span className="vh"> {desk.say('newWindow')}</span>
            </a>
            {!short && hit.themes.map((theme) => ` · ${theme}`)}
          </p>
        </li>
      ))}
    </ul>
  )
}

function marked({ text, marks }: NoteHit) {
  const parts = []
  let at = 0
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return [...parts, text.slice(at)]
}

/** `Bord 4, Omgång 1`, or `Intervju: ambassadør`. */
function originOf({ table, round, phase, title }: NoteHit, { say }: SeriesDesk): string {
  if (table === null) return say('interview', { who: phase === '' ? title : phase })
  const where = table === 0 ? say('hall') : say('tableNumber', { n: table })
  const when = round === null ? phase : say('roundNumber', { n: round })
  return when === '' ? where : `${where}, ${when}`
}

/** Of a board with that board's key: whoever gets the address in a mail must not get the organiser's. */
function sourceHref({ kind, source, seriesId, table, noteId, key: own }: NoteHit, key: string): string {
  if (kind === 'interviews')
    return seriesId === null ? pageHref(key) : seriesHref(key, seriesId, 'sources', { round: source })
  const board = table === 0 || table === null ? `/hall/${source}` : `/table/${source}/${table}`
  return `${board}?note=${encodeURIComponent(noteId)}#${own ?? ''}`
}
