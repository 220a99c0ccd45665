/** In which phase, at which table and when a note from a phone lands, be it written now or while the phone was offline. */
import { personById, phaseNow, presentPerson, refuse, type Moment } from '../handler.ts'
import { questionAt } from '../forms.ts'
import type { Refusal } from '../refusals.ts'
import type { Phase } from '../session.ts'
import { seatInRun, writingTable } from '../seats.ts'
import type { Person, WorkshopState } from '../state.ts'

/** How far a phone's idea of the server's clock may be off. */
export const graceMs = 10_000

export interface Landing {
  phase: Phase
  table: number
  at: number
}

interface Written {
  phaseId?: string | undefined
  writtenAt?: number | undefined
}

/** Rules [N2]–[N4]: a note that is written while its phase runs lands there, and so does one that says it was. */
export function landing(moment: Moment, written: Written): Landing | { refused: Refusal } {
  const { state, actor, now } = moment
  const person = personById(state, actor.personId)
  if (!person) return refuse('personUnknown')
  if (written.phaseId !== undefined && !state.session.phases.some((phase) => phase.id === written.phaseId))
    return refuse('phaseUnknown')
  const current = landsNow(moment, written)
  if (!isRefused(current)) return current
  const { writtenAt } = written
  if (writtenAt === undefined) return current
  const late = person.form ? lateInForm(state, written.phaseId, writtenAt, now) : null
  if (late) return late
  const runIndex = runAt(state, written.phaseId, writtenAt, now)
  const phase = state.session.phases.find((one) => one.id === state.runs[runIndex]?.phaseId)
  if (!phase || (person.leftAt !== null && writtenAt > person.leftAt)) return current
  return { phase, table: tableInRun(state, runIndex, person), at: Math.min(writtenAt, now) }
}

function isRefused(landed: Landing | { refused: Refusal }): landed is { refused: Refusal } {
  return 'refused' in landed
}

function landsNow(moment: Moment, written: Written): Landing | { refused: Refusal } {
  const { state, actor, now } = moment
  const person = presentPerson(state, actor.personId)
  if (!person) return refuse('personUnknown')
  if (state.status === 'closed') return refuse('workshopClosed')
  if (person.form) return landsInForm(moment, written, person)
  const current = phaseNow(state, now)
  if (current.status === 'waiting') return refuse('workshopNotOpen')
  if (current.status === 'over') return refuse('phaseOver')
  const startedAt = state.runs.at(-1)?.startedAt ?? now
  const isOfThisPhase =
    written.phaseId === undefined
      ? written.writtenAt === undefined || written.writtenAt >= startedAt - graceMs
      : written.phaseId === current.phase.id
  if (!isOfThisPhase) return refuse('phaseOver')
  const at = Math.min(written.writtenAt ?? now, now)
  return { phase: current.phase, table: writingTable(current, state.session, person), at }
}

/** Rule [F2]: under the question that is named, else the one the person is at; no clock shuts it. */
function landsInForm(
  { state, now }: Moment,
  written: Written,
  person: Person,
): Landing | { refused: Refusal } {
  if (state.status !== 'open') return refuse('workshopNotOpen')
  const named = state.session.phases.find(({ id }) => id === written.phaseId)
  const phase = named ?? questionAt(state, person)
  return phase ? { phase, table: 0, at: Math.min(written.writtenAt ?? now, now) } : refuse('phaseUnknown')
}

/** Written in a form while it was open, and sent after the close: under the question that it names. */
function lateInForm(
  state: WorkshopState,
  phaseId: string | undefined,
  at: number,
  now: number,
): Landing | null {
  const phase = state.session.phases.find(({ id }) => id === phaseId)
  const [first] = state.runs
  if (!phase || !first) return null
  const isInTime = at >= first.startedAt - graceMs && at <= (state.closedAt ?? now) + graceMs
  return isInTime ? { phase, table: 0, at: Math.min(at, now) } : null
}

/** The latest run of that phase (of any, when none is named) in which the moment lies; -1 without one. */
function runAt(state: WorkshopState, phaseId: string | undefined, at: number, now: number): number {
  return state.runs.findLastIndex((run, index) => {
    if (phaseId !== undefined && run.phaseId !== phaseId) return false
    const isLast = index === state.runs.length - 1
    const endedAt = run.endedAt ?? (isLast ? runningUntil(state, now) : now)
    return at >= run.startedAt - graceMs && at <= endedAt + graceMs
  })
}

function runningUntil({ timer }: WorkshopState, now: number): number {
  if (!timer || timer.pausedAt !== null) return now
  return Math.min(now, timer.startedAt + timer.durationMs)
}

function tableInRun(state: WorkshopState, runIndex: number, person: Person): number {
  const seat = seatInRun(state, runIndex, person.id)
  return seat !== null && state.tables.some((table) => table.number === seat) ? seat : person.table
}
