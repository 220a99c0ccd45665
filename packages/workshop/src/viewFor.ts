/** What one member sees of the state: built from scratch each time, so that what a role may not see is never in it. */
import { mayReadBoard, ownTable, tableOfBoard } from './access.ts'
import { agenda, delayMs } from './agenda.ts'
import { commandRoles, commandSchema, type CommandType } from './commands.ts'
import type { Actor } from './effects.ts'
import { entryOf, isHost, phaseNow, presentPeople, presentPerson, zoneById, zonesOf } from './handler.ts'
import { completePlan } from './floorPlan.ts'
import { questionAt } from './forms.ts'
import { handlers } from './handlers.ts'
import { promptView } from './prompt.ts'
import { countHeld, isHolding, shownAt } from './rules/heldNotes.ts'
import {
  consentView,
  groupIdeas,
  groupsView,
  ownChoices,
  ownDots,
  rankingView,
  scoringView,
  themesView,
  voteView,
} from './choiceViews.ts'
import { contactsUntil } from './rules/contacts.ts'
import { paperSheets } from './rules/votes.ts'
import { seatOf, writingTable } from './seats.ts'
import type { Reaction } from './kinds.ts'
import type { Person, Role, WorkshopState } from './state.ts'
import type {
  ConsentView,
  CrewView,
  GroupView,
  Me,
  NoteView,
  PaperZonesView,
  PersonView,
  PhaseView,
  TableView,
  RankingView,
  ScoringView,
  View,
  VoteView,
  WallView,
} from './view.ts'
import { isForReading, takesEverybodysNotes } from './zones.ts'
import { wallView } from './wall.ts'

/** A note that is neither removed nor hidden. */
export type StandingNote = Omit<NoteView, 'mine' | 'reactions' | 'reacted'>

/** What a view needs from outside the state. Table 0 is the hall. */
export interface BoardsNow {
  joinUrl: string
  /** Standing notes of one board, in reading order. */
  notes(table: number): readonly StandingNote[]
  countNotes(table: number): number
  note(noteId: string): StandingNote | undefined
  /** Who and what is there just now, which no log remembers; nothing when left out. */
  live?: LiveNow
}

export interface LiveNow {
  /** People whose phones hold words that have not been sent, with since when. */
  waiting: ReadonlyMap<string, number>
  crew: CrewView[]
  reach: number | null
}

const crew: ReadonlySet<Role> = new Set(['helper', 'facilitator', 'organiser'])
const lead: ReadonlySet<Role> = new Set(['facilitator', 'organiser'])

/**
 * What all views of one moment have in common. Whoever needs many makes it once: alone it takes as long as the hall
 * is large.
 */
export interface SharedView {
  frame: Omit<View, 'notes' | OwnKey>
  vote: VoteView | null
  ranking: RankingView | null
  scoring: ScoringView | null
  groups: GroupView[] | null
  groupIdeas: View['groupIdeas']
  consent: ConsentView | null
  wall: WallView | null
  noteIdsByOwner: ReadonlyMap<string, readonly string[]>
}
type OwnKey =
  | 'me'
  | 'vote'
  | 'ranking'
  | 'scoring'
  | 'groups'
  | 'groupIdeas'
  | 'consent'
  | 'own'
  | 'themes'
  | 'wall'
  | 'people'
  | 'crew'
  | 'reach'
  | 'tableMessages'
  | 'canUndo'
  | 'reports'
  | 'reactions'
  | 'paperZones'
  | 'boards'
  | 'meetingLinks'

export function viewFor(
  state: WorkshopState,
  actor: Actor,
  boards: BoardsNow,
  now: number,
  shared: SharedView = sharedView(state, boards, now),
): View {
  return {
    ...frameFor(state, actor, boards, now, shared),
    notes: notesFor(state, actor, boards, shared.noteIdsByOwner),
  }
}

export function sharedView(state: WorkshopState, boards: BoardsNow, now: number): SharedView {
  const noteIdsByOwner = new Map<string, string[]>()
  for (const [noteId, owner] of Object.entries(state.noteOwners)) {
    const noteIds = noteIdsByOwner.get(owner)
    if (noteIds) noteIds.push(noteId)
    else noteIdsByOwner.set(owner, [noteId])
  }
  const groups = groupsView(state, boards)
  return {
    frame: sharedFrame(state, boards, now),
    vote: voteView(state, boards, now),
    ranking: rankingView(state, boards, now),
    scoring: scoringView(state, boards, now),
    groups,
    groupIdeas: groupIdeas(state, boards, groups),
    consent: consentView(state, now),
    wall: wallView(state, boards, now),
    noteIdsByOwner,
  }
}

function sharedFrame(state: WorkshopState, boards: BoardsNow, now: number): SharedView['frame'] {
  return {
    id: state.id,
    version: state.version,
    serverTime: now,
    status: state.status,
    title: state.title,
    place: state.place,
    owner: state.owner,
    language: state.language,
    joinCode: state.joinCode,
    joinUrl: boards.joinUrl,
    startsAt: state.startsAt,
    contactsUntil: contactsUntil(state),
    phase: phaseView(state, now),
    agenda: agenda(state, now),
    delayMs: delayMs(state, now),
    tables: tableViews(state, boards),
    peopleCount: presentPeople(state).length,
    hallNotes: boards.countNotes(0),
    hallHeldNotes: countHeld(state, state.hallBoardId),
    move: moveView(state),
    broadcast: state.broadcast,
    usesTowns: state.session.phases.some(({ rotation }) => rotation === 'other_town' || rotation === 'mixed'),
    prompt: promptView(state, now),
    promptsOff: state.prompts.off,
    boardsLocked: state.boardsLocked,
    gather: state.gather,
    floorPlan: state.floorPlan && completePlan(state.floorPlan, tableNumbers(state)),
  }
}

/** The view but its notes: what `change.set` is the difference of. */
export function frameFor(
  state: WorkshopState,
  actor: Actor,
  boards: BoardsNow,
  now: number,
  shared: SharedView = sharedView(state, boards, now),
): Omit<View, 'notes'> {
  const { phase: current } = phaseNow(state, now)
  const question = questionView(state, actor)
  return {
    ...shared.frame,
    phase: question ?? shared.frame.phase,
    me: meView(state, actor, now),
    ...choicesFor(state, actor, shared, now),
    // What the hall is asked together is nothing for somebody who is at another question.
    ...(question && question.kind !== 'consent' ? { consent: null } : {}),
    wall: actor.role === 'screen' || crew.has(actor.role) ? shared.wall : null,
    broadcast: broadcastFor(state, actor),
    people: crew.has(actor.role) ? presentPeople(state).map(personView) : null,
    crew: crew.has(actor.role) ? (boards.live?.crew ?? []) : null,
    reach: crew.has(actor.role) ? (boards.live?.reach ?? null) : null,
    tableMessages: crew.has(actor.role) ? state.tableMessages : null,
    canUndo: lead.has(actor.role) && state.undo.length > 0 ? { phaseName: current.name } : null,
    reports: lead.has(actor.role)
      ? Object.entries(state.reports)
          .filter(([noteId, count]) => count > (entryOf(state.keptNotes, noteId) ?? 0))
          .map(([noteId, count]) => ({ noteId, count }))
      : null,
    reactions: crew.has(actor.role) ? allReactions(state) : null,
    paperZones: crew.has(actor.role) ? paperZones(state) : null,
    boards: boardsFor(state, actor),
    meetingLinks: meetingLinksFor(state, actor),
  }
}

function tableNumbers(state: WorkshopState): number[] {
  return state.tables.map((table) => table.number)
}

/** A link is where people talk: it is told to those who belong there, and to the crew. */
function meetingLinksFor(state: WorkshopState, actor: Actor): View['meetingLinks'] {
  const own = ownTable(state, actor)
  return tableNumbers(state).flatMap((table) => {
    const url = entryOf(state.meetingLinks, String(table))
    return url !== undefined && (crew.has(actor.role) || table === own) ? [{ table, url }] : []
  })
}

type Choices = Pick<
  View,
  'vote' | 'ranking' | 'scoring' | 'groups' | 'groupIdeas' | 'consent' | 'own' | 'themes'
>

/** What people choose together: phones and tables learn how it stands when it is shown to all. */
function choicesFor(
  state: WorkshopState,
  actor: Actor,
  { vote, ranking, scoring, groups, groupIdeas: ideas, consent }: SharedView,
  now: number,
): Choices {
  const isCrew = crew.has(actor.role)
  const watches = isCrew || actor.role === 'screen'
  const isAsked = state.session.phases[state.phaseIndex]?.zones.some(
    (id) => zoneById(state, id)?.kind === 'signup',
  )
  return {
    vote: vote && {
      ...vote,
      mine: ownDots(state, actor, vote),
      sheets: isCrew
        ? paperSheets(state.votes).map(({ number, people, votes }) => ({
            number,
            people,
            votes: { ...votes },
          }))
        : null,
    },
    ranking: ranking && (watches || ranking.revealed ? ranking : { ...ranking, people: null }),
    scoring: scoring && (watches || scoring.revealed ? scoring : { ...scoring, people: null }),
    groups: isCrew ? groups : isAsked ? (groups?.map((group) => ({ ...group, people: null })) ?? null) : null,
    groupIdeas: isCrew ? ideas : null,
    consent:
      consent && (isCrew || phaseNow(state, now).status === 'over' ? consent : { ...consent, counts: null }),
    own: ownChoices(state, actor),
    themes: isCrew ? themesView(state) : null,
  }
}

/** At a table the newest counts, whether it was said to all or to this table. */
function broadcastFor(state: WorkshopState, actor: Actor): View['broadcast'] {
  const table = ownTable(state, actor)
  const own = table === null ? undefined : entryOf(state.tableMessages, String(table))
  return own && own.at > (state.broadcast?.at ?? 0) ? own : state.broadcast
}

/** One note as this member sees it, null when it does not: for `change.notes`, without building a view. */
export function noteFor(state: WorkshopState, actor: Actor, note: StandingNote): NoteView | null {
  const mine = isMine(state, actor, note.id)
  const form = presentPerson(state, actor.personId)?.form
  // The phone goes from hand to hand: what was answered before is nobody's to see.
  if (form && note.sheet !== form.sheet) return null
  if (!mine && !isInSight(state, actor, note)) return null
  return { ...note, mine, ...reactionsTo(state, actor, note.id) }
}

function countReactions(its: Readonly<Record<string, Reaction>>): Partial<Record<Reaction, number>> {
  const counts: Partial<Record<Reaction, number>> = {}
  for (const one of Object.values(its)) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

function allReactions({ reactions }: WorkshopState): NonNullable<View['reactions']> {
  return Object.fromEntries(Object.entries(reactions).map(([noteId, its]) => [noteId, countReactions(its)]))
}

function reactionsTo(
  state: WorkshopState,
  { personId }: Actor,
  noteId: string,
): Pick<NoteView, 'reactions' | 'reacted'> {
  const its = entryOf(state.reactions, noteId)
  if (!its) return {}
  const counts = countReactions(its)
  const own = personId === null ? undefined : entryOf(its, personId)
  return { reactions: counts, ...(own === undefined ? {} : { reacted: own }) }
}

/** Oldest first, as `applyChange` keeps them. */
function notesFor(
  state: WorkshopState,
  actor: Actor,
  boards: BoardsNow,
  noteIdsByOwner: SharedView['noteIdsByOwner'],
): NoteView[] {
  if (actor.role !== 'participant' && actor.role !== 'table') return []
  const seen = new Map<string, StandingNote>()
  for (const table of new Set([0, tableInSight(state, actor) ?? 0]))
    for (const note of boards.notes(table)) seen.set(note.id, note)
  for (const noteId of noteIdsByOwner.get(actor.personId ?? '') ?? []) {
    const note = seen.has(noteId) ? undefined : (boards.note(noteId) ?? heldNoteOf(state, noteId))
    if (note) seen.set(noteId, note)
  }
  return [...seen.values()]
    .flatMap((note) => noteFor(state, actor, note) ?? [])
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** A note that is held back, as its writer sees it. */
function heldNoteOf(state: WorkshopState, noteId: string): StandingNote | undefined {
  const held = entryOf(state.heldNotes, noteId)
  if (!held || held.removed) return undefined
  const { by: _, part, pin, sheet, photoId, ...note } = held.note
  return {
    ...note,
    ...(part === undefined ? {} : { part }),
    ...(pin === undefined ? {} : { pin }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(photoId === undefined ? {} : { photoId }),
    table: tableOfBoard(state, held.boardId) ?? 0,
    held: true,
  }
}

function isMine(state: WorkshopState, actor: Actor, noteId: string): boolean {
  if (actor.role !== 'participant' || actor.personId === null) return false
  return entryOf(state.noteOwners, noteId) === actor.personId
}

function isInSight(state: WorkshopState, actor: Actor, note: StandingNote): boolean {
  if (actor.role !== 'participant' && actor.role !== 'table') return false
  const phase = state.session.phases[state.phaseIndex]
  if (!phase || !state.timer) return false
  if (note.table === 0) return phase.zones.includes(note.zone)
  const isPrepared = phase.zones.includes(note.zone) && isForReading(zoneById(state, note.zone))
  return (note.phase === phase.id || isPrepared) && note.table === tableInSight(state, actor)
}

/** The table whose notes a participant or a table's device follows. */
function tableInSight(state: WorkshopState, actor: Actor): number | null {
  if (actor.role === 'table') return actor.table
  const person = presentPerson(state, actor.personId)
  return person ? writingTable(phaseNow(state, 0), state.session, person) : null
}

function phaseView(state: WorkshopState, now: number): PhaseView {
  const { phase, index, status } = phaseNow(state, now)
  const { timer } = state
  return {
    ...phase,
    index,
    status,
    zones: zonesOf(state, phase),
    holding: isHolding(state, now) ? { until: shownAt(state, now) } : null,
    startedAt: timer?.startedAt ?? null,
    durationMs: timer?.durationMs ?? phase.minutes * 60_000,
    pausedAt: timer?.pausedAt ?? null,
    endsAt: !timer || timer.pausedAt !== null ? null : timer.startedAt + timer.durationMs,
  }
}

/** In a form session everybody has a phase of their own, which no clock ends. */
function questionView(state: WorkshopState, actor: Actor): PhaseView | null {
  const person = actor.role === 'participant' ? presentPerson(state, actor.personId) : undefined
  const phase = questionAt(state, person)
  if (!phase || !person?.form) return null
  return {
    ...phase,
    index: person.form.step,
    status: state.status === 'open' ? 'running' : 'waiting',
    zones: zonesOf(state, phase),
    startedAt: null,
    durationMs: phase.minutes * 60_000,
    pausedAt: null,
    endsAt: null,
    holding: null,
  }
}

function tableViews(state: WorkshopState, boards: BoardsNow): TableView[] {
  const here = new Map<number, number>()
  const expected = new Map<number, number>()
  const people = presentPeople(state)
  for (const person of people) {
    if (person.nextTable === null) here.set(person.table, (here.get(person.table) ?? 0) + 1)
    expected.set(seatOf(person), (expected.get(seatOf(person)) ?? 0) + 1)
  }
  const waiting = waitingByTable(people, boards.live)
  const isMoving = moveView(state) !== null
  return state.tables.map((table) => ({
    number: table.number,
    host: table.hostId,
    town: table.town,
    hostName: table.hostId === null ? null : (entryOf(state.people, table.hostId)?.name ?? null),
    people: here.get(table.number) ?? 0,
    expected: isMoving ? (expected.get(table.number) ?? 0) : null,
    notes: boards.countNotes(table.number),
    heldNotes: countHeld(state, table.boardId),
    helpAt: table.helpAt,
    helpBy: table.helpBy,
    waitingPhones: waiting.get(table.number)?.length ?? 0,
    waitingSince: waiting.has(table.number) ? Math.min(...(waiting.get(table.number) ?? [])) : null,
  }))
}

function waitingByTable(people: readonly Person[], live: LiveNow | undefined): Map<number, number[]> {
  const sinces = new Map<number, number[]>()
  if (!live || live.waiting.size === 0) return sinces
  for (const { id, table } of people) {
    const since = live.waiting.get(id)
    if (since !== undefined) sinces.set(table, [...(sinces.get(table) ?? []), since])
  }
  return sinces
}

/** In a phase that moves people, those who changed tables since it began; elsewhere those under way after a balance. */
function moveView(state: WorkshopState): View['move'] {
  const people = presentPeople(state)
  const underWay = people.filter((person) => person.nextTable !== null).length
  const phase = state.session.phases[state.phaseIndex]
  // A round that begins with a move is a round once all have arrived.
  const isForMoving = phase?.kind === 'move' || phase?.kind === 'break' || underWay > 0
  const isMove = state.timer !== null && phase?.rotation !== 'none' && isForMoving
  if (!isMove) return underWay === 0 ? null : { arrived: 0, of: underWay }
  const before = state.undo.at(-1)?.seats ?? {}
  const arrived = people.filter((person) => {
    const seat = entryOf(before, person.id)
    return person.nextTable === null && seat !== undefined && (seat.nextTable ?? seat.table) !== person.table
  }).length
  return { arrived, of: arrived + underWay }
}

function personView({ id, name, table, nextTable, stays, group, via, joinedAt }: PersonView): PersonView {
  return { id, name, table, nextTable, stays, group, via, joinedAt }
}

function meView(state: WorkshopState, actor: Actor, now: number): Me {
  const person = actor.role === 'participant' ? presentPerson(state, actor.personId) : undefined
  return {
    personId: actor.personId,
    role: actor.role,
    name: person?.name ?? '',
    table: person?.form ? null : (person?.table ?? actor.table),
    nextTable: person?.nextTable ?? null,
    isHost: person !== undefined && isHost(state, person.id),
    stays: person?.stays ?? false,
    ...(person?.form ? { form: { ...person.form, of: state.session.phases.length } } : {}),
    may: commandTypes.filter((type) => mayNow(state, actor, type, now)),
  }
}

const commandTypes: readonly CommandType[] = commandSchema.options.map((option) => option.shape.type.value)

function mayNow(state: WorkshopState, actor: Actor, type: CommandType, now: number): boolean {
  return commandRoles[type].includes(actor.role) && handlers[type].moment({ state, actor, now }) === null
}

/** As the rules place notes from paper: in the last phase that had their zone open. */
function paperZones(state: WorkshopState): PaperZonesView[] {
  const seen = new Set<string>()
  return state.runs.toReversed().flatMap(({ phaseId }) => {
    const phase = state.session.phases.find(({ id }) => id === phaseId)
    const zones = phase ? zonesOf(state, phase).filter(({ id }) => !seen.has(id)) : []
    const open = phase ? zones.filter((zone) => takesEverybodysNotes(zone, phase)) : []
    for (const { id } of open) seen.add(id)
    return phase && open.length > 0 ? [{ phaseId, phaseName: phase.name, zones: open }] : []
  })
}

/** Phones work without boards, unless the workshop opens them. */
function boardsFor(state: WorkshopState, actor: Actor): View['boards'] {
  if (actor.role === 'participant' && (!state.openBoards || ownTable(state, actor) === null)) return null
  return {
    hall: state.hallBoardId,
    tables: state.tables
      .filter((table) => mayReadBoard(state, actor, table.boardId))
      .map(({ number, boardId }) => ({ number, boardId })),
  }
}
