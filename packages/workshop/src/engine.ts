/**
 * The workshop engine's entry point, for the server: pure functions from a state to the next. They draw no ids, read
 * no clock and write no board; what has to happen to the boards comes back as effects.
 */
import type { Language } from '@bordet/text'
import { commandRoles, type Command } from './commands.ts'
import type { Actor, BoardEffect, BoardFacts } from './effects.ts'
import { entrySchema, type Entry, type EntryByType, type EntryType } from './entries.ts'
import { isRefusal, refuse, type Applying, type Judged } from './handler.ts'
import { handlers } from './handlers.ts'
import type { Refusal } from './refusals.ts'
import { newTable, zonesForHall, zonesForTables } from './rules/hall.ts'
import type { Session } from './session.ts'
import { noReport } from './reportState.ts'
import type { WorkshopState } from './state.ts'

export { mayReadBoard, mayWriteBoard, tableOfBoard } from './access.ts'
export type { Actor, BoardEffect, BoardFacts, NewNote, NoteFacts } from './effects.ts'
export type { Entry } from './entries.ts'
export { phaseNow, type PhaseNow } from './handler.ts'
export { areNotesDue, shownAt } from './rules/heldNotes.ts'
export { keptSeats } from './keptSeats.ts'
export { routeOf, type RouteStop } from './routeOf.ts'
export { contactsUntil } from './rules/contacts.ts'
export { doorsOpenAt } from './rules/people.ts'
export { placings } from './rules/ranking.ts'
export { scoringZone, sumScores } from './rules/scoring.ts'
export { lastVote, sumVotes } from './rules/votes.ts'
export { isPast as isPastPhase } from './rules/programme.ts'
export { isSeatedPhase } from './seats.ts'
export {
  frameFor,
  noteFor,
  sharedView,
  viewFor,
  type BoardsNow,
  type LiveNow,
  type SharedView,
  type StandingNote,
} from './viewFor.ts'

export interface NewWorkshop {
  id: string
  templateId: string
  sessionId: string
  title: string
  place: string
  owner: string
  language: Language
  createdAt: number
  startsAt: number
  joinCode: string
  openBoards: boolean
  /** A random integer. */
  seed: number
  session: Session
  hallBoardId: string
  /** One for each table, in order; at least one. */
  tableBoardIds: string[]
}

/** Version 1 of a workshop, and the zones to seed into each of its boards. */
export function createWorkshop(input: NewWorkshop): { state: WorkshopState; effects: BoardEffect[] } {
  const { tableBoardIds, ...given } = input
  const { session, hallBoardId } = given
  const state: WorkshopState = {
    ...given,
    version: 1,
    status: 'planned',
    phaseIndex: 0,
    timer: null,
    runs: [],
    tables: tableBoardIds.map((boardId, index) => newTable(index + 1, boardId)),
    spareBoards: [],
    people: {},
    rounds: [],
    plan: [],
    noteOwners: {},
    votes: {},
    undoneVotes: {},
    pastVotes: {},
    votesRevealed: false,
    themes: [],
    noteThemes: {},
    sortings: [],
    report: noReport,
    orders: {},
    ordersRevealed: {},
    scores: {},
    groups: {},
    consents: {},
    heldNotes: {},
    notesShown: false,
    closedAt: null,
    reactions: {},
    reports: {},
    reporters: {},
    boardsLocked: false,
    keptNotes: {},
    broadcast: null,
    tableMessages: {},
    prompts: { off: false, offPhases: [] },
    gather: null,
    floorPlan: null,
    meetingLinks: {},
    imports: [],
    contactsUntil: null,
    undo: [],
  }
  const effects: BoardEffect[] = [
    { kind: 'seedZones', boardId: hallBoardId, zones: zonesForHall(session) },
    ...tableBoardIds.map((boardId) => ({
      kind: 'seedZones' as const,
      boardId,
      zones: zonesForTables(session),
    })),
  ]
  return { state, effects }
}

export interface Applied {
  state: WorkshopState
  /** What to log (with actor and `now`): the command with everything that replaying it needs. */
  entry: Entry
  effects: BoardEffect[]
  answer: { noteId?: string; personId?: string; left?: number }
}
export type Outcome = Applied | { refused: Refusal }

/**
 * Judges a parsed command (role, phase, owner, size) and applies it: the version grows by one. Never mutates, shares
 * what did not change. The same `opId` a second time is the server's to answer, before it comes here. The ids of new
 * things are the command's `opId`; only `setTables` draws others, from `newId`, for tables that were never there.
 */
export function applyCommand(
  state: WorkshopState,
  command: Command,
  actor: Actor,
  now: number,
  facts: BoardFacts,
  newId: () => string,
): Outcome {
  if (!commandRoles[command.type].includes(actor.role)) return refuse('notYourRole')
  return applyEntry(toEntry(state, command, newId), { state, actor, now, facts })
}

/**
 * Seats a new person: at `table` when it exists (a table's QR code), else where fewest people sit. Logged like a
 * command, with the new person as its actor; `answer.personId` and `state.people[personId].table` are what to answer.
 */
export function joinPerson(
  state: WorkshopState,
  who: { opId: string; personId: string; name: string; table?: number | undefined },
  now: number,
): Outcome {
  const { table, ...named } = who
  const entry: Entry = { type: 'join', ...named, ...(table === undefined ? {} : { table }) }
  return applyEntry(entry, { state, actor: joiner(who.personId), now, facts: null })
}

/**
 * Puts up the notes whose time to be hidden is out; refused when there are none. The server asks when the clock says
 * so and, since clocks of nodes that are down say nothing, before every command.
 */
export function landDueNotes(state: WorkshopState, opId: string, now: number): Outcome {
  return applyEntry({ type: 'landNotes', opId }, { state, actor: serverActor, now, facts: null })
}

/** Who lands notes, as the log has it. */
export const serverActor: Actor = { role: 'organiser', personId: null, table: null }

/** The actor to log a join with. */
function joiner(personId: string): Actor {
  return { role: 'participant', personId, table: null }
}

/**
 * Brings a stored state up to date with the log after it. Boards are not asked: what was accepted once is accepted
 * again. Throws when the log does not belong to the state.
 */
export function replay(
  state: WorkshopState,
  log: Iterable<{ command: unknown; actor: Actor; at: number }>,
): WorkshopState {
  let reached = state
  for (const { command, actor, at } of log) {
    const outcome = applyEntry(entrySchema.parse(command), { state: reached, actor, now: at, facts: null })
    if (isRefusal(outcome))
      throw new Error(`The log does not fit the state at version ${reached.version}: ${outcome.refused}`)
    reached = outcome.state
  }
  return reached
}

function applyEntry(entry: Entry, applying: Applying): Outcome {
  const judged = judge(entry.type, entry, applying)
  if (isRefusal(judged)) return judged
  const state = { ...judged.state, version: applying.state.version + 1 }
  return { state, entry, effects: judged.effects ?? [], answer: judged.answer ?? {} }
}

function judge<T extends EntryType>(type: T, entry: EntryByType[T], applying: Applying): Judged {
  const handler = handlers[type]
  const refused = handler.moment(applying, entry)
  return refused === null ? handler.apply(applying, entry) : refuse(refused)
}

function toEntry(state: WorkshopState, command: Command, newId: () => string): Entry {
  if (command.type === 'giveContact') {
    const { opId, type, personId } = command
    return { opId, type, ...(personId === undefined ? {} : { personId }) }
  }
  if (command.type !== 'setTables') return command
  const { tables, spareBoards } = state
  const added = Math.max(0, command.count - tables.length)
  const numbers = Array.from({ length: added }, (_, index) => tables.length + index + 1)
  const spare = (number: number) => spareBoards.find((board) => board.number === number)?.boardId
  return { ...command, boardIds: numbers.map((number) => spare(number) ?? newId()) }
}
export {
  removedRows,
  reportVersions,
  type RemovedRow,
  type ReportTarget,
  type ReportVersion,
} from './reportVersions.ts'
