/** All tables, always in the order of their numbers: a tile never changes its place. */
import { isVoteOnPaper } from './PaperWork.tsx'
import { clockTime } from '@bordet/text'
import type { View } from '@bordet/workshop'
import { Icon } from '../shared/Icon.tsx'
import type { OpenDialog } from './CockpitDialog.tsx'
import { useCockpit } from './cockpitContext.ts'
import { perMinute } from './notePace.ts'
import { hostLabel, namedPeople } from './people.ts'
import { TableTile } from './TableTile.tsx'

/** From here on the tiles are the small ones. */
const manyTables = 12

export function TableTiles({ open }: { open: OpenDialog }) {
  const { view, say, isLead, flagged } = useCockpit()
  const toLookAt = flagged.notes.filter(({ hidden }) => !hidden).length
  const moving = view.move !== null && view.status === 'open'
  const people = namedPeople(view, say)
  const small = moving || view.tables.length > manyTables
  return (
    <section aria-labelledby="tb" id="tables">
      <div className="hd">
        <h2 id="tb">{say(moving ? 'arrivedTitle' : 'tablesTitle')}</h2>
        <Facts />
        <span className="sp" />
        <span className="acts">
          {toLookAt > 0 && (
            <button className="btn btn-small" type="button" onClick={() => open('flagged')}>
              <Icon name="flag" />
              {say('flaggedButton', { n: toLookAt })}
            </button>
          )}
          {isLead && view.status !== 'closed' && isUneven(view) && (
            <button className="btn btn-small" type="button" onClick={() => open('balance')}>
              {say('balanceButton')}
            </button>
          )}
          <button className="btn btn-small" type="button" onClick={() => open('people')}>
            <Icon name="people" />
            {say('peopleButton')}
          </button>
          {isLead && view.status !== 'closed' && (
            <button className="btn btn-small" type="button" onClick={() => open('paper')}>
              <Icon name="pen" />
              {say(isVoteOnPaper(view) ? 'dotsButton' : 'paperButton')}
            </button>
          )}
        </span>
      </div>
      <ul className={small ? 'tb small' : 'tb'}>
        {view.tables.map((table) => (
          <TableTile
            key={table.number}
            table={table}
            host={hostLabel(view, people, table.number)}
            moving={moving}
            small={small}
            open={open}
          />
        ))}
      </ul>
    </section>
  )
}

/** Sizes that differ by more than one: then a balance has something to do. */
function isUneven({ tables }: View): boolean {
  const sizes = tables.map(({ people, expected }) => expected ?? people)
  return Math.max(...sizes) - Math.min(...sizes) > 1
}

function Facts() {
  const { view, say, paces, language, clock } = useCockpit()
  const hosts = view.tables.filter((table) => table.host !== null).length
  if (view.move && view.status === 'open') {
    return (
      <>
        <span className="k num">{say('factsArrived', { n: view.move.arrived, of: view.move.of })}</span>
        <span className="k num">{say('factsHosts', { n: hosts, of: view.tables.length })}</span>
      </>
    )
  }
  const waiting = view.tables.reduce((sum, table) => sum + table.waitingPhones, 0)
  const notes = view.tables.reduce((sum, table) => sum + table.notes, view.hallNotes)
  const now = clock.now()
  const closed = view.status === 'closed'
  const paceSum = view.tables.reduce((sum, table) => sum + (perMinute(paces[table.number], now) ?? 0), 0)
  return (
    <>
      <span className="k num">{say('factsPeople', { n: view.peopleCount })}</span>
      {notes > 0 && (
        <span className="k num">
          {say('factsNotes', { n: notes })}
          {paceSum > 0 && !closed && `, ${say('factsPace', { pace: Math.round(paceSum) })}`}
        </span>
      )}
      {waiting > 0 && <span className="k num kept">{say('factsWaiting', { n: waiting })}</span>}
      {view.status === 'planned' && (
        <span className="k num">{say('factsStarts', { time: clockTime(language, view.startsAt) })}</span>
      )}
    </>
  )
}
