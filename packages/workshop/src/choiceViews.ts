/** What people choose together, as the pages show it: dots, an order, working groups, consent. */
import type { Actor, NoteFacts } from './effects.ts'
import { entryOf, phaseNow, presentPerson } from './handler.ts'
import { countConsent } from './rules/consent.ts'
import { isRankingRevealed, placings, rankedFrom } from './rules/ranking.ts'
import { areScoresShown, scoringZone, sumScores } from './rules/scoring.ts'
import { countMembers, groupOf, signUpPhase, signUpZones } from './rules/signUp.ts'
import { countInTheme } from './rules/themes.ts'
import { budgetOf, paperSheets, sumVotes, votesOnThemes, votingZones } from './rules/votes.ts'
import type { WorkshopState } from './state.ts'
import type {
  ConsentView,
  GroupView,
  NoteView,
  OwnChoices,
  RankingView,
  ScoringView,
  ThemeView,
  VoteView,
} from './view.ts'

type StandingNote = Omit<NoteView, 'mine'>

/** Table 0 is the hall. */
interface Boards {
  notes(table: number): readonly StandingNote[]
}

/** Without what differs from member to member. */
export function voteView(state: WorkshopState, boards: Boards, now: number): VoteView | null {
  const { phase, status } = phaseNow(state, now)
  if (phase.kind !== 'vote' || status === 'waiting') return null
  const { dots, voters } = sumVotes(state.votes)
  const shown = (id: string) => (state.votesRevealed ? (dots.get(id) ?? { all: 0, paper: 0 }) : null)
  const zones = votingZones(state.session, phase)
  const targets = votesOnThemes(state, phase)
    ? state.themes.map(({ id, name }) => ({ id, text: name }))
    : allNotes(state, boards).filter((note) => zones.has(note.zone))
  return {
    budget: budgetOf(phase),
    open: status === 'running' && !state.votesRevealed && state.status === 'open',
    revealed: state.votesRevealed,
    targets: targets.map(({ id, text }) => {
      const sum = shown(id)
      return { noteId: id, text, dots: sum?.all ?? null, paper: sum?.paper ?? null }
    }),
    voters,
    paperDots: paperSheets(state.votes)
      .flatMap(({ votes }) => Object.values(votes))
      .reduce((sum, count) => sum + count, 0),
    mine: {},
    sheets: null,
  }
}

/** On what can still be chosen: dots on a note that was hidden since are free again. */
export function ownDots(state: WorkshopState, { role, personId }: Actor, vote: VoteView): VoteView['mine'] {
  const own = role === 'participant' && personId !== null ? entryOf(state.votes, personId) : undefined
  if (!own) return {}
  const targets = new Set(vote.targets.map(({ noteId }) => noteId))
  return Object.fromEntries(Object.entries(own).filter(([id]) => targets.has(id)))
}

export function rankingView(state: WorkshopState, boards: Boards, now: number): RankingView | null {
  const { phase, status } = phaseNow(state, now)
  if (status === 'waiting') return null
  const notes = allNotes(state, boards)
  const standing = new Map(notes.map((note) => [note.id, note]))
  const choosable = rankedFrom(state, phase, {
    note: (id) => factsOf(standing.get(id)),
    countInZone: (_, zone) => notes.filter((note) => note.table === 0 && note.zone === zone).length,
  })
  const items = [...notes, ...state.themes.map(({ id, name }) => ({ id, text: name }))]
    .filter(({ id }) => choosable?.(id))
    .map(({ id, text }) => ({ noteId: id, text, result: null }))
  if (items.length === 0) return null
  const orders = Object.values(entryOf(state.orders, phase.id) ?? {})
  const revealed = isRankingRevealed(state, phase.id)
  return {
    items: revealed ? inRoomsOrder(items, orders) : items,
    open: status === 'running' && !revealed && state.status === 'open',
    revealed,
    people: orders.length,
  }
}

function inRoomsOrder(items: RankingView['items'], orders: readonly string[][]): RankingView['items'] {
  const texts = new Map(items.map(({ noteId, text }) => [noteId, text]))
  return placings([...texts.keys()], orders).map(({ id, ...result }) => ({
    noteId: id,
    text: texts.get(id) ?? '',
    result,
  }))
}

export function scoringView(state: WorkshopState, boards: Boards, now: number): ScoringView | null {
  const { phase, status } = phaseNow(state, now)
  const criteria = scoringZone(state, phase)?.criteria
  if (!criteria || status === 'waiting') return null
  const zones = votingZones(state.session, phase)
  const notes = allNotes(state, boards).filter((note) => zones.has(note.zone))
  const texts = new Map(notes.map(({ id, text }) => [id, text]))
  const given = Object.values(entryOf(state.scores, phase.id) ?? {})
  const revealed = areScoresShown(state, now)
  return {
    criteria,
    items: revealed
      ? sumScores([...texts.keys()], criteria.length, given).map(({ id, ...result }) => ({
          noteId: id,
          text: texts.get(id) ?? '',
          result,
        }))
      : notes.map(({ id, text }) => ({ noteId: id, text, result: null })),
    open: status === 'running' && !revealed && state.status === 'open',
    revealed,
    people: given.length,
  }
}

/** Null when nobody signs up for anything in this session. */
export function groupsView(state: WorkshopState, boards: Boards): GroupView[] | null {
  const phase = signUpPhase(state)
  if (!phase) return null
  const zones = new Set(signUpZones(state, phase).map(({ id }) => id))
  return boards
    .notes(0)
    .filter((note) => zones.has(note.zone))
    .map(({ id, text }) => {
      const group = groupOf(state, id)
      return {
        groupId: id,
        text,
        max: group.max,
        members: countMembers(state, group),
        people: Object.entries(group.members)
          .filter(([personId]) => presentPerson(state, personId))
          .map(([personId, mayContact]) => ({ personId, mayContact })),
      }
    })
}

/** Wide enough to see what came just after the ones on top. */
const mostIdeas = 8

export function groupIdeas(
  state: WorkshopState,
  boards: Boards,
  groups: readonly GroupView[] | null,
): { text: string; dots: number }[] | null {
  if (!groups || !state.votesRevealed) return null
  const texts = new Map([
    ...allNotes(state, boards).map(({ id, text }) => [id, text] as const),
    ...state.themes.map(({ id, name }) => [id, name] as const),
  ])
  const taken = new Set(groups.map(({ text }) => text))
  return [...sumVotes(state.votes).dots]
    .flatMap(([id, { all }]) => {
      const text = texts.get(id)
      return text === undefined || taken.has(text) ? [] : [{ text, dots: all }]
    })
    .sort((a, b) => b.dots - a.dots)
    .slice(0, mostIdeas)
}

export function consentView(state: WorkshopState, now: number): ConsentView | null {
  const { phase, status } = phaseNow(state, now)
  if (phase.kind !== 'consent' || status === 'waiting') return null
  const counts = countConsent(entryOf(state.consents, phase.id))
  return { answered: counts.yes + counts.no, counts }
}

export function ownChoices(state: WorkshopState, { role, personId }: Actor): OwnChoices | null {
  if (role !== 'participant' || personId === null) return null
  const phaseId = state.session.phases[state.phaseIndex]?.id ?? ''
  const groups = Object.entries(state.groups).flatMap(([groupId, { members }]) => {
    const mayContact = entryOf(members, personId)
    return mayContact === undefined ? [] : [[groupId, mayContact] as const]
  })
  return {
    order: entryOf(entryOf(state.orders, phaseId) ?? {}, personId) ?? [],
    scores: { ...entryOf(entryOf(state.scores, phaseId) ?? {}, personId) },
    groups: Object.fromEntries(groups),
    agrees: entryOf(entryOf(state.consents, phaseId) ?? {}, personId) ?? null,
  }
}

export function themesView({ themes, noteThemes }: WorkshopState): ThemeView[] {
  return themes.map(({ id, name }) => ({ themeId: id, name, notes: countInTheme(noteThemes, id) }))
}

function allNotes(state: WorkshopState, boards: Boards): StandingNote[] {
  return [0, ...state.tables.map(({ number }) => number)].flatMap((table) => boards.notes(table))
}

function factsOf(note: StandingNote | undefined): NoteFacts | undefined {
  if (!note) return undefined
  const { table, zone, phase } = note
  return { boardId: '', table, zone, phase, removed: false, hidden: false }
}
