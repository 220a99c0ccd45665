/** Finds the list of words that belongs to a theme by its name, and which words of a text are on which list. */
import { themeWords } from './themeWords.ts'

/** Shorter stems are found at the beginning of words only: `bad` is not in `glad`. */
const shortestInside = 4
const longestStem = 18
const mostKept = 20_000

/** Index of a list in `themeWords`. */
export type ListId = number

const lists = themeWords.map(({ names }) => ({ names: names.map(plain) }))
const listsByStem = new Map<string, ListId[]>()
/** By their first word. */
const phrases = new Map<string, { phrase: string; list: ListId }[]>()
for (const [list, { stems }] of themeWords.entries())
  for (const stem of plain(stems).split(' ').filter(Boolean)) {
    const words = wordsIn(stem.replaceAll('_', ' '))
    const [first = ''] = words
    if (words.length === 1 && !stem.includes('_'))
      listsByStem.set(first, [...(listsByStem.get(first) ?? []), list])
    else {
      const phrase = words.join(' ') + (stem.endsWith('_') ? ' ' : '')
      phrases.set(first, [...(phrases.get(first) ?? []), { phrase, list }])
    }
  }

function plain(text: string): string {
  return text.toLocaleLowerCase('sv').normalize('NFC').replace(/\s+/g, ' ').trim()
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}-]+/gu) ?? []
}

/** The text's own words that are on a list, and which lists have them. */
export function listedWords(text: string): Map<string, readonly ListId[]> {
  const words = wordsIn(plain(text))
  const found = new Map<string, readonly ListId[]>()
  for (const word of words) {
    const on = listsOf(word)
    if (on.length > 0) found.set(word, on)
  }
  for (const [at, word] of words.entries()) {
    const its = phrases.get(word)
    if (its === undefined) continue
    const rest = `${words.slice(at).join(' ')} `
    for (const { phrase, list } of its)
      if (rest.startsWith(phrase)) {
        const said = phrase.trim()
        found.set(said, [...new Set([...(found.get(said) ?? []), list])])
      }
  }
  return found
}

const known = new Map<string, readonly ListId[]>()

function listsOf(word: string): readonly ListId[] {
  const before = known.get(word)
  if (before) return before
  const found = new Set<ListId>()
  for (let from = 0; from < word.length; from += 1)
    for (let to = from + 2; to <= Math.min(word.length, from + longestStem); to += 1) {
      if (from > 0 && to - from < shortestInside) continue
      for (const list of listsByStem.get(word.slice(from, to)) ?? []) found.add(list)
    }
  if (known.size >= mostKept) known.clear()
  const on = [...found]
  known.set(word, on)
  return on
}

/** The same for a theme of the code books in four languages, else its name without case and blanks: what is one theme over places. */
export function themeKey(name: string): string {
  const named = lists.findIndex(({ names }) => names.includes(plain(name)))
  return named === -1 ? plain(name) : `list ${named}`
}

/**
 * Null for themes of one's own that no list is about. "Bussar och tåg" is about buses although no code book calls it
 * so: then it is the list that has most of the name's words, if one does.
 */
export function listOfTheme(name: string): ListId | null {
  const named = lists.findIndex(({ names }) => names.includes(plain(name)))
  if (named !== -1) return named
  const counts = new Map<ListId, number>()
  for (const on of listedWords(name).values())
    for (const list of on) counts.set(list, (counts.get(list) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null
}
