/**
 * The harvest wall as the room sees it: a small hall table by table, a large one gathered by the words that come
 * again, and under themes once the crew has made some. Without them it only compares words, and says no more than
 * that: what belongs together, people decide.
 */
import type { Language } from '@bordet/text'
import type { WallView } from '@bordet/workshop'
import { isAlike, titleCase, tellingWords } from './tellingWords.ts'

export interface WallGroup {
  title: string
  /** One note word for word; null under a theme that nothing was sorted under yet. */
  quote: string | null
  tables: number[]
}

export type Wall =
  | { kind: 'tables'; tables: { table: number; notes: string[] }[] }
  /** `own`: tables with most cards like no other: they are called. */
  | { kind: 'groups'; groups: WallGroup[]; own: number[] }

type Card = WallView['cards'][number]

/** In a larger hall nobody has the time to hear every table. */
const tablesHeard = 12
export const groupsShown = 9
export const ownShown = 3
/** Of a card that can be read in passing. */
const quoteLength = 70

export function arrangeWall({ cards, themes }: WallView, language: Language): Wall {
  const tables = [...new Set(cards.map(({ table }) => table))]
  if (themes.length === 0 && tables.length <= tablesHeard) {
    return {
      kind: 'tables',
      tables: tables.map((table) => ({ table, notes: textsAt(cards, table) })),
    }
  }
  const known = cards.map((card) => ({ card, words: tellingWords(card.text, language) }))
  const sharing = sharedWords(known)
  const groups = themes.length > 0 ? themes.map(groupOfTheme) : byWords(cards, sharing, language)
  const own = cards.filter((card) => !card.hasTheme && !sharing.some(({ having }) => having.has(card)))
  return {
    kind: 'groups',
    groups: groups.toSorted((a, b) => b.tables.length - a.tables.length).slice(0, groupsShown),
    own: tablesOf(own, 'most first').slice(0, ownShown),
  }
}

function textsAt(cards: readonly Card[], table: number): string[] {
  return cards.filter((card) => card.table === table).map(({ text }) => text)
}

/** A word with the cards that have it, at two tables and more. */
interface SharedWord {
  word: string
  having: ReadonlySet<Card>
}

function sharedWords(known: readonly { card: Card; words: string[] }[]): SharedWord[] {
  const all = [...new Set(known.flatMap(({ words }) => words))].sort()
  return all.flatMap((word) => {
    const having = known.flatMap(({ card, words }) =>
      words.some((other) => isAlike(word, other)) ? [card] : [],
    )
    return countTables(having) < 2 ? [] : [{ word, having: new Set(having) }]
  })
}

/** Again and again the word that most tables share, until no two tables share one. */
function byWords(cards: readonly Card[], sharing: readonly SharedWord[], language: Language): WallGroup[] {
  const groups: WallGroup[] = []
  let left = [...cards]
  while (groups.length < groupsShown) {
    let best: { word: string; here: Card[]; tables: number } | null = null
    for (const { word, having } of sharing) {
      const here = left.filter((card) => having.has(card))
      const tables = countTables(here)
      if (tables >= 2 && isBetter({ word, tables }, best)) best = { word, here, tables }
    }
    if (!best) break
    const { word, here } = best
    groups.push(groupOf(titleCase(nameOf(word, here, language)), here))
    left = left.filter((card) => !here.includes(card))
  }
  return groups
}

/** At equally many tables the longer word tells more: `lägenheter` before `kvar`. */
function isBetter(a: { word: string; tables: number }, b: { word: string; tables: number } | null): boolean {
  if (!b || a.tables !== b.tables) return a.tables > (b?.tables ?? 0)
  return a.word.length > b.word.length
}

/** The plainest form of the word that stands on the cards. */
function nameOf(word: string, cards: readonly Card[], language: Language): string {
  const forms = cards
    .flatMap(({ text }) => tellingWords(text, language))
    .filter((form) => isAlike(word, form))
  return forms.reduce((name, form) => (form.length < name.length ? form : name), word)
}

function groupOfTheme({ name, quote, tables }: WallView['themes'][number]): WallGroup {
  return { title: name, quote, tables }
}

function groupOf(title: string, cards: readonly Card[]): WallGroup {
  const quote = cards.find(({ text }) => text.length <= quoteLength) ?? cards[0]
  return { title, quote: quote?.text ?? null, tables: tablesOf(cards, 'in order') }
}

function countTables(cards: readonly Card[]): number {
  return new Set(cards.map(({ table }) => table)).size
}

function tablesOf(cards: readonly Card[], order: 'in order' | 'most first'): number[] {
  const counts = new Map<number, number>()
  for (const { table } of cards) counts.set(table, (counts.get(table) ?? 0) + 1)
  const tables = [...counts].sort(([a], [b]) => a - b)
  if (order === 'most first') tables.sort(([, a], [, b]) => b - a)
  return tables.map(([table]) => table)
}
