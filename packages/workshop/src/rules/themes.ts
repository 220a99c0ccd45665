/** Themes: names that the crew gives to what belongs together, for the harvest wall and the vote. Rules [W…] of SPEC.md. */
import { entryOf, refuse, type Handler } from '../handler.ts'
import { joinedTexts, joinThemeTexts } from '../reportEdits.ts'
import type { WorkshopState } from '../state.ts'
import { keepSorting } from './keepSorting.ts'

/** More than anybody reads on a wall. */
const mostThemes = 60

export const setTheme: Handler<'setTheme'> = {
  /** After the meeting too: that is when most sorting is done. */
  moment: () => null,
  apply({ state, now, facts }, { opId, themeId, name }) {
    const { themes } = state
    const known = themes.find(({ id }) => id === themeId)
    if (name === '') {
      if (!known) return refuse('themeUnknown')
      // Logs from before have it nevertheless.
      if (facts && wasChosen(state, themeId)) return refuse('themeChosen')
      const left = themes.filter((theme) => theme !== known)
      const noteThemes = withoutTheme(state.noteThemes, themeId)
      return { state: keepSorting(state, { ...state, themes: left, noteThemes }, opId) }
    }
    // Logs from before have it nevertheless.
    if (facts && themes.some((theme) => theme !== known && isSameName(theme.name, name)))
      return refuse('themeTaken')
    if (known) {
      const renamed = themes.map((theme) => (theme === known ? { ...theme, name } : theme))
      return { state: keepSorting(state, { ...state, themes: renamed }, opId) }
    }
    if (themes.length >= mostThemes) return refuse('reportFull')
    const made = { id: themeId, name, at: now }
    return { state: keepSorting(state, { ...state, themes: [...themes, made] }, opId) }
  },
}

export const addThemes: Handler<'addThemes'> = {
  moment: () => null,
  apply({ state, now }, { opId, themes: wanted }) {
    const themes = [...state.themes]
    for (const { themeId, name } of wanted)
      if (!themes.some((theme) => theme.id === themeId || isSameName(theme.name, name)))
        themes.push({ id: themeId, name, at: now })
    if (themes.length > mostThemes) return refuse('reportFull')
    return { state: keepSorting(state, { ...state, themes }, opId) }
  },
}

export const assignTheme: Handler<'assignTheme'> = {
  moment: () => null,
  apply({ state, facts }, { noteId, themeIds }) {
    if (facts && !facts.note(noteId)) return refuse('noteUnknown')
    const wanted = new Set(themeIds)
    const known = state.themes.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
    if (known.length < wanted.size) return refuse('themeUnknown')
    const { [noteId]: _, ...others } = state.noteThemes
    return {
      state: { ...state, noteThemes: known.length === 0 ? others : { ...others, [noteId]: known } },
      answer: { noteId },
    }
  },
}

export const sortNotes: Handler<'sortNotes'> = {
  moment: () => null,
  apply({ state, facts }, { opId, noteIds, add = [], remove = [] }) {
    if (add.some((id) => !state.themes.some((theme) => theme.id === id))) return refuse('themeUnknown')
    // One that was removed meanwhile must not stop the others.
    const known = noteIds.filter((id) => !facts || facts.note(id))
    if (known.length === 0) return refuse('noteUnknown')
    const gone = new Set(remove)
    const noteThemes = { ...state.noteThemes }
    for (const noteId of new Set(known)) {
      const kept = themesOf(noteThemes, noteId).filter((id) => !gone.has(id))
      const wanted = new Set([...kept, ...add])
      const next = state.themes.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
      if (next.length === 0) delete noteThemes[noteId]
      else noteThemes[noteId] = next
    }
    return { state: keepSorting(state, { ...state, noteThemes }, opId) }
  },
}

export const mergeThemes: Handler<'mergeThemes'> = {
  moment: () => null,
  apply({ state, facts }, { opId, themeId, into }) {
    const from = state.themes.find(({ id }) => id === themeId)
    const target = state.themes.find(({ id }) => id === into)
    if (!from || !target || from === target) return refuse('themeUnknown')
    const noteThemes = Object.fromEntries(
      Object.entries(state.noteThemes).map(([noteId, ids]) => [noteId, withTheme(ids, themeId, into)]),
    )
    const report = joinThemeTexts(state.report, themeId, into, facts !== null)
    if ('refused' in report) return report
    // As old as the older one: a vote that began with themes goes on with themes.
    const at = Math.min(from.at, target.at)
    const themes = state.themes.flatMap((theme) =>
      theme === from ? [] : [theme === target && theme.at !== at ? { ...theme, at } : theme],
    )
    const merged = { ...state, ...withChoices(state, themeId, into), themes, noteThemes, report }
    const texts = joinedTexts(state.report, themeId, into)
    return { state: keepSorting(state, merged, opId, { texts, isFinal: wasChosen(state, themeId) }) }
  },
}

/** What two people would take for the same name: capitals and spaces make no other theme. */
export function isSameName(one: string, other: string): boolean {
  const key = (name: string) => name.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
  return key(one) === key(other)
}

type Votes = WorkshopState['votes']
type Orders = WorkshopState['orders']

/** All dots there are: given now, in votes before, and those that an undone vote keeps or an undo would bring back. */
function everyVote({ votes, undoneVotes, pastVotes, undo }: WorkshopState): Votes[] {
  const past = [pastVotes, ...undo.flatMap(({ vote }) => (vote ? [vote.past] : []))]
  return [
    votes,
    ...Object.values(undoneVotes),
    ...undo.flatMap(({ vote }) => (vote ? [vote.votes] : [])),
    ...past.flatMap((all) => Object.values(all).map((one) => one.votes)),
  ]
}

/** Dots and places in orders; numbers are given to notes alone. */
export function wasChosen(state: WorkshopState, themeId: string): boolean {
  const hasDots = everyVote(state).some((votes) =>
    Object.values(votes).some((own) => Object.hasOwn(own, themeId)),
  )
  const isRanked = Object.values(state.orders).some((orders) =>
    Object.values(orders).some((order) => order.includes(themeId)),
  )
  return hasDots || isRanked
}

/**
 * Everything that people chose the one theme by is the other's. Nobody's sum of dots changes, on paper neither, so all
 * stay within their budget; who put both in order has the better of the two places.
 */
function withChoices(
  state: WorkshopState,
  themeId: string,
  into: string,
): Pick<WorkshopState, 'votes' | 'undoneVotes' | 'pastVotes' | 'orders' | 'undo'> {
  const inVotes = (votes: Votes): Votes =>
    mapValues(votes, (own) => {
      const { [themeId]: moved, ...others } = own
      return moved === undefined ? own : { ...others, [into]: (entryOf(others, into) ?? 0) + moved }
    })
  const inPast = (past: WorkshopState['pastVotes']) =>
    mapValues(past, (one) => ({ ...one, votes: inVotes(one.votes) }))
  return {
    votes: inVotes(state.votes),
    undoneVotes: mapValues(state.undoneVotes, inVotes),
    pastVotes: inPast(state.pastVotes),
    orders: mapValues(state.orders, (orders): Orders[string] =>
      mapValues(orders, (order) => withTheme(order, themeId, into)),
    ),
    undo: state.undo.map((entry) => {
      const { vote } = entry
      return vote === null
        ? entry
        : { ...entry, vote: { ...vote, votes: inVotes(vote.votes), past: inPast(vote.past) } }
    }),
  }
}

/** The other in its place, once. */
function withTheme(ids: readonly string[], themeId: string, into: string): string[] {
  return [...new Set(ids.map((id) => (id === themeId ? into : id)))]
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

/** How many notes have this theme. */
export function countInTheme(
  noteThemes: Readonly<Record<string, readonly string[]>>,
  themeId: string,
): number {
  return Object.values(noteThemes).filter((themeIds) => themeIds.includes(themeId)).length
}

export function themesOf(
  noteThemes: Readonly<Record<string, readonly string[]>>,
  noteId: string,
): readonly string[] {
  return entryOf(noteThemes, noteId) ?? []
}

function withoutTheme(noteThemes: Readonly<Record<string, string[]>>, themeId: string) {
  return Object.fromEntries(
    Object.entries(noteThemes)
      .map(([noteId, themeIds]) => [noteId, themeIds.filter((id) => id !== themeId)] as const)
      .filter(([, themeIds]) => themeIds.length > 0),
  )
}
