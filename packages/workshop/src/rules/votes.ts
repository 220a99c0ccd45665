/** Dots: a budget each, on standing notes or on themes, open until they are revealed. Rules [V…] of SPEC.md. */
import {
  isOfOtherPhase,
  phaseNow,
  refuse,
  unlessClosed,
  whilePresent,
  type Applying,
  type Handler,
  type Moment,
} from '../handler.ts'
import type { Refusal } from '../refusals.ts'
import type { Phase, Session } from '../session.ts'
import type { WorkshopState } from '../state.ts'

const usualBudget = 3

export function budgetOf(phase: Phase): number {
  return phase.votes ?? usualBudget
}

/**
 * Zones whose notes one can give dots to: the phase's own, and, where the phase shows the harvest wall, what the
 * tables carry to it.
 */
export function votingZones(session: Session, phase: Phase): ReadonlySet<string> {
  const zones = new Set(phase.zones)
  const harvests = showsWall(session, phase) ? session.phases.filter((one) => one.kind === 'harvest') : []
  for (const harvest of harvests) for (const zone of harvest.zones) zones.add(zone)
  // What is put in order or given numbers has its own way of being chosen.
  for (const { id, kind } of session.zones) if (kind === 'ranking' || kind === 'scoring') zones.delete(id)
  return zones
}

/** A wall that had themes when the vote began is voted on by theme; one that was sorted later, note by note. */
export function votesOnThemes({ session, themes, runs }: WorkshopState, phase: Phase): boolean {
  const run = runs.findLast(({ phaseId }) => phaseId === phase.id)
  return showsWall(session, phase) && themes.some(({ at }) => at <= (run?.startedAt ?? at))
}

function showsWall(session: Session, { zones }: Phase): boolean {
  return session.zones.some(({ id, kind }) => kind === 'themes' && zones.includes(id))
}

/** The vote that is on or was run last: the one whose dots `votes` are. */
export function lastVote({ session, runs }: Pick<WorkshopState, 'session' | 'runs'>): string | null {
  const votes = new Set(session.phases.filter(({ kind }) => kind === 'vote').map(({ id }) => id))
  return runs.findLast(({ phaseId }) => votes.has(phaseId))?.phaseId ?? null
}

export const castVotes: Handler<'castVotes'> = {
  moment(moment) {
    const { status } = phaseNow(moment.state, moment.now)
    const shut = whilePresent(moment) ?? voteShut(moment)
    if (shut) return shut
    if (status === 'paused') return 'phasePaused'
    return status === 'running' ? null : 'votingClosed'
  },
  apply(applying, { votes, phaseId }) {
    const { state, actor } = applying
    if (isOfOtherPhase(applying, phaseId)) return refuse('votingClosed')
    const wrong = judgeDots(applying, votes, 1)
    if (wrong || actor.personId === null) return refuse(wrong ?? 'personUnknown')
    return { state: { ...state, votes: { ...state.votes, [actor.personId]: given(votes) } } }
  },
}

export const castVotesFor: Handler<'castVotesFor'> = {
  /** Paper is counted when time is out, so the clock does not matter. */
  moment: (moment) => unlessClosed(moment) ?? voteShut(moment),
  apply(applying, { votes, sheet, people = 1 }) {
    const { state } = applying
    const wrong = judgeDots(applying, votes, people)
    if (wrong) return refuse(wrong)
    const sheets = paperSheets(state.votes)
    const corrected = sheets.find(({ number }) => number === sheet)
    if (sheet !== undefined && !corrected) return refuse('sheetUnknown')
    const number = sheet ?? Math.max(0, ...sheets.map((one) => one.number)) + 1
    const others = Object.entries(state.votes).filter(([voter]) => voter !== corrected?.voter)
    return {
      state: {
        ...state,
        votes: Object.fromEntries([...others, [voterOf({ number, people }), given(votes)]]),
      },
    }
  },
}

export const reveal: Handler<'reveal'> = {
  moment: (moment) => unlessClosed(moment) ?? voteShut(moment),
  apply: ({ state }) => ({ state: { ...state, votesRevealed: true } }),
}

export interface PaperSheet {
  /** The key in the votes. */
  voter: string
  number: number
  /** How many people's dots it holds: a flip chart has those of many. */
  people: number
  votes: Readonly<Record<string, number>>
}

/** Sheets in the order they were typed in; one that was emptied stays, so that numbers keep their meaning. */
export function paperSheets(votes: WorkshopState['votes']): PaperSheet[] {
  return Object.entries(votes)
    .flatMap(([voter, dots]) => {
      const [, number, people = 1] = /^paper:(\d+)(?:x(\d+))?$/.exec(voter) ?? []
      return number === undefined
        ? []
        : [{ voter, number: Number(number), people: Number(people), votes: dots }]
    })
    .sort((a, b) => a.number - b.number)
}

export interface VoteSums {
  /** By target: all dots, and how many of them are from paper. */
  dots: ReadonlyMap<string, { all: number; paper: number }>
  /** People who gave dots, by phone and on paper. */
  voters: number
}

export function sumVotes(votes: WorkshopState['votes']): VoteSums {
  const sheets = new Map(paperSheets(votes).map((sheet) => [sheet.voter, sheet]))
  const dots = new Map<string, { all: number; paper: number }>()
  let voters = 0
  for (const [voter, own] of Object.entries(votes)) {
    const sheet = sheets.get(voter)
    const entries = Object.entries(own)
    if (entries.length > 0) voters += sheet?.people ?? 1
    for (const [target, count] of entries) {
      const { all, paper } = dots.get(target) ?? { all: 0, paper: 0 }
      dots.set(target, { all: all + count, paper: sheet ? paper + count : paper })
    }
  }
  return { dots, voters }
}

function voterOf({ number, people }: { number: number; people: number }): string {
  return people === 1 ? `paper:${number}` : `paper:${number}x${people}`
}

/** Without a vote that has started, or once it is revealed. */
function voteShut({ state, now }: Moment): Refusal | null {
  const { phase, status } = phaseNow(state, now)
  return phase.kind !== 'vote' || status === 'waiting' || state.votesRevealed ? 'votingClosed' : null
}

function judgeDots(
  { state, now, facts }: Applying,
  votes: Readonly<Record<string, number>>,
  people: number,
): Refusal | null {
  const { phase } = phaseNow(state, now)
  const sum = Object.values(votes).reduce((total, dots) => total + dots, 0)
  if (sum > budgetOf(phase) * people) return 'tooManyVotes'
  const targets = Object.keys(given(votes))
  if (votesOnThemes(state, phase))
    return targets.every((target) => state.themes.some(({ id }) => id === target))
      ? null
      : 'voteTargetUnknown'
  const zones = votingZones(state.session, phase)
  for (const noteId of targets) {
    const note = facts?.note(noteId)
    if (facts && (!note || note.removed || note.hidden || !zones.has(note.zone))) return 'voteTargetUnknown'
  }
  return null
}

function given(votes: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(votes).filter(([, dots]) => dots > 0))
}
