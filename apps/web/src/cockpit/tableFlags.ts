/** What a facilitator should know about a table, and which of it matters most just now. */
import type { PhaseView, TableView, View } from '@bordet/workshop'
import { silentMs, type PaceByTable } from './notePace.ts'

/** In order of weight. */
export const flagKinds = ['help', 'empty', 'unsent', 'silent', 'noHost'] as const
export type FlagKind = (typeof flagKinds)[number]

export interface Flag {
  kind: FlagKind
  table: number
  /** Minutes since it began, for help, unsent notes and silence; 0 otherwise. */
  minutes: number
  /** Phones, for unsent notes; 0 otherwise. */
  phones: number
}

const silentFromMs = 5 * 60_000
/** Wi-Fi comes and goes; only what lasts is worth a walk. */
const unsentFromMinutes = 2
const minuteMs = 60_000

type Moment = Pick<View, 'status' | 'peopleCount'> & { phase: PhaseView }

/** A table's flags, the weightiest first. Nothing is wrong before the doors are open or after the end. */
export function tableFlags(view: Moment, table: TableView, paces: PaceByTable, now: number): Flag[] {
  if (view.status !== 'open') return []
  const flags: Flag[] = []
  const flag = (kind: FlagKind, sinceMs = 0) =>
    flags.push({
      kind,
      table: table.number,
      minutes: Math.floor(sinceMs / minuteMs),
      phones: kind === 'unsent' ? table.waitingPhones : 0,
    })
  if (table.helpAt !== null) flag('help', now - table.helpAt)
  if (isEmpty(view, table)) flag('empty')
  if (table.waitingSince !== null) flag('unsent', now - table.waitingSince)
  const quietMs = silence(view.phase, table, paces, now)
  if (quietMs >= silentFromMs) flag('silent', quietMs)
  if (table.host === null && Math.max(table.people, table.expected ?? 0) > 0) flag('noHost')
  return flags
}

/** People arrive, or answer a form, for which nobody sits anywhere. */
const seatless: ReadonlySet<PhaseView['kind']> = new Set(['arrival', 'interview', 'map'])

/** While people arrive, and as long as nobody has, an empty table is nothing to act upon. */
function isEmpty({ phase, peopleCount }: Moment, table: TableView): boolean {
  return !seatless.has(phase.kind) && peopleCount > 0 && table.people === 0 && (table.expected ?? 0) === 0
}

function silence(phase: PhaseView, table: TableView, paces: PaceByTable, now: number): number {
  if (!takesTableNotes(phase) || table.people === 0 || phase.startedAt === null) return 0
  return silentMs(paces[table.number], phase.startedAt, now)
}

function takesTableNotes({ status, zones }: PhaseView): boolean {
  return status === 'running' && zones.some((zone) => zone.scope === 'table')
}

/** Whether every table with people was seen to write in the last minutes of this phase: only then one may say so. */
export function allTablesWrite(
  view: Moment & Pick<View, 'tables'>,
  paces: PaceByTable,
  now: number,
): boolean {
  const { phase } = view
  if (!takesTableNotes(phase) || phase.startedAt === null) return false
  const since = Math.max(phase.startedAt, now - silentFromMs)
  const seated = view.tables.filter((table) => table.people > 0)
  return seated.length > 0 && seated.every(({ number }) => (paces[number]?.grewAt ?? 0) > since)
}

/** Every flag of every table, for the strip: by weight, then by who has waited longest, then by table. */
export function allFlags(view: View, paces: PaceByTable, now: number): Flag[] {
  return view.tables
    .flatMap((table) => tableFlags(view, table, paces, now))
    .sort(
      (a, b) =>
        flagKinds.indexOf(a.kind) - flagKinds.indexOf(b.kind) || b.minutes - a.minutes || a.table - b.table,
    )
}

/** The one thing to say, with the other tables of its kind when they are said in the same breath, and what else waits. */
export interface OneThing {
  kind: FlagKind
  tables: number[]
  minutes: number
  phones: number
  others: number[]
}

/** Help is one table at a time, since somebody walks there; the rest is said for all tables at once. */
export function chooseOneThing(all: readonly Flag[]): OneThing | null {
  const flags = all.filter(({ kind, minutes }) => kind !== 'unsent' || minutes >= unsentFromMinutes)
  const first = flags[0]
  if (!first) return null
  const together = first.kind === 'help' ? [first] : flags.filter((flag) => flag.kind === first.kind)
  const tables = together.map((flag) => flag.table)
  const others = [...new Set(flags.map((flag) => flag.table))].filter((table) => !tables.includes(table))
  const phones = together.reduce((sum, flag) => sum + flag.phones, 0)
  return { kind: first.kind, tables, minutes: first.minutes, phones, others: others.sort((a, b) => a - b) }
}
