/** What somebody typed into the search, as terms; and where those stand in a text, for the page to mark them. Pure. */
import type { SearchTerm } from '../storage/noteIndex.ts'

const mostTerms = 8
const shortestInside = 4

/** Words apart; those in quotation marks of any country stand together and are taken as they are. */
export function searchTerms(typed: string): SearchTerm[] {
  const found = typed.normalize('NFC').matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]|([\p{L}\p{M}\p{N}]+)/gu)
  return [...found]
    .map(([, phrase, word]): SearchTerm =>
      phrase === undefined
        ? { kind: 'word', text: word ?? '' }
        : { kind: 'phrase', text: phrase.match(/[\p{L}\p{M}\p{N}]+/gu)?.join(' ') ?? '' },
    )
    .filter(({ text }) => text !== '')
    .slice(0, mostTerms)
}

/** Where terms stand, as [from, to) in UTF-16 units; in order, without overlap. */
export function marksIn(text: string, terms: readonly SearchTerm[]): [number, number][] {
  const found: [number, number][] = []
  for (const { kind, text: term } of terms) {
    const letters = [...term].length
    // A phrase's words may have any signs between them, as the index has it.
    const words = kind === 'phrase' ? term.split(' ').join('[^\\p{L}\\p{M}\\p{N}]+') : term
    const begins = kind === 'word' && letters >= shortestInside ? '' : '(?<![\\p{L}\\p{M}\\p{N}])'
    const ends = kind === 'phrase' ? '(?![\\p{L}\\p{M}\\p{N}])' : ''
    for (const match of text.matchAll(new RegExp(`${begins}${words}${ends}`, 'giu')))
      found.push([match.index, match.index + match[0].length])
  }
  const inOrder = found.sort(([a], [b]) => a - b)
  const merged: [number, number][] = []
  for (const [from, to] of inOrder) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}
