/** One table at a glance: who sits there, who hosts, how it writes and whether it needs somebody. */
import type { TableView } from '@bordet/workshop'
import { Icon } from '../shared/Icon.tsx'
import { TableMark } from '../shared/TableMark.tsx'
import { useServerNow } from '../shared/useServerNow.ts'
import type { OpenDialog } from './CockpitDialog.tsx'
import { useCockpit } from './cockpitContext.ts'
import { perMinute, recentMinutes } from './notePace.ts'
import { flagIcons } from './OneThingStrip.tsx'
import { tableFlags, type Flag } from './tableFlags.ts'

interface Props {
  table: TableView
  host: string | null
  moving: boolean
  small: boolean
  open: OpenDialog
}

export function TableTile({ table, host, moving, small, open }: Props) {
  const { view, say, paces, clock } = useCockpit()
  const now = useServerNow(clock)
  const flags = tableFlags(view, table, paces, now)
  const worst = flags[0]
  const tone = worst ? (worst.kind === 'help' ? ' help' : ' warn') : ''
  // During a move the hollow seats are those who are still on their way.
  const seats = table.expected ?? undefined
  return (
    <li className={`tl${tone}`}>
      <TableMark
        number={table.number}
        people={table.people}
        hasHost={table.host !== null}
        {...(seats === undefined ? {} : { seats })}
      />
      <h3>
        <button type="button" onClick={() => open({ table: table.number })}>
          {say('tableTitle', { table: table.number })}
        </button>
      </h3>
      {small && worst ? (
        <div className="fl fl-in">
          <FlagTag flag={worst} small />
          <span className="vh">{say('tilePeopleHere', { n: table.people })}</span>
        </div>
      ) : moving ? (
        <p className="host num">
          {say('tileArrived', { n: table.people, of: table.expected ?? table.people })}
        </p>
      ) : (
        <HostLine host={host} />
      )}
      {!moving && <Writing table={table} small={small} />}
      {!small && (
        <div className="fl">
          {flags.map((flag) => (
            <FlagTag key={flag.kind} flag={flag} small={false} />
          ))}
          {flags.length === 0 && <PaceWords table={table.number} />}
        </div>
      )}
    </li>
  )
}

function HostLine({ host }: { host: string | null }) {
  const { say } = useCockpit()
  if (host === null) {
    return (
      <p className="host no">
        <i className="sq off" aria-hidden="true" />
        <span>
          {say('hostNoneShort')}
          <span className="vh"> {say('hostWord')}</span>
        </span>
      </p>
    )
  }
  return (
    <p className="host">
      <span className="vh">{say('hostIs')} </span>
      <i className="sq" aria-hidden="true" />
      <span>{host}</span>
    </p>
  )
}

function Writing({ table, small }: { table: TableView; small: boolean }) {
  const { view, say, paces, clock } = useCockpit()
  const quiet = view.phase.kind === 'arrival' || view.status === 'planned'
  if (quiet && table.notes === 0) {
    return (
      <div className="sp">
        <span>
          <b className="num">{table.people}</b> {say('tilePeople', { n: table.people })}
        </span>
      </div>
    )
  }
  const bars = recentMinutes(paces[table.number], clock.now())
  return (
    <div className="sp">
      {!small && view.status !== 'closed' && (
        <svg viewBox="0 0 104 30" preserveAspectRatio="none" aria-hidden="true">
          {bars.map((count, index) => {
            const height = Math.min(30, 2 + count * 5)
            return <rect key={index} x={index * 8} width="6" y={30 - height} height={height} />
          })}
        </svg>
      )}
      <span>
        <b className="num">{table.notes}</b> {say('tileNotes', { n: table.notes })}
      </span>
    </div>
  )
}

function PaceWords({ table }: { table: number }) {
  const { view, say, paces, clock, language } = useCockpit()
  const pace = perMinute(paces[table], clock.now())
  if (view.status !== 'open' || view.phase.status !== 'running' || pace === null || pace === 0) return null
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(pace)
  return <span className="ok num">{say('tilePace', { pace: text })}</span>
}

const flagTones: Readonly<Record<Flag['kind'], string>> = {
  help: 'tag-help',
  empty: 'tag-warn',
  unsent: 'tag-kept',
  silent: 'tag-warn',
  noHost: 'tag-warn',
}

function FlagTag({ flag, small }: { flag: Flag; small: boolean }) {
  const { say } = useCockpit()
  const words = {
    help: say(small ? 'flagHelpShort' : 'flagHelp'),
    empty: say('flagEmpty'),
    unsent: say(small ? 'flagUnsentShort' : 'flagUnsent', { n: flag.phones }),
    silent: say('flagSilent', { n: flag.minutes }),
    noHost: say(small ? 'flagNoHostShort' : 'flagNoHost'),
  }
  return (
    <span className={`tag ${flagTones[flag.kind]}`}>
      <Icon name={flagIcons[flag.kind]} />
      {words[flag.kind]}
    </span>
  )
}
