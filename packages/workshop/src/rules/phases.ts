/** The facilitator's clock: starting, pausing, stretching, ending and undoing phases. Rules [P…], [T…] and [U…] of SPEC.md. */
import {
  entryOf,
  isHost,
  phaseNow,
  presentPerson,
  refuse,
  unlessClosed,
  type Handler,
  type Judged,
  type Moment,
} from '../handler.ts'
import { land, landAllButThoseOf } from './heldNotes.ts'
import { planMove } from '../planMove.ts'
import type { Refusal } from '../refusals.ts'
import { beginRound, recordSeats, seatWhoeverIsUnderWay } from '../seats.ts'
import type { Phase } from '../session.ts'
import type { Person, Run, Table, Timer, Undo, WorkshopState } from '../state.ts'
import { timeLeftMs } from '../timer.ts'
import { lastVote } from './votes.ts'

const minuteMs = 60_000
/** An evening has some 13 phases; nobody goes back further, and every entry holds all seats. */
const undoDepth = 12

export const startPhase: Handler<'startPhase'> = {
  moment: unlessClosed,
  apply({ state, now }, { phaseId, from }) {
    if (from !== undefined && from !== currentPhaseId(state)) return refuse('phaseMoved')
    const index = phaseId === undefined ? nextIndex(state) : indexOfPhase(state, phaseId)
    const phase = state.session.phases[index]
    if (!phase) return refuse(phaseId === undefined ? 'noNextPhase' : 'phaseUnknown')
    if (state.timer && index === state.phaseIndex) return refuse('alreadyOpen')
    const shown = land(state, landAllButThoseOf(phase.id))
    const remembered = rememberForUndo(shown.state, phase, now, shown.effects.length > 0)
    const seated = seatWhoeverIsUnderWay(remembered)
    const planned = planMove(beginRound(begin(seated, phase, index, now), phase), phase)
    return { state: rememberHandingOver(planned, state.tables), effects: shown.effects }
  },
}

export const pause: Handler<'pause'> = {
  moment: (moment) => unlessClosed(moment) ?? unlessStatus(moment, 'running', 'notRunning'),
  apply: ({ state, now }) => withTimer(state, (timer) => ({ ...timer, pausedAt: now })),
}

export const resume: Handler<'resume'> = {
  moment: (moment) => unlessClosed(moment) ?? unlessStatus(moment, 'paused', 'notPaused'),
  apply: ({ state, now }) =>
    withTimer(state, (timer) => ({
      ...timer,
      startedAt: timer.startedAt + Math.max(0, now - (timer.pausedAt ?? now)),
      pausedAt: null,
    })),
}

export const extend: Handler<'extend'> = {
  moment: (moment) => unlessClosed(moment) ?? (moment.state.timer ? null : 'notRunning'),
  apply({ state, now }, { minutes }) {
    const extraMs = minutes * minuteMs
    if (phaseNow(state, now).status !== 'over') {
      return withTimer(state, (timer) => {
        const gone = elapsedMs(timer, now)
        return { ...timer, durationMs: Math.max(gone, timer.durationMs + extraMs) }
      })
    }
    if (minutes <= 0) return refuse('phaseOver')
    return withTimer(endRun(state, null), (timer) => ({
      ...timer,
      durationMs: elapsedMs(timer, now) + extraMs,
      pausedAt: null,
    }))
  },
}

export const endPhase: Handler<'endPhase'> = {
  moment(moment) {
    const { state } = moment
    const shut = unlessClosed(moment)
    if (shut || !state.timer) return shut ?? 'notRunning'
    return state.runs.at(-1)?.endedAt === null ? null : 'phaseOver'
  },
  apply: ({ state, now }) => ({ state: endCurrent(state, now) }),
}

export const undoPhase: Handler<'undoPhase'> = {
  moment: (moment) => unlessClosed(moment) ?? (moment.state.undo.length === 0 ? 'nothingToUndo' : null),
  apply({ state: now }, { from }) {
    const before = now.undo.at(-1)
    if (!before) return refuse('nothingToUndo')
    if (from !== undefined && from !== now.session.phases[now.phaseIndex]?.id) return refuse('phaseMoved')
    const state = withHostsBack(now, before.handedOver)
    const back: WorkshopState = {
      ...state,
      ...(before.vote ? undoVote(state, before.vote) : {}),
      phaseIndex: before.phaseIndex,
      timer: before.timer,
      status: before.status,
      notesShown: before.shown,
      runs: state.runs.slice(0, before.runCount),
      rounds: state.rounds.slice(0, before.roundCount),
      people: Object.fromEntries(
        Object.entries(state.people).map(([id, person]) => [
          id,
          backInSeat(state, person, entryOf(before.seats, id)),
        ]),
      ),
      undo: state.undo.slice(0, -1),
    }
    return { state: recordSeats(endRun(back, before.endedAt)) }
  },
}

export const close: Handler<'close'> = {
  moment: unlessClosed,
  apply({ state, now }) {
    const isRunning = state.timer !== null && state.runs.at(-1)?.endedAt === null
    const ended = isRunning ? endCurrent(state, now) : state
    const shown = land(ended, () => true)
    return {
      ...shown,
      state: { ...seatWhoeverIsUnderWay(shown.state), status: 'closed', closedAt: now, notesShown: true },
    }
  },
}

export const reopen: Handler<'reopen'> = {
  moment: ({ state }) => (state.status === 'closed' ? null : 'alreadyOpen'),
  apply: ({ state }) => ({
    state: { ...state, status: state.timer ? 'open' : 'planned', closedAt: null },
  }),
}

function currentPhaseId({ timer, session, phaseIndex }: WorkshopState): string | null {
  return timer ? (session.phases[phaseIndex]?.id ?? null) : null
}

/** Before the first phase has started "next" is the first. */
function nextIndex(state: WorkshopState): number {
  return state.timer ? state.phaseIndex + 1 : state.phaseIndex
}

function indexOfPhase(state: WorkshopState, phaseId: string): number {
  return state.session.phases.findIndex((phase) => phase.id === phaseId)
}

function begin(state: WorkshopState, phase: Phase, phaseIndex: number, now: number): WorkshopState {
  const last = state.runs.at(-1)
  const ended = last?.endedAt === null ? endRun(state, endOf(state.timer, now)) : state
  return {
    ...ended,
    ...(phase.kind === 'vote' ? beginVote(state, phase) : {}),
    status: 'open',
    notesShown: false,
    phaseIndex,
    timer: { startedAt: now, durationMs: durationOf(state, phase, phaseIndex, now), pausedAt: null },
    runs: [...ended.runs, { phaseId: phase.id, startedAt: now, endedAt: null }],
  }
}

type VoteState = Pick<WorkshopState, 'votes' | 'votesRevealed' | 'undoneVotes' | 'pastVotes'>

/** Empty, but for the dots that were given before the phase was undone: people were told that theirs are saved. */
function beginVote(state: WorkshopState, { id }: Phase): VoteState {
  const { votes, votesRevealed: revealed, undoneVotes } = state
  const { [id]: _, ...others } = undoneVotes
  const last = lastVote(state)
  const kept = last === null || Object.keys(votes).length === 0 ? {} : { [last]: { votes, revealed } }
  const { [id]: _again, ...pastVotes } = { ...state.pastVotes, ...kept }
  return { votes: entryOf(undoneVotes, id) ?? {}, votesRevealed: false, undoneVotes: others, pastVotes }
}

function undoVote(
  { session, phaseIndex, votes, undoneVotes }: WorkshopState,
  before: NonNullable<Undo['vote']>,
): VoteState {
  const id = session.phases[phaseIndex]?.id
  const kept = id === undefined || Object.keys(votes).length === 0 ? {} : { [id]: votes }
  return {
    votes: before.votes,
    votesRevealed: before.revealed,
    undoneVotes: { ...undoneVotes, ...kept },
    pastVotes: before.past,
  }
}

/** Doors that open before their time are open for longer: the evening begins when people were told it does. */
function durationOf(state: WorkshopState, phase: Phase, phaseIndex: number, now: number): number {
  const earlyMs = phase.kind === 'arrival' && phaseIndex === 0 ? Math.max(0, state.startsAt - now) : 0
  return earlyMs + phase.minutes * minuteMs
}

function rememberForUndo(
  state: WorkshopState,
  next: Phase,
  now: number,
  wereNotesShown: boolean,
): WorkshopState {
  const seats = Object.fromEntries(
    Object.values(state.people).map(({ id, table, nextTable }) => [id, { table, nextTable }]),
  )
  const entry = {
    phaseIndex: state.phaseIndex,
    timer: state.timer,
    status: state.status,
    at: now,
    seats,
    roundCount: state.rounds.length,
    runCount: state.runs.length,
    endedAt: state.runs.at(-1)?.endedAt ?? null,
    shown: state.notesShown || wereNotesShown,
    handedOver: [],
    vote:
      next.kind === 'vote'
        ? { votes: state.votes, revealed: state.votesRevealed, past: state.pastVotes }
        : null,
  }
  return { ...state, undo: [...state.undo, entry].slice(-undoDepth) }
}

function rememberHandingOver(state: WorkshopState, before: readonly Table[]): WorkshopState {
  const handedOver = state.tables.flatMap(({ number, hostId }) => {
    const from = before.find((table) => table.number === number)?.hostId
    return from && hostId && from !== hostId ? { table: number, from, to: hostId } : []
  })
  const last = state.undo.at(-1)
  if (!last || handedOver.length === 0) return state
  return { ...state, undo: [...state.undo.slice(0, -1), { ...last, handedOver }] }
}

/** Hosts who were relieved have their tables again, unless others were chosen since or they have left or host elsewhere. */
function withHostsBack(state: WorkshopState, handedOver: Undo['handedOver']): WorkshopState {
  const tables = state.tables.map((table) => {
    const change = handedOver.find((one) => one.table === table.number && one.to === table.hostId)
    const mayHost = change && presentPerson(state, change.from) && !isHost(state, change.from)
    return change && mayHost ? { ...table, hostId: change.from } : table
  })
  return { ...state, tables }
}

interface Seat {
  table: number
  nextTable: number | null
}

/** Hosts made since keep their table, who came since keeps the seat, and nobody is sent to a table that is gone. */
function backInSeat(state: WorkshopState, person: Person, seat: Seat | undefined): Person {
  const exists = (number: number | null) => state.tables.some((table) => table.number === number)
  const seatToKeep = state.tables.find((table) => table.hostId === person.id)?.number ?? null
  const mayGoBack = seatToKeep === null || (seat?.table === seatToKeep && seat.nextTable === null)
  if (seat && exists(seat.table) && mayGoBack)
    return { ...person, table: seat.table, nextTable: exists(seat.nextTable) ? seat.nextTable : null }
  return person.nextTable === null ? person : { ...person, table: person.nextTable, nextTable: null }
}

/** The time is out now: the clock counts over time from here, paused or not. */
function endCurrent(state: WorkshopState, now: number): WorkshopState {
  const { timer } = state
  if (!timer) return state
  const durationMs = Math.min(timer.durationMs, elapsedMs(timer, now))
  const endedAt = endOf(timer, now)
  return { ...endRun(state, endedAt), timer: { startedAt: endedAt - durationMs, durationMs, pausedAt: null } }
}

/** When a phase that ends now was over: at the end of its time, if that was earlier. */
function endOf(timer: Timer | null, now: number): number {
  if (!timer || timer.pausedAt !== null) return now
  return timeLeftMs(timer, now) < 0 ? timer.startedAt + timer.durationMs : now
}

function endRun(state: WorkshopState, endedAt: number | null): WorkshopState {
  const last: Run | undefined = state.runs.at(-1)
  if (!last || last.endedAt === endedAt) return state
  return { ...state, runs: [...state.runs.slice(0, -1), { ...last, endedAt }] }
}

function elapsedMs(timer: Timer, now: number): number {
  return Math.max(0, (timer.pausedAt ?? now) - timer.startedAt)
}

function withTimer(state: WorkshopState, change: (timer: Timer) => Timer): Judged {
  return state.timer ? { state: { ...state, timer: change(state.timer) } } : refuse('notRunning')
}

function unlessStatus(
  { state, now }: Moment,
  status: 'running' | 'paused',
  otherwise: Refusal,
): Refusal | null {
  return phaseNow(state, now).status === status ? null : otherwise
}
