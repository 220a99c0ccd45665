/** What people chose beside dots on notes: themes, orders, working groups and consent, each under its question. */
import type { BoardNote } from '@bordet/board'
import type { WorkshopState } from '@bordet/workshop'
import { placings, scoringZone, sumScores, sumVotes } from '@bordet/workshop/engine'
import { cleanText } from './cleanText.ts'
import type { ReportGroup, ReportQuestion, ReportRanking, ReportScoring } from './model.ts'
import { toldVotes } from './shownDots.ts'

/** Results that were not revealed are told once the workshop is closed. */
export function withChoices(
  state: WorkshopState,
  notes: readonly BoardNote[],
  questions: readonly ReportQuestion[],
): ReportQuestion[] {
  const texts = new Map([
    ...notes.map(({ id, text }) => [id, cleanText(text)] as const),
    ...state.themes.map(({ id, name }) => [id, cleanText(name)] as const),
  ])
  return questions.map((question) => ({
    ...question,
    vote: question.vote && { ...question.vote, themes: themeDots(state, question.phaseId) },
    ranking: question.phaseId === null ? null : rankingOf(state, question.phaseId, texts),
    scoring: question.phaseId === null ? null : scoringOf(state, question.phaseId, texts),
    consent: question.phaseId === null ? null : consentOf(state, question.phaseId),
    groups: groupsOf(state, question, notes),
  }))
}

function themeDots(state: WorkshopState, vote: string | null): { name: string; dots: number }[] {
  const told = toldVotes(state).find(({ phaseId }) => phaseId === vote)
  const { dots } = sumVotes(told?.votes ?? {})
  return state.themes
    .flatMap(({ id, name }) => {
      const sum = dots.get(id)
      return sum ? [{ name: cleanText(name), dots: sum.all }] : []
    })
    .sort((a, b) => b.dots - a.dots)
}

function rankingOf(
  state: WorkshopState,
  phaseId: string,
  texts: ReadonlyMap<string, string>,
): ReportRanking | null {
  const orders = Object.values(state.orders[phaseId] ?? {})
  const isShown = state.status === 'closed' || state.ordersRevealed[phaseId] !== undefined
  if (orders.length === 0 || !isShown) return null
  const items = [...new Set(orders.flat())].filter((id) => texts.has(id))
  return {
    people: orders.length,
    items: placings(items, orders).map(({ id, place, mean, placed }) => ({
      text: texts.get(id) ?? '',
      place,
      mean,
      first: placed[0] ?? 0,
    })),
  }
}

function scoringOf(
  state: WorkshopState,
  phaseId: string,
  texts: ReadonlyMap<string, string>,
): ReportScoring | null {
  const phase = state.session.phases.find(({ id }) => id === phaseId)
  const criteria = (phase && scoringZone(state, phase)?.criteria) ?? []
  const given = Object.values(state.scores[phaseId] ?? {})
  const isCurrent = state.session.phases[state.phaseIndex]?.id === phaseId
  const isHidden = state.status !== 'closed' && isCurrent && !state.votesRevealed
  if (given.length === 0 || isHidden) return null
  const items = [...new Set(given.flatMap((own) => Object.keys(own)))].filter((id) => texts.has(id))
  return {
    people: given.length,
    criteria: criteria.map(cleanText),
    items: sumScores(items, criteria.length, given).map(({ id, mean, means }) => ({
      text: texts.get(id) ?? '',
      mean,
      means,
    })),
  }
}

function consentOf(state: WorkshopState, phaseId: string): { yes: number; no: number } | null {
  const answers = Object.values(state.consents[phaseId] ?? {})
  if (answers.length === 0) return null
  const yes = answers.filter(Boolean).length
  return { yes, no: answers.length - yes }
}

/** Under the question whose zone they stand in. Named are only those who let their group contact them. */
function groupsOf(
  { groups, people, report }: WorkshopState,
  { zones }: ReportQuestion,
  notes: readonly BoardNote[],
): ReportGroup[] {
  const own = new Set(zones.map(({ zoneId }) => zoneId))
  return notes.flatMap(({ id, text, zone }) => {
    const members = Object.entries(groups[id]?.members ?? {}).filter(
      ([personId]) => people[personId]?.leftAt === null,
    )
    if (members.length === 0 || !own.has(zone)) return []
    const names = members.flatMap(([personId, mayContact]) =>
      mayContact ? [cleanText(people[personId]?.name ?? '')] : [],
    )
    const told = report.rows.groups.find((row) => row.id === id)?.cells
    return [
      {
        name: cleanText(text),
        members: members.length,
        names: names.filter((name) => name !== ''),
        contact: cleanText(told?.['contact'] ?? ''),
        meeting: cleanText(told?.['meeting'] ?? ''),
      },
    ]
  })
}
