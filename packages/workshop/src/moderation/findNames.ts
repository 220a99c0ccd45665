/**
 * Finds where a note seems to name a person, so that somebody looks before it is published. By usual first names, by
 * surnames that are nothing else, and by titles; it misses the unusual and marks a church or a street now and then.
 */
import { doubtfulNames, firstNames } from './firstNames.ts'

/** As `slice` takes them. */
export interface NameSpan {
  from: number
  to: number
}

const word = /\p{Lu}[\p{L}\p{M}]*(?:-\p{Lu}[\p{L}\p{M}]*)?/gu
const surname = /^\p{Lu}\p{L}+(?:sson|sen|dotter|datter|ström|strøm|gren|qvist|kvist)s?$/u
const titles = /\b(?:herr|fru|fröken|frk|hr|mr|mrs|ms|tant|farbror)\.?\s+(\p{Lu}\p{Ll}+)/giu

/** In the order of the text; none overlaps another. */
export function findNames(text: string): NameSpan[] {
  const words = [...text.matchAll(word)].map(({ index, 0: hit }) => ({
    hit,
    from: index,
    to: index + hit.length,
  }))
  const spans: NameSpan[] = []
  for (let at = 0; at < words.length; at += 1) {
    const one = words[at]
    if (!one) continue
    const next = words[at + 1]
    const isNextClose = next !== undefined && /^ (?:\p{Lu}\. )?$/u.test(text.slice(one.to, next.from))
    const follows = isNextClose ? next : undefined
    if (!isName(one.hit, follows?.hit)) continue
    spans.push({ from: one.from, to: follows ? follows.to : one.to })
    if (follows) at += 1
  }
  for (const { index, 0: hit, 1: name = '' } of text.matchAll(titles)) {
    // The flag for titles of either case must not let "fru och" through.
    if (!/^\p{Lu}/u.test(name)) continue
    const span = { from: index, to: index + hit.length }
    if (!spans.some((other) => span.from < other.to && other.from < span.to)) spans.push(span)
  }
  return spans.sort((a, b) => a.from - b.from)
}

function isName(first: string, next: string | undefined): boolean {
  const bare = first.replace(/s$/, '')
  if (firstNames.has(first) || firstNames.has(bare)) return true
  if (next === undefined) return false
  return doubtfulNames.has(first) || surname.test(next)
}
