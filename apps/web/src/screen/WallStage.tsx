/** The harvest shared by the hall: what came up, at how many tables, and who speaks next. */
import { useMemo, useState } from 'react'
import { TableMark } from '../shared/TableMark.tsx'
import { useServerNow } from '../shared/useServerNow.ts'
import { arrangeWall, type Wall, type WallGroup } from './arrangeWall.ts'
import { Fitted } from './Fitted.tsx'
import { PhaseDigits } from './PhaseClock.tsx'
import { useShown } from './screenContext.ts'
import { wallPages } from './wallPages.ts'

export function WallStage() {
  const { view, language } = useShown()
  const wall = useMemo(() => view.wall && arrangeWall(view.wall, language), [view.wall, language])
  if (!wall) return null
  return wall.kind === 'tables' ? <TableWall tables={wall.tables} /> : <GroupWall wall={wall} />
}

const turnMs = 20_000

/** Every table with its cards, a few at a time in all but the smallest halls; whoever wants to read on holds the page. */
function TableWall({ tables }: { tables: Extract<Wall, { kind: 'tables' }>['tables'] }) {
  const { view, clock, say } = useShown()
  const now = useServerNow(clock)
  const [held, setHeld] = useState<number | null>(null)
  const pages = wallPages(tables)
  const current = (held ?? Math.floor((now - (view.phase.startedAt ?? 0)) / turnMs)) % pages.length
  const page = pages[current] ?? []
  const columns = page.length === 4 ? 2 : Math.min(3, page.length)
  return (
    <>
      <Fitted className="sc-wall">
        <WallHead>
          {pages.length > 1 && (
            <button
              type="button"
              className="btn wall-page num"
              aria-pressed={held !== null}
              onClick={(event) => {
                event.stopPropagation()
                setHeld(held === null ? current : null)
              }}
            >
              <span aria-hidden="true">
                {current + 1} / {pages.length}
              </span>
              <span className="vh">{say('wallHold', { n: current + 1, of: pages.length })}</span>
            </button>
          )}
        </WallHead>
        <ul className={`wl wl-${columns} wl-tables`}>
          {page.map(({ table, notes }) => (
            <li key={table}>
              <h2>{say('table', { n: table })}</h2>
              <ul>
                {notes.map((text, index) => (
                  <li key={index}>{text}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Fitted>
      <Call tables={[]} words={say('everyTable')} />
    </>
  )
}

function GroupWall({ wall }: { wall: Extract<Wall, { kind: 'groups' }> }) {
  const { say, language } = useShown()
  const { groups, own } = wall
  const names = new Intl.ListFormat(language).format(own.map(String))
  return (
    <>
      <Fitted className="sc-wall">
        <WallHead />
        <ul className={`wl wl-3${groups.length > 6 ? ' wl-many' : ''}`}>
          {groups.map((group, index) => (
            <Group key={index} group={group} />
          ))}
        </ul>
      </Fitted>
      {own.length > 0 ? (
        <Call
          tables={own}
          words={say('ownStory', { n: own.length, tables: names })}
          more={say('oneMinute', { n: own.length })}
        />
      ) : (
        <Call tables={[]} words={say('wallMore')} />
      )}
    </>
  )
}

function WallHead({ children }: { children?: React.ReactNode }) {
  const { view, say } = useShown()
  const cards = view.wall?.cards ?? []
  const tables = new Set(cards.map(({ table }) => table)).size
  return (
    <div className="hd">
      <h1>{view.phase.question ?? view.phase.name}</h1>
      <p className="ph0 num">
        {cards.length > 0 && say('wallCards', { n: cards.length, tables })} {children}
      </p>
    </div>
  )
}

/** Up to here one can count them at a glance. */
const pipsShown = 12

function Group({ group: { title, quote, tables } }: { group: WallGroup }) {
  const { view, say, language } = useShown()
  const of = view.tables.length
  const hasPips = of <= pipsShown
  return (
    <li>
      <h2>{title}</h2>
      {quote !== null && quote !== title && <p className="q">{inQuotes(quote, language)}</p>}
      {tables.length > 0 && (
        <p className="k">
          {hasPips && (
            <span className="pips" aria-hidden="true">
              {view.tables.map(({ number }, index) => (
                <i key={number} className={index < tables.length ? 'on' : ''} />
              ))}
            </span>
          )}
          <span className="num">{say(hasPips ? 'ofTables' : 'atTables', { n: tables.length, of })}</span>
        </p>
      )}
    </li>
  )
}

function inQuotes(text: string, language: string): string {
  switch (language) {
    case 'en':
      return `“${text}”`
    case 'nb':
      return `«${text}»`
    default:
      return `”${text}”`
  }
}

/** Yellow is now: who speaks. */
function Call({ tables, words, more }: { tables: number[]; words: string; more?: string }) {
  const { view } = useShown()
  return (
    <footer className="call">
      {tables.map((number) => {
        const table = view.tables.find((one) => one.number === number)
        return (
          table && (
            <TableMark key={number} number={number} people={table.people} hasHost={table.host !== null} />
          )
        )
      })}
      <p>
        {words}
        {more !== undefined && <small>{more}</small>}
      </p>
      <PhaseDigits />
    </footer>
  )
}
