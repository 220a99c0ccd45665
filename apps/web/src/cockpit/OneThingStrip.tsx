/** Exactly one message: the table that needs somebody most, and how many wait behind it. */
import { Icon } from '../shared/Icon.tsx'
import type { IconName } from '@bordet/look'
import { useServerNow } from '../shared/useServerNow.ts'
import { ClaimHelp, HelpClaimed } from './HelpClaim.tsx'
import type { OpenDialog } from './CockpitDialog.tsx'
import { useCockpit } from './cockpitContext.ts'
import { allFlags, allTablesWrite, chooseOneThing, type FlagKind, type OneThing } from './tableFlags.ts'

export const flagIcons: Readonly<Record<FlagKind, IconName>> = {
  help: 'hand',
  empty: 'people',
  unsent: 'phone',
  silent: 'silent',
  noHost: 'people',
}

export function OneThingStrip({ open }: { open: OpenDialog }) {
  const { view, paces, clock, say, link } = useCockpit()
  const now = useServerNow(clock)
  // What it would say may no longer be true.
  if (view.status !== 'open' || link !== 'live') return null
  const thing = chooseOneThing(allFlags(view, paces, now))
  const missingHosts = view.tables.some((table) => table.host === null)
  return (
    <section
      className={`one ${thing ? toneOf(thing) : missingHosts ? 'so-far' : 'calm'}`}
      aria-label={say('oneLabel')}
    >
      {thing ? (
        <Something thing={thing} open={open} />
      ) : missingHosts ? (
        <HostsSoFar />
      ) : (
        <Calm isWriting={allTablesWrite(view, paces, now)} />
      )}
    </section>
  )
}

function toneOf(thing: OneThing): string {
  return thing.kind === 'help' ? '' : 'warn'
}

/** Tables where nobody sits yet need no host this minute, but that is not calm either. */
function HostsSoFar() {
  const { view, say } = useCockpit()
  const hosts = view.tables.filter((table) => table.host !== null).length
  return (
    <>
      <Icon name="people" />
      <p>{say('oneHosts', { n: hosts, of: view.tables.length })}</p>
    </>
  )
}

function Calm({ isWriting }: { isWriting: boolean }) {
  const { say } = useCockpit()
  return (
    <>
      <Icon name="check" />
      <p>{say(isWriting ? 'oneCalmWriting' : 'oneCalm')}</p>
    </>
  )
}

function Something({ thing, open }: { thing: OneThing; open: OpenDialog }) {
  const { view, say, language, commands, may } = useCockpit()
  const list = (numbers: readonly number[]) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(numbers.map(String))
  const first = thing.tables[0]
  if (first === undefined) return null
  const tables = { tables: list(thing.tables), n: thing.tables.length }
  const next = thing.others[0]
  const hint =
    thing.kind === 'empty'
      ? say('oneEmptyHint')
      : thing.kind === 'noHost'
        ? say('oneNoHostHint')
        : thing.kind === 'unsent'
          ? say('oneUnsentHint')
          : thing.minutes > 0 && say('oneFor', { n: thing.minutes })
  const helpBy = view.tables.find((table) => table.number === first)?.helpBy ?? null
  const clearing = commands.pending.some((ask) => ask.type === 'helpDone' && ask.table === first)
  return (
    <>
      <Icon name={flagIcons[thing.kind]} />
      <p>
        {thing.kind === 'help' && say('oneHelp', tables)}
        {thing.kind === 'empty' && say('oneEmpty', tables)}
        {thing.kind === 'unsent' && say('oneUnsent', { tables: tables.tables, n: thing.phones })}
        {thing.kind === 'silent' && say('oneSilent', tables)}
        {thing.kind === 'noHost' && say('oneNoHost', tables)} {hint && <span>· {hint}</span>}
        {thing.kind === 'help' && helpBy !== null && <HelpClaimed by={helpBy} />}
      </p>
      {thing.kind === 'help' && helpBy === null && <ClaimHelp table={first} />}
      {thing.kind === 'help' && (
        <button
          className="btn"
          type="button"
          disabled={!may('helpDone') || clearing}
          onClick={() => void commands.send({ type: 'helpDone', table: first })}
        >
          {say('helpDone')}
          <span className="vh"> – {say('tableTitle', { table: first })}</span>
        </button>
      )}
      <button
        className="btn"
        type="button"
        onClick={() => open(thing.kind === 'noHost' ? { table: first, choose: 'host' } : { table: first })}
      >
        {say(thing.kind === 'noHost' ? 'chooseHost' : 'lookAt')}
        <span className="vh"> – {say('tableTitle', { table: first })}</span>
      </button>
      {thing.kind === 'empty' && may('planSeats') && (
        <button className="btn" type="button" onClick={() => open('balance')}>
          {say('balanceButton')}
        </button>
      )}
      {next !== undefined && (
        <button className="btn btn-quiet" type="button" onClick={() => open({ table: next })}>
          {say('oneMore', { n: thing.others.length, tables: list(thing.others) })}
        </button>
      )}
    </>
  )
}
